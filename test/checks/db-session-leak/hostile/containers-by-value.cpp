// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// Containers whose copies are passed on.

#include "libpq-fe.h"
#include <list>
#include <map>

static void lookAtLast(std::list<PGconn *> All) { PQstatus(All.back()); }
static void closeLast(const std::list<PGconn *> &All) { PQfinish(All.back()); }

void listForgotten() {
  std::list<PGconn *> All;
  All.push_back(PQconnectdb(""));
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session {{.*}} acquired by 'PQconnectdb' is not released on every path
  lookAtLast(All);
}

void listClosed() {
  std::list<PGconn *> All;
  All.push_back(PQconnectdb(""));
  closeLast(All);
}

static void lookAtTwo(std::map<int, PGconn *> All) { PQstatus(All[2]); }
static void closeTwo(std::map<int, PGconn *> All) { PQfinish(All[2]); }

void mapForgotten() {
  std::map<int, PGconn *> All;
  All[2] = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: session {{.*}} acquired by 'PQconnectdb' is not released on every path
  lookAtTwo(All);
}

void mapClosed() {
  std::map<int, PGconn *> All;
  All[2] = PQconnectdb("");
  closeTwo(All);
}
