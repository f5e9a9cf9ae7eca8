// The characters of a PDF with their places, read by poppler in a process of its own.
//
// Poppler is a large library for hostile input: it may crash, hang or eat memory. So the parent
// forks; the child, which runs nothing but C, loads poppler, lowers its own limits, writes what it
// finds into a pipe and ends. Whatever happens to it, the parent goes on.
//
// The library is loaded by name in the child and not linked: the program starts as fast as before
// for everybody who reads no PDF, runs where poppler is not installed, and no thread of the parent
// can hold a lock of the library at the moment of the fork.
#pragma once

#include <stddef.h>
#include <stdint.h>

// What a file may ask of the machine.
typedef struct {
  int64_t memory;      // bytes of address space besides what the parent has
  int64_t characters;  // over all pages
  int32_t pages;
  int32_t seconds;     // by the clock, and so of processor time as well
} choai_pdf_limits;

typedef enum {
  CHOAI_PDF_READ = 0,
  CHOAI_PDF_NO_LIBRARY,
  CHOAI_PDF_ENCRYPTED,
  CHOAI_PDF_DAMAGED,
  CHOAI_PDF_TOO_MANY_PAGES,
  CHOAI_PDF_TOO_MANY_CHARACTERS,
  CHOAI_PDF_TOO_SLOW,
  CHOAI_PDF_TOO_LARGE,
  CHOAI_PDF_CRASHED,
  CHOAI_PDF_UNPLACED,
  CHOAI_PDF_SYSTEM,
} choai_pdf_fault;

// What was read. `words` holds for each page: its width, its height, the number of characters and
// of ruled lines; for each of both five words: the character (or 0 for a line across the page and
// 1 for one down it), left, top, right, bottom, in hundredths of a point from the upper left corner.
typedef struct {
  int32_t *words;
  size_t count;
  int32_t fault;
  int32_t detail;      // the page, the number of pages, the signal or errno, as the fault has it
  char message[512];   // what the library complained about first, empty if nothing
} choai_pdf_answer;

// Reads a PDF; the answer must be given back to choai_pdf_free.
choai_pdf_answer choai_pdf_read(const uint8_t *bytes, size_t count, choai_pdf_limits limits);
void choai_pdf_free(choai_pdf_answer *answer);
