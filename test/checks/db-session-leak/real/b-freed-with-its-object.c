// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A library's object that is made by hand, and released by the library's
// function with what it holds.

#include "hiredis/hiredis.h"
#include <stdlib.h>

struct Wide {
  redisContext Base;
  redisReader *Reader;
};

redisContext *make(void) {
  struct Wide *w = calloc(1, sizeof(*w));
  if (w == NULL)
    return NULL;
  w->Reader = redisReaderCreate();
  if (w->Reader == NULL || w->Base.err) {
    redisFree((redisContext *)w);
    return NULL;
  }
  return (redisContext *)w;
}

redisContext *makeLeaking(void) {
  struct Wide *w = calloc(1, sizeof(*w));
  if (w == NULL)
    return NULL;
  w->Reader = redisReaderCreate();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: environment 'w->Reader' acquired by 'redisReaderCreate' is not released on every path [db-session-leak]
  if (w->Base.err) {
    free(w);
    return NULL;
  }
  return (redisContext *)w;
}
