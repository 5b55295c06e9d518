// RUN: %check_dbtidy %s db-raw-session %t -std=c++11,c++17
#include <libpq-fe.h>
#include <sqlite3.h>

#define CONNECT(variable) PGconn *variable = PQconnectdb("")
#define FINISH(variable)                                                       \
  do {                                                                         \
    PQfinish(variable);                                                        \
    variable = nullptr;                                                        \
  } while (0)
#define CHECK_OK(call)                                                         \
  if ((call) != 0)                                                             \
  failed(#call)

[[noreturn]] void failed(const char *what) noexcept;

// Whoever wrote the macro decides.
void acquired_in_a_macro() {
  CONNECT(session);
  PQfinish(session);
}

void released_in_a_macro() {
  PGconn *session = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  FINISH(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
  // CHECK-NOFIX: :[[@LINE-4]]:21: note: no fix: 'session' is used in a macro
}

void in_the_argument_of_a_macro() {
  sqlite3 *db = nullptr;
  CHECK_OK(sqlite3_open("orders.db", &db));
  // CHECK-NOTES: :[[@LINE-1]]:12: warning: session 'db' acquired by 'sqlite3_open' is held by a raw handle and released by hand [db-raw-session]
  sqlite3_close(db);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'db' is released here
  // CHECK-NOFIX: :[[@LINE-4]]:12: note: no fix: 'db' is used in a macro
}
