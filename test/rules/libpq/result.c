// Results of libpq: each function that makes one, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/postgresql

#include <libpq-fe.h>

void report(const char *Text);
PGresult *execute(const char *Sql);

void leaksPQexec(PGconn *Connection) {
  PGresult *Result = PQexec(Connection, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQexec' is not released on every path [db-session-leak]
}

void releasesPQexec(PGconn *Connection) {
  PGresult *Result = PQexec(Connection, "SELECT 1");
  PQclear(Result);
}

void leaksPQexecParams(PGconn *Connection, const char **Values) {
  PGresult *Result =
      PQexecParams(Connection, "SELECT $1", 1, 0, Values, 0, 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Result' acquired by 'PQexecParams' is not released on every path [db-session-leak]
}

void releasesPQexecParams(PGconn *Connection, const char **Values) {
  PGresult *Result =
      PQexecParams(Connection, "SELECT $1", 1, 0, Values, 0, 0, 0);
  PQclear(Result);
}

void leaksPQprepare(PGconn *Connection) {
  PGresult *Result = PQprepare(Connection, "one", "SELECT 1", 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQprepare' is not released on every path [db-session-leak]
}

void releasesPQprepare(PGconn *Connection) {
  PGresult *Result = PQprepare(Connection, "one", "SELECT 1", 0, 0);
  PQclear(Result);
}

void leaksPQexecPrepared(PGconn *Connection) {
  PGresult *Result = PQexecPrepared(Connection, "one", 0, 0, 0, 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQexecPrepared' is not released on every path [db-session-leak]
}

void releasesPQexecPrepared(PGconn *Connection) {
  PGresult *Result = PQexecPrepared(Connection, "one", 0, 0, 0, 0, 0);
  PQclear(Result);
}

void leaksPQdescribePrepared(PGconn *Connection) {
  PGresult *Result = PQdescribePrepared(Connection, "one");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQdescribePrepared' is not released on every path [db-session-leak]
}

void releasesPQdescribePrepared(PGconn *Connection) {
  PGresult *Result = PQdescribePrepared(Connection, "one");
  PQclear(Result);
}

void leaksPQdescribePortal(PGconn *Connection) {
  PGresult *Result = PQdescribePortal(Connection, "rows");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQdescribePortal' is not released on every path [db-session-leak]
}

void releasesPQdescribePortal(PGconn *Connection) {
  PGresult *Result = PQdescribePortal(Connection, "rows");
  PQclear(Result);
}

void leaksPQgetResult(PGconn *Connection) {
  PGresult *Result = PQgetResult(Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQgetResult' is not released on every path [db-session-leak]
}

void releasesPQgetResult(PGconn *Connection) {
  PGresult *Result = PQgetResult(Connection);
  PQclear(Result);
}

void leaksPQfn(PGconn *Connection, int *Buffer, int *Length) {
  PGresult *Result = PQfn(Connection, 1, Buffer, Length, 1, 0, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQfn' is not released on every path [db-session-leak]
}

void releasesPQfn(PGconn *Connection, int *Buffer, int *Length) {
  PGresult *Result = PQfn(Connection, 1, Buffer, Length, 1, 0, 0);
  PQclear(Result);
}

void leaksPQmakeEmptyPGresult(PGconn *Connection) {
  PGresult *Result = PQmakeEmptyPGresult(Connection, PGRES_COMMAND_OK);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQmakeEmptyPGresult' is not released on every path [db-session-leak]
}

void releasesPQmakeEmptyPGresult(PGconn *Connection) {
  PGresult *Result = PQmakeEmptyPGresult(Connection, PGRES_COMMAND_OK);
  PQclear(Result);
}

void leaksPQcopyResult(const PGresult *Source) {
  PGresult *Result = PQcopyResult(Source, 0);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQcopyResult' is not released on every path [db-session-leak]
}

void releasesPQcopyResult(const PGresult *Source) {
  PGresult *Result = PQcopyResult(Source, 0);
  PQclear(Result);
}

int leaksAFailedResult(PGconn *Connection) {
  PGresult *Result = PQexec(Connection, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (PQresultStatus(Result) != PGRES_TUPLES_OK) {
    report(PQerrorMessage(Connection));
    return -1;
  }
  int Rows = PQntuples(Result);
  PQclear(Result);
  return Rows;
}

int releasesAFailedResult(PGconn *Connection) {
  PGresult *Result = PQexec(Connection, "SELECT 1");
  if (!Result || PQresultStatus(Result) != PGRES_TUPLES_OK) {
    report(PQerrorMessage(Connection));
    PQclear(Result);
    return -1;
  }
  int Rows = PQntuples(Result);
  PQclear(Result);
  return Rows;
}

void leaksTheFirstOfTwo(PGconn *Connection) {
  PGresult *Result = PQexec(Connection, "BEGIN");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQexec' is not released on every path [db-session-leak]
  Result = PQexec(Connection, "COMMIT");
  PQclear(Result);
}

void discardsAResult(PGconn *Connection) {
  PQexec(Connection, "BEGIN");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
  PQclear(PQexec(Connection, "COMMIT"));
}

void drains(PGconn *Connection) {
  PGresult *Result;
  while ((Result = PQgetResult(Connection)) != NULL)
    PQclear(Result);
}

void leaksWhileDraining(PGconn *Connection) {
  PGresult *Result;
  while ((Result = PQgetResult(Connection)) != NULL) {
    // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'Result' acquired by 'PQgetResult' is not released on every path [db-session-leak]
    if (PQresultStatus(Result) == PGRES_FATAL_ERROR)
      continue;
    PQclear(Result);
  }
}

// Whoever receives a result owns it, also from a function defined elsewhere.
int leaksAWrappedResult(void) {
  PGresult *Result = execute("SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'execute' is not released on every path [db-session-leak]
  return PQntuples(Result);
}

int releasesAWrappedResult(void) {
  PGresult *Result = execute("SELECT 1");
  int Rows = PQntuples(Result);
  PQclear(Result);
  return Rows;
}

// A result does not go away with its connection.
void leaksAResultOfAClosedConnection(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  PGresult *Result = PQexec(Connection, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQexec' is not released on every path [db-session-leak]
  report(PQgetvalue(Result, 0, 0));
  PQfinish(Connection);
}

void releasesAResultOfAClosedConnection(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  PGresult *Result = PQexec(Connection, "SELECT 1");
  PQfinish(Connection);
  report(PQgetvalue(Result, 0, 0));
  PQclear(Result);
}
