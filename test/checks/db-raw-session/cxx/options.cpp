// RUN: %check_dbtidy %s db-raw-session %t -std=c++17 -check-suffixes=ALL,SOME
// RUN: %check_dbtidy %s db-raw-session %t -std=c++17 -check-suffixes=SOME -options=Kinds:session
// RUN: %check_dbtidy %s db-raw-session %t -std=c++17 -check-suffixes=SOME -config='{CheckOptions: {Kinds: session}}'
// RUN: %check_dbtidy %s db-raw-session %t -std=c++17 -check-suffixes=ONE -options=Kinds:session,MaxExits:1
// RUN: %check_dbtidy %s db-raw-session %t -std=c++17 -check-suffixes=ALL,SOME,THROW -options=ImplicitExceptions:false
// RUN: %check_dbtidy %s db-raw-session %t -std=c++17 -expect-silence -options=UnknownCallee:keep
#include <libpq-fe.h>

void show(PGconn *session, PGresult *rows) noexcept;
void risky(PGconn *session);

int ping(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES-SOME: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOTES-ONE: :[[@LINE-2]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOTES-SOME: :[[@LINE+11]]:5: note: 'session' is released here
  // CHECK-NOTES-SOME: :[[@LINE+13]]:3: note: 'session' is released here
  // CHECK-NOTES-ONE: :[[@LINE+9]]:5: note: 'session' is released here
  // CHECK-NOTES-ONE: :[[@LINE-6]]:21: note: and 1 more release
  PGresult *rows = PQexec(session, "SELECT 1");
  // CHECK-NOTES-ALL: :[[@LINE-1]]:20: warning: result 'rows' acquired by 'PQexec' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOTES-ALL: :[[@LINE+3]]:3: note: 'rows' is released here
  show(session, rows);
  int n = PQntuples(rows);
  PQclear(rows);
  if (n == 0) {
    PQfinish(session);
    return 1;
  }
  PQfinish(session);
  return 0;
}

int throws(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES-THROW: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOTES-THROW: :[[@LINE+2]]:3: note: 'session' is released here
  risky(session);
  PQfinish(session);
  return 0;
}
