// The functions of poppler, GLib and cairo that the child uses, loaded by name.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct { double x1, y1, x2, y2; } poppler_rectangle;
typedef struct { uint32_t domain; int code; char *message; } glib_error;

typedef struct {
  void *(*bytes_new_static)(const void *, size_t);
  void (*object_unref)(void *);
  void (*free)(void *);
  void *(*document_new)(void *bytes, const char *password, glib_error **);
  int (*page_count)(void *document);
  void *(*page)(void *document, int index);
  void (*page_size)(void *page, double *width, double *height);
  char *(*page_text)(void *page);
  int (*page_layout)(void *page, poppler_rectangle **, unsigned *count);
  void (*page_render)(void *page, void *context);
  void *(*surface_new)(int format, int width, int height);
  int (*surface_status)(void *surface);
  void (*surface_flush)(void *surface);
  unsigned char *(*surface_data)(void *surface);
  int (*surface_stride)(void *surface);
  void (*surface_destroy)(void *surface);
  void *(*context_new)(void *surface);
  void (*context_destroy)(void *context);
  void (*scale)(void *context, double x, double y);
  void (*set_color)(void *context, double red, double green, double blue);
  void (*paint)(void *context);
} choai_library;

// Loads all functions; zero where the library or one of them is missing.
int choai_load(choai_library *library);
