#include "library.h"

#include <dlfcn.h>

int choai_load(choai_library *library) {
  void *handle = dlopen("libpoppler-glib.so.8", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return 0;
  // GLib and cairo are found through the library, which needs both.
  const struct { void *target; const char *name; } functions[] = {
      {&library->bytes_new_static, "g_bytes_new_static"},
      {&library->object_unref, "g_object_unref"},
      {&library->free, "g_free"},
      {&library->document_new, "poppler_document_new_from_bytes"},
      {&library->page_count, "poppler_document_get_n_pages"},
      {&library->page, "poppler_document_get_page"},
      {&library->page_size, "poppler_page_get_size"},
      {&library->page_text, "poppler_page_get_text"},
      {&library->page_layout, "poppler_page_get_text_layout"},
      {&library->page_render, "poppler_page_render"},
      {&library->surface_new, "cairo_image_surface_create"},
      {&library->surface_status, "cairo_surface_status"},
      {&library->surface_flush, "cairo_surface_flush"},
      {&library->surface_data, "cairo_image_surface_get_data"},
      {&library->surface_stride, "cairo_image_surface_get_stride"},
      {&library->surface_destroy, "cairo_surface_destroy"},
      {&library->context_new, "cairo_create"},
      {&library->context_destroy, "cairo_destroy"},
      {&library->scale, "cairo_scale"},
      {&library->set_color, "cairo_set_source_rgb"},
      {&library->paint, "cairo_paint"},
  };
  for (size_t index = 0; index < sizeof functions / sizeof functions[0]; index++) {
    void *function = dlsym(handle, functions[index].name);
    if (!function) return 0;
    *(void **)functions[index].target = function;
  }
  return 1;
}
