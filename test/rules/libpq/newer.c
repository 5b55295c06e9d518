// What PostgreSQL 17 added, against the mock header.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11

#include <libpq-fe.h>

void leaksPQclosePrepared(PGconn *Connection) {
  PGresult *Result = PQclosePrepared(Connection, "one");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQclosePrepared' is not released on every path [db-session-leak]
}

void releasesPQclosePrepared(PGconn *Connection) {
  PGresult *Result = PQclosePrepared(Connection, "one");
  PQclear(Result);
}

void leaksPQclosePortal(PGconn *Connection) {
  PGresult *Result = PQclosePortal(Connection, "rows");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQclosePortal' is not released on every path [db-session-leak]
}

void releasesPQclosePortal(PGconn *Connection) {
  PGresult *Result = PQclosePortal(Connection, "rows");
  PQclear(Result);
}

void leaksPQchangePassword(PGconn *Connection) {
  PGresult *Result = PQchangePassword(Connection, "me", "secret");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQchangePassword' is not released on every path [db-session-leak]
}

void releasesPQchangePassword(PGconn *Connection) {
  PGresult *Result = PQchangePassword(Connection, "me", "secret");
  PQclear(Result);
}

void leaksPQcancelCreate(PGconn *Connection) {
  PGcancelConn *Cancel = PQcancelCreate(Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Cancel' acquired by 'PQcancelCreate' is not released on every path [db-session-leak]
}

void releasesPQcancelCreate(PGconn *Connection) {
  PGcancelConn *Cancel = PQcancelCreate(Connection);
  PQcancelFinish(Cancel);
}

// The handle is owed although cancelling failed, and after a reset.
int leaksAFailedCancel(PGconn *Connection) {
  PGcancelConn *Cancel = PQcancelCreate(Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Cancel' acquired by 'PQcancelCreate' is not released on every path [db-session-leak]
  if (!PQcancelBlocking(Cancel)) {
    PQcancelReset(Cancel);
    return PQcancelStatus(Cancel);
  }
  PQcancelFinish(Cancel);
  return 0;
}

const char *leaksWhatIsPolled(PGconn *Connection) {
  PGcancelConn *Cancel = PQcancelCreate(Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:26: warning: session 'Cancel' acquired by 'PQcancelCreate' is not released on every path [db-session-leak]
  if (PQcancelStart(Cancel) && PQcancelSocket(Cancel) >= 0)
    PQcancelPoll(Cancel);
  return PQcancelErrorMessage(Cancel);
}

int leaksAConnection(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  PQsetChunkedRowsMode(Connection, 8);
  PQsendClosePrepared(Connection, "one");
  PQsendClosePortal(Connection, "rows");
  PQsendPipelineSync(Connection);
  return PQconnectionUsedGSSAPI(Connection);
}
