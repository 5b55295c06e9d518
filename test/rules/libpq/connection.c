// Connections of libpq: each function that connects, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/postgresql

#include <libpq-fe.h>

void report(const char *Text);

void leaksPQconnectdb(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
}

void releasesPQconnectdb(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  PQfinish(Connection);
}

void leaksPQconnectdbParams(const char **Keys, const char **Values) {
  PGconn *Connection = PQconnectdbParams(Keys, Values, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectdbParams' is not released on every path [db-session-leak]
}

void releasesPQconnectdbParams(const char **Keys, const char **Values) {
  PGconn *Connection = PQconnectdbParams(Keys, Values, 0);
  PQfinish(Connection);
}

void leaksPQsetdbLogin(void) {
  PGconn *Connection = PQsetdbLogin("host", "5432", 0, 0, "orders", "me", 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQsetdbLogin' is not released on every path [db-session-leak]
}

void releasesPQsetdbLogin(void) {
  PGconn *Connection = PQsetdbLogin("host", "5432", 0, 0, "orders", "me", 0);
  PQfinish(Connection);
}

void leaksPQconnectStart(const char *Info) {
  PGconn *Connection = PQconnectStart(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectStart' is not released on every path [db-session-leak]
}

void releasesPQconnectStart(const char *Info) {
  PGconn *Connection = PQconnectStart(Info);
  PQfinish(Connection);
}

void leaksPQconnectStartParams(const char **Keys, const char **Values) {
  PGconn *Connection = PQconnectStartParams(Keys, Values, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectStartParams' is not released on every path [db-session-leak]
}

void releasesPQconnectStartParams(const char **Keys, const char **Values) {
  PGconn *Connection = PQconnectStartParams(Keys, Values, 0);
  PQfinish(Connection);
}

void leaksPQsetdb(void) {
  PGconn *Connection = PQsetdb("host", "5432", 0, 0, "orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQsetdbLogin' is not released on every path [db-session-leak]
}

void releasesPQsetdb(void) {
  PGconn *Connection = PQsetdb("host", "5432", 0, 0, "orders");
  PQfinish(Connection);
}

// The handle is owed although connecting failed.
int leaksABadConnection(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(Connection) != CONNECTION_OK) {
    report(PQerrorMessage(Connection));
    return 1;
  }
  PQfinish(Connection);
  return 0;
}

int releasesABadConnection(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  if (PQstatus(Connection) != CONNECTION_OK) {
    report(PQerrorMessage(Connection));
    PQfinish(Connection);
    return 1;
  }
  PQfinish(Connection);
  return 0;
}

// Only without memory is there nothing to release.
int owesNothingWithoutMemory(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  if (!Connection)
    return 1;
  PQfinish(Connection);
  return 0;
}

// Resetting gives nothing back.
void leaksAfterReset(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQreset(Connection);
}

int leaksWhilePolling(const char *Info) {
  PGconn *Connection = PQconnectStart(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectStart' is not released on every path [db-session-leak]
  if (!Connection)
    return 0;
  for (;;) {
    switch (PQconnectPoll(Connection)) {
    case PGRES_POLLING_OK:
      PQfinish(Connection);
      return 1;
    case PGRES_POLLING_FAILED:
      return 0;
    default:
      break;
    }
  }
}

int releasesWhilePolling(const char *Info) {
  PGconn *Connection = PQconnectStart(Info);
  if (!Connection)
    return 0;
  for (;;) {
    switch (PQconnectPoll(Connection)) {
    case PGRES_POLLING_OK:
      PQfinish(Connection);
      return 1;
    case PGRES_POLLING_FAILED:
      PQfinish(Connection);
      return 0;
    default:
      break;
    }
  }
}
