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
