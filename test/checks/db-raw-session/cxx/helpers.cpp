// RUN: %check_dbtidy %s db-raw-session %t -std=c++11,c++17
#include <libpq-fe.h>

PGconn *connect(const char *where) { return PQconnectdb(where); }
PGconn *connect_elsewhere(const char *where);
void shut(PGconn *session) { PQfinish(session); }
void close_connection(PGconn *session);
void show(PGconn *session) noexcept;

void acquired_by_a_helper(const char *where) {
  PGconn *session = connect(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'connect' is held by a raw handle and released by hand [db-raw-session]
  show(session);
  PQfinish(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
}

// That it is released on every path tells who owns it.
void acquired_elsewhere(const char *where) {
  PGconn *session = connect_elsewhere(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'connect_elsewhere' is held by a raw handle and released by hand [db-raw-session]
  show(session);
  PQfinish(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
}

void borrowed_from_elsewhere(const char *where) {
  PGconn *session = connect_elsewhere(where);
  show(session);
}

void released_by_a_helper(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  show(session);
  shut(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
  // CHECK-NOFIX: :[[@LINE-5]]:21: note: no fix: 'session' is released indirectly
}

void released_elsewhere(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  show(session);
  close_connection(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
  // CHECK-NOFIX: :[[@LINE-5]]:21: note: no fix: 'session' is released indirectly
}
