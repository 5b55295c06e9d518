// RUN: %check_dbtidy %s db-session-leak %t -std=c++17

// What is logged before a result is cleared does not throw, whoever logs it.

#include "libpq-fe.h"
#include <stdexcept>
#include <string>

void logMessage(const std::string &text, int level);
void logAndThrow(const std::string &text);
bool logIn(const std::string &user);
void report(const std::string &text);

class LogStream {};
LogStream &operator<<(LogStream &s, const std::string &text);

class Logger {
  LogStream Stream;

public:
  explicit Logger(int level);
  ~Logger();
  LogStream &stream();
};

void cleared(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQresultStatus(r) != PGRES_TUPLES_OK) {
    logMessage("failed", 1);
    Logger(3).stream() << "failed";
  }
  PQclear(r);
}

void reported(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    report("failed");
  PQclear(r);
}

void thrown(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    logAndThrow("failed");
  PQclear(r);
}

void loggedIn(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  logIn(PQgetvalue(r, 0, 0));
  PQclear(r);
}
