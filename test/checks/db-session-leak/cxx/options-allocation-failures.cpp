// RUN: %check_dbtidy %s db-session-leak %t -std=c++17 -check-suffixes=ON -options=AllocationFailures:true
// RUN: %check_dbtidy %s db-session-leak %t -std=c++17 -expect-silence

// AllocationFailures: a failed allocation counts as an exception too.
#include "libpq-fe.h"
#include <string>
#include <vector>

struct Plain {
  int Value = 0;
};

void newExpression() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ON: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  Plain *p = new Plain();
  PQfinish(c);
  delete p;
}

void growsAVector(std::vector<int> &v) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ON: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  v.push_back(1);
  PQfinish(c);
}

void concatenates(std::string &s) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES-ON: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  s += "suffix";
  PQfinish(c);
}

void allocatesBefore(std::vector<int> &v) {
  v.push_back(1);
  PGconn *c = PQconnectdb("");
  int n = v.size();
  PQfinish(c);
  (void)n;
}

void allocatesInATry(std::vector<int> &v) {
  PGconn *c = PQconnectdb("");
  try {
    v.push_back(1);
  } catch (...) {
  }
  PQfinish(c);
}
