#include "child.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void choai_push(choai_words *list, int32_t word) {
  if (list->count == list->capacity) {
    list->capacity = list->capacity ? list->capacity * 2 : 4096;
    list->words = realloc(list->words, list->capacity * sizeof(int32_t));
    if (!list->words) abort();
  }
  list->words[list->count++] = word;
}

static void write_all(int output, const void *data, size_t size) {
  const char *next = data;
  while (size > 0) {
    ssize_t written = write(output, next, size);
    if (written <= 0) _exit(1);
    next += written;
    size -= (size_t)written;
  }
}

// Points to hundredths; what is no number or lies far off any page is put at its edge.
static int32_t hundredths(double points) {
  const double most = 2000000;
  if (!(points > -most)) return (int32_t)(-most * 100);
  if (points > most) return (int32_t)(most * 100);
  return (int32_t)(points * 100 + (points < 0 ? -0.5 : 0.5));
}

// The next character of a text that the library has made; nothing of it is trusted.
static int32_t next_character(const unsigned char **text) {
  const unsigned char *p = *text;
  int length = p[0] < 0x80 ? 1 : p[0] >= 0xF0 ? 4 : p[0] >= 0xE0 ? 3 : p[0] >= 0xC0 ? 2 : 1;
  int32_t value = length == 1 ? p[0] : p[0] & (0x7F >> length);
  for (int index = 1; index < length; index++) {
    if ((p[index] & 0xC0) != 0x80) {
      *text = p + index;
      return 0xFFFD;
    }
    value = value << 6 | (p[index] & 0x3F);
  }
  *text = p + length;
  return value;
}

static int is_blank(int32_t c) { return c <= 0x20 || c == 0xA0 || c == 0x3000; }

// The characters of a page; less than zero where the library does not place each of them.
static int32_t push_characters(const choai_library *library, void *page, choai_words *list) {
  char *text = library->page_text(page);
  poppler_rectangle *boxes = NULL;
  unsigned count = 0;
  if (!library->page_layout(page, &boxes, &count)) count = 0;
  const unsigned char *next = (const unsigned char *)(text ? text : "");
  int32_t kept = 0;
  unsigned seen = 0;
  while (*next && seen < count) {
    int32_t character = next_character(&next);
    poppler_rectangle box = boxes[seen++];
    if (is_blank(character)) continue;
    choai_push(list, character);
    choai_push(list, hundredths(box.x1));
    choai_push(list, hundredths(box.y1));
    choai_push(list, hundredths(box.x2));
    choai_push(list, hundredths(box.y2));
    kept++;
  }
  // A last line end has no box in some versions.
  while (*next && is_blank(*next)) next++;
  int placed = !*next;
  library->free(boxes);
  library->free(text);
  return placed ? kept : -1;
}

choai_outcome choai_read_pages(
    const choai_library *library, const uint8_t *bytes, size_t count, choai_pdf_limits limits,
    int output) {
  glib_error *error = NULL;
  void *document = library->document_new(library->bytes_new_static(bytes, count), NULL, &error);
  if (!document) {
    // The code of an encrypted file is 1; the others are kinds of damage.
    if (error && error->code == 1) return (choai_outcome){CHOAI_PDF_ENCRYPTED, 0};
    return (choai_outcome){CHOAI_PDF_DAMAGED, 0};
  }
  int pages = library->page_count(document);
  if (pages <= 0) return (choai_outcome){CHOAI_PDF_DAMAGED, 0};
  if (pages > limits.pages) return (choai_outcome){CHOAI_PDF_TOO_MANY_PAGES, pages};
  int64_t left = limits.characters;
  for (int index = 0; index < pages; index++) {
    void *page = library->page(document, index);
    if (!page) return (choai_outcome){CHOAI_PDF_DAMAGED, index + 1};
    double width = 0, height = 0;
    library->page_size(page, &width, &height);
    choai_words list = {0};
    choai_push(&list, CHOAI_PAGE);
    choai_push(&list, hundredths(width));
    choai_push(&list, hundredths(height));
    choai_push(&list, 0);
    choai_push(&list, 0);
    int32_t characters = push_characters(library, page, &list);
    if (characters < 0) return (choai_outcome){CHOAI_PDF_UNPLACED, index + 1};
    left -= characters;
    if (left < 0) return (choai_outcome){CHOAI_PDF_TOO_MANY_CHARACTERS, index + 1};
    list.words[3] = characters;
    // Only the text counts: what the picture lacks, such as a font, is nobody's loss.
    int errors = dup(2);
    dup2(0, 1), dup2(0, 2);
    int32_t rules = characters ? choai_find_rules(library, page, width, height, &list) : 0;
    dup2(errors, 1), dup2(errors, 2);
    close(errors);
    list.words[4] = rules;
    write_all(output, list.words, list.count * sizeof(int32_t));
    free(list.words);
    library->object_unref(page);
  }
  return (choai_outcome){CHOAI_PDF_READ, pages};
}
