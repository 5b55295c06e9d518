// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// What a logging macro does is no way out; its arguments are.

#include "libpq-fe.h"

class Logger {
public:
  Logger(const char *file, int line);
  ~Logger();
  Logger &stream();
};
Logger &operator<<(Logger &to, int value);
void write(const char *file, int line, int value);
int compute();

#define LOG_ERROR Logger(__FILE__, __LINE__).stream()
#define DEBUG_PRINT(x) write(__FILE__, __LINE__, x)
#define CHECKED(x) write(__FILE__, __LINE__, x)

int logs(PGconn *c) {
  PGresult *rows = PQexec(c, "SELECT 1");
  LOG_ERROR << 1;
  int n = PQntuples(rows);
  DEBUG_PRINT(n);
  PQclear(rows);
  return n;
}

void logsWhatIsComputed(PGconn *c) {
  PGresult *rows = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'rows' acquired by 'PQexec' is not released on every path [db-session-leak]
  DEBUG_PRINT(compute());
  // CHECK-MESSAGES: :[[@LINE-1]]:15: note: 'compute' may throw and leaves the function without 'PQclear'
  PQclear(rows);
}

void checks(PGconn *c) {
  PGresult *rows = PQexec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'rows' acquired by 'PQexec' is not released on every path [db-session-leak]
  CHECKED(1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: note: 'write' may throw and leaves the function without 'PQclear'
  PQclear(rows);
}
