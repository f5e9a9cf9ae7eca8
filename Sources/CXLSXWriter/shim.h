#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

// The library takes every number as a double; these keep floating point out of Swift.

// A whole number; the caller sees to it that a double holds it.
static inline lxw_error choai_write_integer(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, int64_t number, lxw_format *format) {
  return worksheet_write_number(sheet, row, column, (double)number, format);
}

// A decimal number given by its digits.
static inline lxw_error choai_write_decimal(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, const char *digits, lxw_format *format) {
  return worksheet_write_number(sheet, row, column, strtod(digits, NULL), format);
}

// A day; the library counts Excel's days from the calendar's parts.
static inline lxw_error choai_write_day(
    lxw_worksheet *sheet, uint32_t row, uint16_t column, int year, int month, int day,
    lxw_format *format) {
  lxw_datetime date = {year, month, day, 0, 0, 0};
  return worksheet_write_datetime(sheet, row, column, &date, format);
}

static inline lxw_error choai_set_width(lxw_worksheet *sheet, uint16_t column, int characters) {
  return worksheet_set_column(sheet, column, column, characters, NULL);
}

// The library copies the options. It lays each row aside when the next one begins, and so holds one
// row of a sheet at a time, not all.
static inline lxw_workbook *choai_new_workbook(const char *path, const char *temporary_folder) {
  lxw_workbook_options options = {.constant_memory = 1, .tmpdir = (char *)temporary_folder};
  return workbook_new_opt(path, &options);
}

// Adds a sheet. Where the library cannot lay its rows aside it says that memory is short; the reason
// is the system's, if it gave one.
static inline lxw_worksheet *choai_add_worksheet(
    lxw_workbook *book, const char *name, const char **reason) {
  errno = 0;
  lxw_worksheet *sheet = workbook_add_worksheet(book, name);
  *reason = errno == 0 ? NULL : strerror(errno);
  return sheet;
}

// Whether the rows laid aside are all on the disk; the library does not look.
static inline int choai_rows_are_kept(lxw_worksheet *sheet) {
  return fflush(sheet->optimize_tmpfile) == 0 && ferror(sheet->optimize_tmpfile) == 0;
}

// The library sets the time of writing where it is given none.
static inline lxw_error choai_set_properties(lxw_workbook *book, const char *title, int64_t time) {
  lxw_doc_properties properties = {0};
  properties.title = (char *)title;
  properties.created = (time_t)time;
  return workbook_set_properties(book, &properties);
}
