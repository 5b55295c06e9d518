// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// Which rule is meant depends on an argument: a variable that is constant here,
// or a parameter that callers fill in.

#include "sql.h"
#include "sqlext.h"

int step(void);

int constantHere(SQLHDBC d) {
  SQLHSTMT s;
  SQLSMALLINT kind = SQL_HANDLE_STMT;
  if (SQLAllocHandle(kind, d, &s) != SQL_SUCCESS)
  // CHECK-NOTES: :[[@LINE-1]]:7: warning: statement 's' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE-2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:5: note: 'return' leaves the function without 'SQLFreeHandle'
    return 1;
  if (step())
    return 2;
  SQLFreeHandle(kind, s);
  return 0;
}

int constantHereReleased(SQLHDBC d) {
  SQLHSTMT s;
  SQLSMALLINT kind = SQL_HANDLE_STMT;
  if (SQLAllocHandle(kind, d, &s) != SQL_SUCCESS)
    return 1;
  SQLFreeHandle(kind, s);
  return 0;
}

static SQLHANDLE make(SQLSMALLINT kind, SQLHANDLE from) {
  SQLHANDLE made;
  if (!SQL_SUCCEEDED(SQLAllocHandle(kind, from, &made)))
    return SQL_NULL_HANDLE;
  return made;
}

int parameter(SQLHDBC d) {
  SQLHSTMT s = make(SQL_HANDLE_STMT, d);
  // CHECK-NOTES: :[[@LINE-1]]:16: warning: statement 's' acquired by 'make' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+4]]:3: note: 'return' leaves the function without 'SQLFreeHandle'
  if (!s)
    return 1;
  SQLFetch(s);
  return 0;
}

int parameterReleased(SQLHDBC d) {
  SQLHSTMT s = make(SQL_HANDLE_STMT, d);
  if (!s)
    return 1;
  SQLFreeHandle(SQL_HANDLE_STMT, s);
  return 0;
}

static void unmake(SQLSMALLINT kind, SQLHANDLE *h) {
  if (*h)
    SQLFreeHandle(kind, *h);
  *h = SQL_NULL_HANDLE;
}

int parameterOfRelease(void) {
  SQLHENV e = SQL_NULL_HENV;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &e)))
  // CHECK-NOTES: :[[@LINE-1]]:22: warning: environment 'e' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE-2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:5: note: 'return' leaves the function without 'SQLFreeHandle'
    return 1;
  if (step())
    return 2;
  unmake(SQL_HANDLE_ENV, &e);
  return 0;
}

int parameterOfReleaseAlways(void) {
  SQLHENV e = SQL_NULL_HENV;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &e)))
    return 1;
  step();
  unmake(SQL_HANDLE_ENV, &e);
  return 0;
}
