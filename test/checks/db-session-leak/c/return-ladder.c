// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A long if-else ladder with one rung that forgets.

#include "libpq-fe.h"

int choose(void);

int oneRungForgets(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int k = choose();
  if (k == 1) {
    PQfinish(c);
    return 1;
  } else if (k == 2) {
    PQfinish(c);
    return 2;
  } else if (k == 3) {
    return 3;
  } else if (k == 4) {
    PQfinish(c);
    return 4;
  } else {
    PQfinish(c);
  }
  return 0;
}

int everyRungReleases(void) {
  PGconn *c = PQconnectdb("");
  int k = choose();
  if (k == 1) {
    PQfinish(c);
    return 1;
  } else if (k == 2) {
    PQfinish(c);
    return 2;
  } else if (k == 3) {
    PQfinish(c);
    return 3;
  } else if (k == 4) {
    PQfinish(c);
    return 4;
  } else {
    PQfinish(c);
  }
  return 0;
}

int missingElse(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int k = choose();
  if (k == 1)
    PQfinish(c);
  else if (k == 2)
    PQfinish(c);
  return 0;
}

int withElse(void) {
  PGconn *c = PQconnectdb("");
  int k = choose();
  if (k == 1)
    PQfinish(c);
  else if (k == 2)
    PQfinish(c);
  else
    PQfinish(c);
  return 0;
}

int repeatedErrorTests(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (choose() < 0) {
    PQfinish(c);
    return -1;
  }
  if (choose() < 0) {
    PQfinish(c);
    return -2;
  }
  if (choose() < 0)
    return -3;
  if (choose() < 0) {
    PQfinish(c);
    return -4;
  }
  PQfinish(c);
  return 0;
}
