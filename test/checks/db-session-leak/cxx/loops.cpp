// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Loops: acquired in each round, left early, left by continue.
#include "libpq-fe.h"

extern "C" bool ready(PGconn *);
extern "C" int next(void);

void oncePerRound(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
    PQfinish(c);
  }
}

void leaksEachRound(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQreset(c);
  }
}

void breaks(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (!ready(c))
      break;
    PQfinish(c);
  }
}

void breaksAfterRelease(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
    if (!ready(c)) {
      PQfinish(c);
      break;
    }
    PQfinish(c);
  }
}

void continues(int n) {
  for (int i = 0; i < n; ++i) {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (!ready(c))
      continue;
    PQfinish(c);
  }
}

void whileLoopReassigns() {
  PGconn *c = nullptr;
  while (next()) {
    c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    PQreset(c);
  }
  PQfinish(c);
}

void whileLoopReleasesFirst() {
  PGconn *c = nullptr;
  while (next()) {
    PQfinish(c);
    c = PQconnectdb("");
  }
  PQfinish(c);
}

void doLoopUntilReady() {
  PGconn *c;
  do {
    c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  } while (!ready(c));
  PQfinish(c);
}

void doLoopUntilReadyReleases() {
  PGconn *c = nullptr;
  do {
    PQfinish(c);
    c = PQconnectdb("");
  } while (!ready(c));
  PQfinish(c);
}

void declaredInTheCondition(PGconn *c) {
  while (PGresult *res = PQgetResult(c))
    PQclear(res);
}

void declaredInTheConditionAndLeft(PGconn *c) {
  while (PGresult *res = PQgetResult(c)) {
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: result 'res' acquired by 'PQgetResult' is not released on every path [db-session-leak]
    if (PQresultStatus(res) == PGRES_FATAL_ERROR)
      return;
    PQclear(res);
  }
}

void declaredInTheConditionAutomatic(PGconn *c) {
  while (auto *res = PQgetResult(c)) {
    if (PQresultStatus(res) == PGRES_FATAL_ERROR) {
      PQclear(res);
      break;
    }
    PQclear(res);
  }
}

void assignedInTheCondition(PGconn *c) {
  PGresult *res;
  while ((res = PQgetResult(c)) != nullptr)
    PQclear(res);
}

void assignedInTheConditionAndKept(PGconn *c) {
  PGresult *res;
  while ((res = PQgetResult(c)) != nullptr)
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'res' acquired by 'PQgetResult' is not released on every path [db-session-leak]
    PQresultStatus(res);
}

void declaredInTheForHeader(PGconn *c) {
  for (PGresult *res = PQgetResult(c); res; res = PQgetResult(c))
    PQclear(res);
}

void releasedInTheForHeader() {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = nullptr)
    ready(c);
}

void releasedInTheForHeaderButLeft() {
  for (PGconn *c = PQconnectdb(""); c; PQfinish(c), c = nullptr)
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (ready(c))
      break;
}

int returnsFromTwoLoops(int n) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  for (int i = 0; i < n; ++i)
    for (int j = 0; j < i; ++j)
      if (next() == j)
        return j;
  PQfinish(c);
  return -1;
}
