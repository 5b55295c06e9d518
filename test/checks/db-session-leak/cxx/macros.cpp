// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Macros that check, throw and return.
#include "libpq-fe.h"

struct Error {
  const char *Text;
};
#define REQUIRE(condition)                                                     \
  do {                                                                         \
    if (!(condition))                                                          \
      throw Error{#condition};                                                 \
  } while (0)
#define RETURN_WHEN(condition)                                                 \
  do {                                                                         \
    if (condition)                                                             \
      return;                                                                  \
  } while (0)
#define SAFE_FINISH(c)                                                         \
  do {                                                                         \
    if (c) {                                                                   \
      PQfinish(c);                                                             \
      (c) = nullptr;                                                           \
    }                                                                          \
  } while (false)

void required() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  REQUIRE(PQstatus(c) == CONNECTION_OK);
  PQfinish(c);
}

void requiredNonNull() {
  PGconn *c = PQconnectdb("");
  REQUIRE(c != nullptr);
  PQfinish(c);
}

void returned(bool bad) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  RETURN_WHEN(bad);
  PQfinish(c);
}

void returnedBehindTheRelease(bool bad) {
  PGconn *c = PQconnectdb("");
  SAFE_FINISH(c);
  RETURN_WHEN(bad);
}

void releasedByAMacro(bool bad) {
  PGconn *c = PQconnectdb("");
  if (bad) {
    SAFE_FINISH(c);
    throw Error{"bad"};
  }
  SAFE_FINISH(c);
}
