// RUN: %check_dbtidy %s db-raw-session %t -std=c++11-or-later
#include <libpq-fe.h>
#include <stdexcept>

void audit(int order) noexcept;
void risky(int order);

int at_the_end(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  int status = PQstatus(session);
  audit(status);
  PQfinish(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
  return status;
}

int on_each_return(const char *where, int order) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  if (PQstatus(session) != CONNECTION_OK) {
    PQfinish(session);
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'session' is released here
    return 1;
  }
  if (order == 0) {
    PQfinish(session);
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'session' is released here
    throw std::runtime_error("no order");
  }
  PQfinish(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
  return 0;
}

void and_by_the_handler(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  try {
    risky(1);
  } catch (...) {
    PQfinish(session);
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'session' is released here
    throw;
  }
  PQfinish(session);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'session' is released here
}

int many(const char *where, int order) {
  PGconn *session = PQconnectdb(where);
  // CHECK-NOTES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  switch (order) {
  case 0:
    PQfinish(session);
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'session' is released here
    return 4;
  case 1:
    PQfinish(session);
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'session' is released here
    return 3;
  case 2:
    PQfinish(session);
    // CHECK-NOTES: :[[@LINE-1]]:5: note: 'session' is released here
    return 2;
  // CHECK-NOTES: :[[@LINE-15]]:21: note: and 2 more releases
  case 3:
    PQfinish(session);
    return 1;
  }
  PQfinish(session);
  return 0;
}

// Leaks: db-session-leak reports it.
void leaks(const char *where) {
  PGconn *session = PQconnectdb(where);
  risky(1);
  PQfinish(session);
}

// No variable holds it.
void never_held(PGconn *session) { PQclear(PQexec(session, "BEGIN")); }
