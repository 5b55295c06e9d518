// RUN: %check_dbtidy %s db-session-leak %t -expect-errors -std=c++11,c++17,c++20

// libpqxx without a header that it needs: a class with a member whose type is
// not defined, and a destructor. What else is wrong with the file is not hidden.

#include "libpq-fe.h"

class Unknown;

class Session {
public:
  explicit Session(const char *where) : conn(PQconnectdb(where)) {}
  ~Session() { PQfinish(conn); }

private:
  PGconn *conn;
  Unknown one;
// CHECK-MESSAGES: :[[@LINE-1]]:11: error: field has incomplete type 'Unknown'
  Unknown many[2];
// CHECK-MESSAGES: :[[@LINE-1]]:11: error: field has incomplete type 'Unknown'
};

void discards(PGconn *conn) {
  PQexec(conn, "commit");
// CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}
