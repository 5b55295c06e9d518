// Statements of ODBC: SQL_DROP releases, SQL_CLOSE does not.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sql.h>
#include <sqlext.h>

void leaksSQLAllocHandle(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandle(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  if (SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement)))
    SQLFreeHandle(SQL_HANDLE_STMT, Statement);
}

void releasesSQLAllocHandleByTheOlder(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  if (SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement)))
    SQLFreeStmt(Statement, SQL_DROP);
}

void leaksSQLAllocHandleStd(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  SQLAllocHandleStd(SQL_HANDLE_STMT, Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'SQLAllocHandleStd' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandleStd(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  if (SQL_SUCCEEDED(SQLAllocHandleStd(SQL_HANDLE_STMT, Connection, &Statement)))
    SQLFreeHandle(SQL_HANDLE_STMT, Statement);
}

void releasesSQLAllocHandleStdByTheOlder(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  if (SQL_SUCCEEDED(SQLAllocHandleStd(SQL_HANDLE_STMT, Connection, &Statement)))
    SQLFreeStmt(Statement, SQL_DROP);
}

void leaksSQLAllocStmt(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  SQLAllocStmt(Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'SQLAllocStmt' is not released on every path [db-session-leak]
}

void releasesSQLAllocStmt(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  if (SQL_SUCCEEDED(SQLAllocStmt(Connection, &Statement)))
    SQLFreeHandle(SQL_HANDLE_STMT, Statement);
}

void releasesSQLAllocStmtByTheOlder(SQLHDBC Connection) {
  SQLHSTMT Statement = 0;
  if (SQL_SUCCEEDED(SQLAllocStmt(Connection, &Statement)))
    SQLFreeStmt(Statement, SQL_DROP);
}

void leaksAfterClosing(SQLHDBC Connection) {
  SQLHSTMT Statement = SQL_NULL_HSTMT;
  SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  SQLFreeStmt(Statement, SQL_CLOSE);
}

void leaksAfterUnbinding(SQLHDBC Connection) {
  SQLHSTMT Statement = SQL_NULL_HSTMT;
  SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  SQLFreeStmt(Statement, SQL_UNBIND);
}

void leaksAfterResettingParameters(SQLHDBC Connection) {
  SQLHSTMT Statement = SQL_NULL_HSTMT;
  SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  SQLFreeStmt(Statement, SQL_RESET_PARAMS);
}

int leaksWhenExecutingFails(SQLHDBC Connection, SQLCHAR *Sql) {
  SQLHSTMT Statement;
  SQLRETURN Code = SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (Code != SQL_SUCCESS)
    return 1;
  Code = SQLExecDirect(Statement, Sql, SQL_NTS);
  if (Code == SQL_ERROR)
    return 1;
  SQLCloseCursor(Statement);
  SQLFreeHandle(SQL_HANDLE_STMT, Statement);
  return 0;
}

int releasesWhenExecutingFails(SQLHDBC Connection, SQLCHAR *Sql) {
  SQLHSTMT Statement;
  SQLRETURN Code = SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  if (Code != SQL_SUCCESS)
    return 1;
  Code = SQLExecDirect(Statement, Sql, SQL_NTS);
  if (Code == SQL_ERROR) {
    SQLFreeHandle(SQL_HANDLE_STMT, Statement);
    return 1;
  }
  SQLCloseCursor(Statement);
  SQLFreeHandle(SQL_HANDLE_STMT, Statement);
  return 0;
}

// A connection takes its statements along.
void freesTheConnection(SQLHENV Environment, SQLCHAR *Source) {
  SQLHDBC Connection = SQL_NULL_HDBC;
  SQLHSTMT Statement = SQL_NULL_HSTMT;
  SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection);
  SQLConnect(Connection, Source, SQL_NTS, 0, 0, 0, 0);
  SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement);
  SQLDisconnect(Connection);
  SQLFreeHandle(SQL_HANDLE_DBC, Connection);
}
