// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// ODBC: one allocation function, whose first argument says what it hands out;
// success is more than one code.

#include "sql.h"

int step(void);

SQLRETURN statement(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: statement 'st' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(rc))
    return rc;
  rc = SQLExecDirect(st, (SQLCHAR *)"select 1", SQL_NTS);
  if (!SQL_SUCCEEDED(rc))
    return rc;
  SQLFreeHandle(SQL_HANDLE_STMT, st);
  return rc;
}

SQLRETURN statementReleased(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  if (!SQL_SUCCEEDED(rc))
    return rc;
  rc = SQLExecDirect(st, (SQLCHAR *)"select 1", SQL_NTS);
  if (!SQL_SUCCEEDED(rc)) {
    SQLFreeHandle(SQL_HANDLE_STMT, st);
    return rc;
  }
  SQLFreeHandle(SQL_HANDLE_STMT, st);
  return rc;
}

SQLRETURN successInBothCodes(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  if (rc != SQL_SUCCESS && rc != SQL_SUCCESS_WITH_INFO)
    return rc;
  SQLFreeHandle(SQL_HANDLE_STMT, st);
  return rc;
}

SQLRETURN successInEitherCode(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: statement 'st' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (rc == SQL_SUCCESS || rc == SQL_SUCCESS_WITH_INFO)
    return step();
  return rc;
}

SQLRETURN errorCode(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  if (rc == SQL_ERROR || rc == SQL_INVALID_HANDLE)
    return rc;
  SQLFreeHandle(SQL_HANDLE_STMT, st);
  return rc;
}

int testedDirectly(SQLHDBC dbc) {
  SQLHSTMT st;
  if (SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st))) {
    step();
    SQLFreeHandle(SQL_HANDLE_STMT, st);
    return 0;
  }
  return -1;
}

int dropped(SQLHDBC dbc) {
  SQLHSTMT st;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st)))
    return -1;
  SQLFreeStmt(st, SQL_DROP);
  return 0;
}

int closeIsNoRelease(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: statement 'st' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(rc))
    return -1;
  SQLFreeStmt(st, SQL_CLOSE);
  return 0;
}

int unbindIsNoRelease(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: statement 'st' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(rc))
    return -1;
  SQLFreeStmt(st, SQL_UNBIND);
  return 0;
}

int closedThenFreed(SQLHDBC dbc) {
  SQLHSTMT st;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st);
  if (!SQL_SUCCEEDED(rc))
    return -1;
  SQLFreeStmt(st, SQL_CLOSE);
  SQLFreeHandle(SQL_HANDLE_STMT, st);
  return 0;
}

int environment(void) {
  SQLHENV env;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: environment 'env' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(rc))
    return -1;
  if (step())
    return -2;
  SQLFreeHandle(SQL_HANDLE_ENV, env);
  return 0;
}

int environmentAndConnection(void) {
  SQLHENV env;
  SQLHDBC dbc;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: environment 'env' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(rc))
    return -1;
  rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
  if (!SQL_SUCCEEDED(rc))
    return -2;
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  SQLFreeHandle(SQL_HANDLE_ENV, env);
  return 0;
}

int environmentAndConnectionReleased(void) {
  SQLHENV env;
  SQLHDBC dbc;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &env);
  if (!SQL_SUCCEEDED(rc))
    return -1;
  rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
  if (!SQL_SUCCEEDED(rc)) {
    SQLFreeHandle(SQL_HANDLE_ENV, env);
    return -2;
  }
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  SQLFreeHandle(SQL_HANDLE_ENV, env);
  return 0;
}

int disconnectIsNoRelease(SQLHENV env) {
  SQLHDBC dbc;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: session 'dbc' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(rc))
    return -1;
  rc = SQLConnect(dbc, (SQLCHAR *)"d", SQL_NTS, (SQLCHAR *)"u", SQL_NTS,
                  (SQLCHAR *)"p", SQL_NTS);
  if (SQL_SUCCEEDED(rc))
    SQLDisconnect(dbc);
  return 0;
}

int disconnectedAndFreed(SQLHENV env) {
  SQLHDBC dbc;
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc);
  if (!SQL_SUCCEEDED(rc))
    return -1;
  rc = SQLConnect(dbc, (SQLCHAR *)"d", SQL_NTS, (SQLCHAR *)"u", SQL_NTS,
                  (SQLCHAR *)"p", SQL_NTS);
  if (SQL_SUCCEEDED(rc))
    SQLDisconnect(dbc);
  SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  return 0;
}

int gotoCleanup(SQLHENV env) {
  SQLHDBC dbc = SQL_NULL_HANDLE;
  SQLHSTMT st = SQL_NULL_HANDLE;
  int result = -1;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DBC, env, &dbc)))
    goto out;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &st)))
    goto out;
  result = step();
out:
  if (st)
    SQLFreeHandle(SQL_HANDLE_STMT, st);
  if (dbc)
    SQLFreeHandle(SQL_HANDLE_DBC, dbc);
  return result;
}
