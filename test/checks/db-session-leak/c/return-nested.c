// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Returning from deep inside nested statements.

#include "libpq-fe.h"

int step(void);

int fourDeep(int n) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step()) {
    if (n > 1) {
      while (n--) {
        switch (step()) {
        case 3:
          if (n == 2)
            return 7;
          break;
        }
      }
    }
  }
  PQfinish(c);
  return 0;
}

int fourDeepReleased(int n) {
  PGconn *c = PQconnectdb("");
  if (step()) {
    if (n > 1) {
      while (n--) {
        switch (step()) {
        case 3:
          if (n == 2) {
            PQfinish(c);
            return 7;
          }
          break;
        }
      }
    }
  }
  PQfinish(c);
  return 0;
}

int bareBlocks(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  {
    {
      if (step())
        return 1;
    }
  }
  PQfinish(c);
  return 0;
}

int bareBlocksReleased(void) {
  PGconn *c = PQconnectdb("");
  {
    {
      if (step()) {
        PQfinish(c);
        return 1;
      }
    }
  }
  PQfinish(c);
  return 0;
}

int acquiredInside(void) {
  if (step()) {
    if (!step()) {
      PGconn *c = PQconnectdb("");
      // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
      if (step())
        return 1;
      PQfinish(c);
    }
  }
  return 0;
}

int acquiredInsideReleased(void) {
  if (step()) {
    if (!step()) {
      PGconn *c = PQconnectdb("");
      if (step()) {
        PQfinish(c);
        return 1;
      }
      PQfinish(c);
    }
  }
  return 0;
}

int twoHeldOneLeft(void) {
  PGconn *a = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'a' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (step()) {
    PGconn *b = PQconnectdb("");
    if (step()) {
      PQfinish(b);
      return -1;
    }
    PQfinish(b);
  }
  PQfinish(a);
  return 0;
}

int twoHeldBothReleased(void) {
  PGconn *a = PQconnectdb("");
  if (step()) {
    PGconn *b = PQconnectdb("");
    if (step()) {
      PQfinish(b);
      PQfinish(a);
      return -1;
    }
    PQfinish(b);
  }
  PQfinish(a);
  return 0;
}
