// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// `break` and `continue` end what is declared in their own loop or switch; what
// is declared around that ends where its own block does.
#include "libpq-fe.h"

int bad(int n);

void around(PGconn *c, int n) {
  for (int i = 0; i < n; i++) {
    PGresult *r = PQexec(c, "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-MESSAGES: :[[@LINE+3]]:11: note: taking the true branch
    // CHECK-MESSAGES: :[[@LINE+5]]:3: note: the scope of 'r' ends without 'PQclear'
    do {
      if (bad(n) == 0)
        break;
    } while (0);
  }
}

void around_continue(PGconn *c, int n) {
  for (int i = 0; i < n; i++) {
    PGresult *r = PQexec(c, "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-MESSAGES: :[[@LINE+5]]:3: note: the scope of 'r' ends without 'PQclear'
    do {
      if (bad(n) == 0)
        continue;
    } while (0);
  }
}

void around_switch(PGconn *c, int n) {
  while (bad(n)) {
    PGresult *r = PQexec(c, "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-MESSAGES: :[[@LINE+6]]:3: note: the scope of 'r' ends without 'PQclear'
    switch (n) {
    case 1:
      bad(1);
      break;
    }
  }
}

void own(PGconn *c, int n) {
  for (int i = 0; i < n; i++) {
    PGresult *r = PQexec(c, "");
    // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
    // CHECK-MESSAGES: :[[@LINE+4]]:9: note: 'continue' leaves the scope of 'r' without 'PQclear'
    switch (n) {
    case 1:
      if (bad(i))
        continue;
      break;
    }
    PQclear(r);
  }
}
