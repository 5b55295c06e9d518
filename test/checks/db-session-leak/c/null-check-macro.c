// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Checks and calls written through macros.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);

#define FAILED(p) ((p) == NULL)
#define CHECK(p)                                                               \
  if (!(p))                                                                    \
  return -1
#define FINISH(p)                                                              \
  do {                                                                         \
    if (p) {                                                                   \
      PQfinish(p);                                                             \
      (p) = NULL;                                                              \
    }                                                                          \
  } while (0)
#define BAIL_IF(e)                                                             \
  do {                                                                         \
    if (e)                                                                     \
      goto out;                                                                \
  } while (0)
#define RETURN_IF(e)                                                           \
  do {                                                                         \
    if (e)                                                                     \
      return -1;                                                               \
  } while (0)

int testInMacro(void) {
  PGconn *c = PQconnectdb("");
  if (FAILED(c))
    return -1;
  PQfinish(c);
  return 0;
}

int testInMacroForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (FAILED(c))
    return -1;
  return 0;
}

int returnInMacro(void) {
  PGconn *c = PQconnectdb("");
  CHECK(c);
  PQfinish(c);
  return 0;
}

int returnInMacroForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  CHECK(c);
  CHECK(step());
  PQfinish(c);
  return 0;
}

int releaseInMacro(void) {
  PGconn *c = PQconnectdb("");
  step();
  FINISH(c);
  return 0;
}

int releaseInMacroTwice(void) {
  PGconn *c = PQconnectdb("");
  if (step())
    FINISH(c);
  FINISH(c);
  return 0;
}

int bailToCleanup(void) {
  PGconn *c = PQconnectdb("");
  BAIL_IF(!c);
  BAIL_IF(step());
out:
  FINISH(c);
  return 0;
}

int returnHidden(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  RETURN_IF(step());
  FINISH(c);
  return 0;
}
