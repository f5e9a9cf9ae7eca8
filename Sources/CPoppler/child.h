// What the child does: reads the pages and writes what it finds into a pipe.
#pragma once

#include "CPoppler.h"
#include "library.h"

// The first word of a page, and of the end, which is followed by the fault and its detail.
enum { CHOAI_PAGE = 1, CHOAI_END = 2 };

typedef struct { int32_t fault, detail; } choai_outcome;

choai_outcome choai_read_pages(
    const choai_library *library, const uint8_t *bytes, size_t count, choai_pdf_limits limits,
    int output);

// A growing list of words; past what memory allows the child ends by itself.
typedef struct { int32_t *words; size_t count, capacity; } choai_words;

void choai_push(choai_words *list, int32_t word);

// Adds the ruled lines of a page, found in a picture of it; gives their number.
int32_t choai_find_rules(const choai_library *library, void *page, double width, double height,
                         choai_words *list);
