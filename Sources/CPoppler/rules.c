// Ruled lines are found in a picture of the page, since the library gives no paths: a line is a
// long straight edge between light and dark, so the border of a shaded cell counts as well.
#include "child.h"

#include <stdlib.h>

enum {
  most_pixels = 6000000,   // of a picture; a larger page is looked at more coarsely
  shortest = 18,           // points of a line; the strokes of characters are shorter
  contrast = 24,           // steps of 255 between the sides of an edge
  gap = 3,                 // pixels that may be missing in a line
  most_rules = 20000,      // on a page; past them it is a picture, not a table
};

typedef struct {
  const unsigned char *data;
  int stride, width, height;
} picture;

static int light(const picture *p, int x, int y) {
  const unsigned char *pixel = p->data + (size_t)y * (size_t)p->stride + (size_t)x * 4;
  return (pixel[0] + 2 * pixel[1] + pixel[2]) / 4;
}

// Whether an edge runs between a pixel and the one before it, across or down the page.
static int is_edge(const picture *p, int down, int across, int along) {
  int x = down ? across : along, y = down ? along : across;
  int difference = light(p, x, y) - (down ? light(p, x - 1, y) : light(p, x, y - 1));
  return difference > contrast || difference < -contrast;
}

static int32_t find(const picture *p, int down, double scale, choai_words *list, int32_t found) {
  int lanes = down ? p->width : p->height, length = down ? p->height : p->width;
  int least = (int)(shortest * scale);
  for (int lane = 1; lane < lanes; lane++) {
    int start = -1, last = -1;
    for (int at = 0; at <= length; at++) {
      int edge = at < length && is_edge(p, down, lane, at);
      if (edge) {
        if (start < 0) start = at;
        last = at;
      } else if (start >= 0 && (at - last > gap || at == length)) {
        if (last - start >= least && found < most_rules) {
          int32_t a = (int32_t)(start * 100 / scale), b = (int32_t)((last + 1) * 100 / scale);
          int32_t c = (int32_t)(lane * 100 / scale);
          choai_push(list, down);
          choai_push(list, down ? c : a);
          choai_push(list, down ? a : c);
          choai_push(list, down ? c : b);
          choai_push(list, down ? b : c);
          found++;
        }
        start = -1;
      }
    }
  }
  return found;
}

int32_t choai_find_rules(const choai_library *library, void *page, double width, double height,
                         choai_words *list) {
  if (!(width >= shortest && height >= shortest && width < 20000 && height < 20000)) return 0;
  double scale = 2;
  while (width * height * scale * scale > most_pixels) scale /= 2;
  void *surface =
      library->surface_new(1, (int)(width * scale) + 1, (int)(height * scale) + 1);
  if (library->surface_status(surface) != 0) return 0;
  void *context = library->context_new(surface);
  library->set_color(context, 1, 1, 1);
  library->paint(context);
  library->scale(context, scale, scale);
  library->page_render(page, context);
  library->context_destroy(context);
  library->surface_flush(surface);
  picture picture = {library->surface_data(surface), library->surface_stride(surface),
                     (int)(width * scale) + 1, (int)(height * scale) + 1};
  int32_t found = 0;
  if (picture.data) {
    found = find(&picture, 0, scale, list, found);
    found = find(&picture, 1, scale, list, found);
  }
  library->surface_destroy(surface);
  return found == most_rules ? (list->count -= 5 * (size_t)found, 0) : found;
}
