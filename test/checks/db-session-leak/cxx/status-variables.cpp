// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A status kept in a variable, combined, negated, of an enumeration.
#include "libpq-fe.h"
#include "sqlite3.h"

enum class Outcome { Good, Bad };
extern "C" void logLine(const char *);

void keptInAConstant() {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  const auto status = PQstatus(c);
  if (status != CONNECTION_OK)
    return;
  PQfinish(c);
}

void keptInABoolean(sqlite3 *db) {
  sqlite3_stmt *st{};
  const bool prepared{sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) == SQLITE_OK};
  if (!prepared)
    return;
  sqlite3_finalize(st);
}

void keptInABooleanForgets(sqlite3 *db) {
  sqlite3_stmt *st{};
  const bool prepared{sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr) == SQLITE_OK};
// CHECK-MESSAGES: :[[@LINE-1]]:23: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (prepared)
    return;
  sqlite3_finalize(st);
}

void failedMeansNoStatement(sqlite3 *db) {
  sqlite3_stmt *st = nullptr;
  auto rc = sqlite3_prepare_v2(db, "SELECT 1", -1, &st, nullptr);
  if (rc)
    throw rc;
  sqlite3_finalize(st);
}

void failedButOpened(const char *path) {
  sqlite3 *db = nullptr;
  auto rc = sqlite3_open(path, &db);
// CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
  if (rc)
    throw rc;
  sqlite3_close(db);
}

void enumerationFlag(bool wanted) {
  PGconn *c = nullptr;
  Outcome outcome = Outcome::Bad;
  if (wanted) {
    c = PQconnectdb("");
    outcome = Outcome::Good;
  }
  logLine("between");
  if (outcome == Outcome::Good)
    PQfinish(c);
}

void enumerationFlagTheWrongWay(bool wanted) {
  PGconn *c = nullptr;
  Outcome outcome = Outcome::Bad;
  if (wanted) {
    c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    outcome = Outcome::Good;
  }
  logLine("between");
  if (outcome == Outcome::Bad)
    PQfinish(c);
}

void sameConditionTwice(bool wanted) {
  PGconn *c = nullptr;
  if (wanted)
    c = PQconnectdb("");
  logLine("between");
  if (wanted)
    PQfinish(c);
}

void enumerationSwitch(Outcome outcome) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  switch (outcome) {
  case Outcome::Good:
    PQfinish(c);
    return;
  case Outcome::Bad:
    return;
  }
  PQfinish(c);
}

void enumerationSwitchReleases(Outcome outcome) {
  PGconn *c = PQconnectdb("");
  switch (outcome) {
  case Outcome::Good:
    PQfinish(c);
    return;
  case Outcome::Bad:
    PQfinish(c);
    return;
  }
  PQfinish(c);
}
