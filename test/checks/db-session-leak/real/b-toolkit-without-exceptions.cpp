// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A file that is written for a toolkit without exceptions, and neither raises
// nor handles one, is of a program that does without them.

#include "libpq-fe.h"

class QString {
public:
  QString();
  ~QString();
};
class Connection {
public:
  void show(PGresult *rows, const QString &text);
  bool isGood(PGconn *c, const QString &text) {
    PGresult *rows = PQexec(c, "SELECT 1");
    show(rows, text);
    bool good = PQntuples(rows) == 1;
    PQclear(rows);
    return good;
  }
};

bool isBad(PGconn *c, Connection &other, const QString &text) {
  PGresult *rows = PQexec(c, "SELECT 1");
  // CHECK-NOTES: :[[@LINE-1]]:20: warning: result 'rows' acquired by 'PQexec' is not released on every path [db-session-leak]
  other.show(rows, text);
  if (PQntuples(rows) == 0)
    // CHECK-NOTES: :[[@LINE-1]]:7: note: taking the true branch
    return true;
  // CHECK-NOTES: :[[@LINE-1]]:5: note: 'return' leaves the function without 'PQclear'
  PQclear(rows);
  return false;
}
