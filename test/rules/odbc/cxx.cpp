// ODBC from C++: exceptions as ways out, a guard for a statement.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers

#include <sql.h>
#include <sqlext.h>
#include <stdexcept>
#include <string>

void audit(const std::string &Text);

class Guard {
public:
  explicit Guard(SQLHSTMT Owned) : Statement(Owned) {}
  ~Guard() { SQLFreeHandle(SQL_HANDLE_STMT, Statement); }
  Guard(const Guard &) = delete;
  Guard &operator=(const Guard &) = delete;

private:
  SQLHSTMT Statement;
};

void leaksByThrow(SQLHDBC Connection, SQLCHAR *Sql) {
  SQLHSTMT Statement = SQL_NULL_HSTMT;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement)))
    // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    throw std::runtime_error("no statement");
  if (!SQL_SUCCEEDED(SQLExecDirect(Statement, Sql, SQL_NTS)))
    throw std::runtime_error("no result");
  SQLFreeHandle(SQL_HANDLE_STMT, Statement);
}

void leaksByACallThatThrows(SQLHENV Environment) {
  SQLHDBC Connection = SQL_NULL_HDBC;
  if (SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection) != SQL_SUCCESS)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Connection' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return;
  audit("allocated");
  SQLFreeHandle(SQL_HANDLE_DBC, Connection);
}

void releasesByAGuard(SQLHDBC Connection) {
  SQLHSTMT Statement = SQL_NULL_HSTMT;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement) != SQL_SUCCESS)
    return;
  Guard Owner(Statement);
  audit("allocated");
}
