// Descriptors of ODBC that an application allocates.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sql.h>
#include <sqlext.h>

void leaksSQLAllocHandle(SQLHDBC Connection) {
  SQLHDESC Descriptor = 0;
  SQLAllocHandle(SQL_HANDLE_DESC, Connection, &Descriptor);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Descriptor' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandle(SQLHDBC Connection) {
  SQLHDESC Descriptor = 0;
  if (SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_DESC, Connection, &Descriptor)))
    SQLFreeHandle(SQL_HANDLE_DESC, Descriptor);
}

void leaksSQLAllocHandleStd(SQLHDBC Connection) {
  SQLHDESC Descriptor = 0;
  SQLAllocHandleStd(SQL_HANDLE_DESC, Connection, &Descriptor);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: statement 'Descriptor' acquired by 'SQLAllocHandleStd' is not released on every path [db-session-leak]
}

void releasesSQLAllocHandleStd(SQLHDBC Connection) {
  SQLHDESC Descriptor = 0;
  if (SQL_SUCCEEDED(
          SQLAllocHandleStd(SQL_HANDLE_DESC, Connection, &Descriptor)))
    SQLFreeHandle(SQL_HANDLE_DESC, Descriptor);
}
