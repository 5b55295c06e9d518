// Connections of ODBC: disconnecting keeps the handle.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sql.h>
#include <sqlext.h>

void leaksSQLAllocHandle(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Connection' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandle(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  if (SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection)))
    SQLFreeHandle(SQL_HANDLE_DBC, Connection);
}

void releasesSQLAllocHandleByTheOlder(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  if (SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection)))
    SQLFreeConnect(Connection);
}

void leaksSQLAllocHandleStd(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  SQLAllocHandleStd(SQL_HANDLE_DBC, Environment, &Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Connection' acquired by 'SQLAllocHandleStd' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandleStd(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandleStd(SQL_HANDLE_DBC, Environment, &Connection)))
    SQLFreeHandle(SQL_HANDLE_DBC, Connection);
}

void releasesSQLAllocHandleStdByTheOlder(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandleStd(SQL_HANDLE_DBC, Environment, &Connection)))
    SQLFreeConnect(Connection);
}

void leaksSQLAllocConnect(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  SQLAllocConnect(Environment, &Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Connection' acquired by 'SQLAllocConnect' is not released on every path [db-session-leak]
}

void releasesSQLAllocConnect(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  if (SQL_SUCCEEDED(SQLAllocConnect(Environment, &Connection)))
    SQLFreeHandle(SQL_HANDLE_DBC, Connection);
}

void releasesSQLAllocConnectByTheOlder(SQLHENV Environment) {
  SQLHDBC Connection = 0;
  if (SQL_SUCCEEDED(SQLAllocConnect(Environment, &Connection)))
    SQLFreeConnect(Connection);
}

int leaksWhenConnectingFails(SQLHENV Environment, SQLCHAR *Source) {
  SQLHDBC Connection;
  if (SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection) != SQL_SUCCESS)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Connection' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return 1;
  if (!SQL_SUCCEEDED(SQLConnect(Connection, Source, SQL_NTS, 0, 0, 0, 0)))
    return 1;
  SQLDisconnect(Connection);
  SQLFreeHandle(SQL_HANDLE_DBC, Connection);
  return 0;
}

int releasesWhenConnectingFails(SQLHENV Environment, SQLCHAR *Source) {
  SQLHDBC Connection;
  if (SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection) != SQL_SUCCESS)
    return 1;
  if (!SQL_SUCCEEDED(SQLConnect(Connection, Source, SQL_NTS, 0, 0, 0, 0))) {
    SQLFreeHandle(SQL_HANDLE_DBC, Connection);
    return 1;
  }
  SQLDisconnect(Connection);
  SQLFreeHandle(SQL_HANDLE_DBC, Connection);
  return 0;
}

// Looks like a release and is none.
void leaksAfterDisconnecting(SQLHENV Environment, SQLCHAR *Source) {
  SQLHDBC Connection = SQL_NULL_HDBC;
  SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Connection' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  SQLConnect(Connection, Source, SQL_NTS, 0, 0, 0, 0);
  SQLDisconnect(Connection);
}

// Releasing the environment releases no connection.
void leaksAConnectionOfAFreedEnvironment(void) {
  SQLHENV Environment = SQL_NULL_HENV;
  SQLHDBC Connection = SQL_NULL_HDBC;
  SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment);
  SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'Connection' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  SQLFreeHandle(SQL_HANDLE_ENV, Environment);
}
