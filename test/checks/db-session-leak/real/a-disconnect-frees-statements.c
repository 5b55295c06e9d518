// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// Disconnecting frees the statements of the connection.

#include "sql.h"
#include "sqlext.h"

struct Con {
  SQLHDBC Dbc;
  SQLHSTMT Stmt;
};

int lost(SQLRETURN rc);

static SQLRETURN reconnect(struct Con *c) {
  SQLDisconnect(c->Dbc);
  SQLRETURN rc = SQLConnect(c->Dbc, 0, 0, 0, 0, 0, 0);
  if (!SQL_SUCCEEDED(rc))
    return rc;
  return SQLAllocHandle(SQL_HANDLE_STMT, c->Dbc, &c->Stmt);
}

SQLRETURN submit(struct Con *c, SQLCHAR *sql) {
  SQLRETURN rc = SQLAllocHandle(SQL_HANDLE_STMT, c->Dbc, &c->Stmt);
  if (!SQL_SUCCEEDED(rc))
    return rc;
  rc = SQLExecDirect(c->Stmt, sql, SQL_NTS);
  if (lost(rc)) {
    rc = reconnect(c);
    if (SQL_SUCCEEDED(rc))
      rc = SQLExecDirect(c->Stmt, sql, SQL_NTS);
  }
  return rc;
}

SQLRETURN once(SQLHDBC dbc, SQLCHAR *sql) {
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    return SQL_ERROR;
  SQLRETURN rc = SQLExecDirect(stmt, sql, SQL_NTS);
  SQLDisconnect(dbc);
  return rc;
}

SQLRETURN otherConnection(SQLHDBC dbc, SQLHDBC other, SQLCHAR *sql) {
  SQLHSTMT stmt;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, dbc, &stmt)))
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: statement 'stmt' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return SQL_ERROR;
  SQLRETURN rc = SQLExecDirect(stmt, sql, SQL_NTS);
  SQLDisconnect(other);
  return rc;
}
