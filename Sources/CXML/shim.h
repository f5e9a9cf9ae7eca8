// The library's encoding.h takes in ICU's headers where it was built with ICU. Foundation brings its
// own ICU, and a compiler that meets both refuses them as two definitions of one type. Nothing here
// needs ICU: the two members it adds stand at the end of a structure that is only pointed to.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/parserInternals.h>

static inline void choai_say_nothing(void *context, const char *message, ...) {}

// What the library says of faults in a text comes through the parser; where it has none at hand it
// writes to standard error, unless it is told not to: in this thread, and in those to come.
static inline void choai_silence_xml(void) {
  xmlSetGenericErrorFunc(NULL, choai_say_nothing);
  xmlThrDefSetGenericErrorFunc(NULL, choai_say_nothing);
}
