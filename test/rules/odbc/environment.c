// Environments of ODBC: by the handle type, and by the older functions.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sql.h>
#include <sqlext.h>

void leaksSQLAllocHandle(void) {
  SQLHENV Environment = 0;
  SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: environment 'Environment' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandle(void) {
  SQLHENV Environment = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment)))
    SQLFreeHandle(SQL_HANDLE_ENV, Environment);
}

void releasesSQLAllocHandleByTheOlder(void) {
  SQLHENV Environment = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment)))
    SQLFreeEnv(Environment);
}

void leaksSQLAllocHandleStd(void) {
  SQLHENV Environment = 0;
  SQLAllocHandleStd(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: environment 'Environment' acquired by 'SQLAllocHandleStd' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandleStd(void) {
  SQLHENV Environment = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandleStd(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment)))
    SQLFreeHandle(SQL_HANDLE_ENV, Environment);
}

void releasesSQLAllocHandleStdByTheOlder(void) {
  SQLHENV Environment = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandleStd(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment)))
    SQLFreeEnv(Environment);
}

void leaksSQLAllocEnv(void) {
  SQLHENV Environment = 0;
  SQLAllocEnv(&Environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: environment 'Environment' acquired by 'SQLAllocEnv' is not released on every path [db-session-leak]
}

void releasesSQLAllocEnv(void) {
  SQLHENV Environment = 0;
  if (SQL_SUCCEEDED(SQLAllocEnv(&Environment)))
    SQLFreeHandle(SQL_HANDLE_ENV, Environment);
}

void releasesSQLAllocEnvByTheOlder(void) {
  SQLHENV Environment = 0;
  if (SQL_SUCCEEDED(SQLAllocEnv(&Environment)))
    SQLFreeEnv(Environment);
}

int leaksWhenTheVersionIsRefused(void) {
  SQLHENV Environment;
  SQLRETURN Code =
      SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Environment' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (!SQL_SUCCEEDED(Code))
    return 1;
  Code = SQLSetEnvAttr(Environment, SQL_ATTR_ODBC_VERSION,
                       (SQLPOINTER)SQL_OV_ODBC3, 0);
  if (!SQL_SUCCEEDED(Code))
    return 1;
  SQLFreeHandle(SQL_HANDLE_ENV, Environment);
  return 0;
}

int releasesWhenTheVersionIsRefused(void) {
  SQLHENV Environment;
  SQLRETURN Code =
      SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment);
  if (Code != SQL_SUCCESS && Code != SQL_SUCCESS_WITH_INFO)
    return 1;
  Code = SQLSetEnvAttr(Environment, SQL_ATTR_ODBC_VERSION,
                       (SQLPOINTER)SQL_OV_ODBC3, 0);
  SQLFreeHandle(SQL_HANDLE_ENV, Environment);
  return Code != SQL_SUCCESS;
}
