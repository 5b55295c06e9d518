// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A call that must fail: its value is tested and dropped, and the program
// aborts if there is one.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

#define EXPECT(Condition)                                                      \
  do {                                                                         \
    if (!(Condition)) {                                                        \
      fprintf(stderr, "%s\n", #Condition);                                     \
      abort();                                                                 \
    }                                                                          \
  } while (0)

#define EXPECT_FALSE(Condition) EXPECT(!(Condition))

void badAddress(void) {
  EXPECT(!PQconnectdb("bad"));
  EXPECT(PQconnectdb("bad") == NULL);
  EXPECT(NULL == PQconnectdb("bad"));
  EXPECT_FALSE(PQconnectdb("bad"));
}

void inCondition(void) {
  if (PQconnectdb("bad") != NULL)
    abort();
}

void goodAddress(void) {
  EXPECT(PQconnectdb("good"));
// CHECK-MESSAGES: :[[@LINE-1]]:10: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
}
