// What uses a handle gives nothing back.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers

#include <sql.h>
#include <sqlext.h>
#include <sqlucode.h>

void leaksEnvironment(void) {
  SQLHENV Environment;
  if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment) !=
      SQL_SUCCESS)
    // CHECK-MESSAGES: :[[@LINE-2]]:7: warning: environment 'Environment' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return;
  SQLEndTran(SQL_HANDLE_ENV, Environment, 0);
  SQLGetDiagField(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0, 0);
  SQLDataSources(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDataSourcesA(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDataSourcesW(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDrivers(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDriversA(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDriversW(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLError(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLErrorA(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLErrorW(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLGetEnvAttr(Environment, 0, 0, 0, 0);
  SQLSetEnvAttr(Environment, 0, 0, 0);
  SQLTransact(Environment, 0, 0);
}

void releasesEnvironment(void) {
  SQLHENV Environment;
  if (SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &Environment) !=
      SQL_SUCCESS)
    return;
  SQLEndTran(SQL_HANDLE_ENV, Environment, 0);
  SQLGetDiagField(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_ENV, Environment, 0, 0, 0, 0, 0, 0);
  SQLDataSources(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDataSourcesA(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDataSourcesW(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDrivers(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDriversA(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLDriversW(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLError(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLErrorA(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLErrorW(Environment, 0, 0, 0, 0, 0, 0, 0);
  SQLGetEnvAttr(Environment, 0, 0, 0, 0);
  SQLSetEnvAttr(Environment, 0, 0, 0);
  SQLTransact(Environment, 0, 0);
  SQLFreeHandle(SQL_HANDLE_ENV, Environment);
}

void leaksConnection(SQLHENV Environment) {
  SQLHDBC Connection;
  if (SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection) != SQL_SUCCESS)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Connection' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return;
  SQLDisconnect(Connection);
  SQLEndTran(SQL_HANDLE_DBC, Connection, 0);
  SQLCancelHandle(SQL_HANDLE_DBC, Connection);
  SQLGetDiagField(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0, 0);
  SQLBrowseConnect(Connection, 0, 0, 0, 0, 0);
  SQLBrowseConnectA(Connection, 0, 0, 0, 0, 0);
  SQLBrowseConnectW(Connection, 0, 0, 0, 0, 0);
  SQLConnect(Connection, 0, 0, 0, 0, 0, 0);
  SQLConnectA(Connection, 0, 0, 0, 0, 0, 0);
  SQLConnectW(Connection, 0, 0, 0, 0, 0, 0);
  SQLDriverConnect(Connection, 0, 0, 0, 0, 0, 0, 0);
  SQLDriverConnectA(Connection, 0, 0, 0, 0, 0, 0, 0);
  SQLDriverConnectW(Connection, 0, 0, 0, 0, 0, 0, 0);
  SQLGetConnectAttr(Connection, 0, 0, 0, 0);
  SQLGetConnectAttrA(Connection, 0, 0, 0, 0);
  SQLGetConnectAttrW(Connection, 0, 0, 0, 0);
  SQLGetConnectOption(Connection, 0, 0);
  SQLGetConnectOptionA(Connection, 0, 0);
  SQLGetConnectOptionW(Connection, 0, 0);
  SQLGetFunctions(Connection, 0, 0);
  SQLGetInfo(Connection, 0, 0, 0, 0);
  SQLGetInfoA(Connection, 0, 0, 0, 0);
  SQLGetInfoW(Connection, 0, 0, 0, 0);
  SQLNativeSql(Connection, 0, 0, 0, 0, 0);
  SQLNativeSqlA(Connection, 0, 0, 0, 0, 0);
  SQLNativeSqlW(Connection, 0, 0, 0, 0, 0);
  SQLSetConnectAttr(Connection, 0, 0, 0);
  SQLSetConnectAttrA(Connection, 0, 0, 0);
  SQLSetConnectAttrW(Connection, 0, 0, 0);
  SQLSetConnectOption(Connection, 0, 0);
  SQLSetConnectOptionA(Connection, 0, 0);
  SQLSetConnectOptionW(Connection, 0, 0);
  SQLError(0, Connection, 0, 0, 0, 0, 0, 0);
  SQLErrorA(0, Connection, 0, 0, 0, 0, 0, 0);
  SQLErrorW(0, Connection, 0, 0, 0, 0, 0, 0);
  SQLTransact(0, Connection, 0);
}

void releasesConnection(SQLHENV Environment) {
  SQLHDBC Connection;
  if (SQLAllocHandle(SQL_HANDLE_DBC, Environment, &Connection) != SQL_SUCCESS)
    return;
  SQLDisconnect(Connection);
  SQLEndTran(SQL_HANDLE_DBC, Connection, 0);
  SQLCancelHandle(SQL_HANDLE_DBC, Connection);
  SQLGetDiagField(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_DBC, Connection, 0, 0, 0, 0, 0, 0);
  SQLBrowseConnect(Connection, 0, 0, 0, 0, 0);
  SQLBrowseConnectA(Connection, 0, 0, 0, 0, 0);
  SQLBrowseConnectW(Connection, 0, 0, 0, 0, 0);
  SQLConnect(Connection, 0, 0, 0, 0, 0, 0);
  SQLConnectA(Connection, 0, 0, 0, 0, 0, 0);
  SQLConnectW(Connection, 0, 0, 0, 0, 0, 0);
  SQLDriverConnect(Connection, 0, 0, 0, 0, 0, 0, 0);
  SQLDriverConnectA(Connection, 0, 0, 0, 0, 0, 0, 0);
  SQLDriverConnectW(Connection, 0, 0, 0, 0, 0, 0, 0);
  SQLGetConnectAttr(Connection, 0, 0, 0, 0);
  SQLGetConnectAttrA(Connection, 0, 0, 0, 0);
  SQLGetConnectAttrW(Connection, 0, 0, 0, 0);
  SQLGetConnectOption(Connection, 0, 0);
  SQLGetConnectOptionA(Connection, 0, 0);
  SQLGetConnectOptionW(Connection, 0, 0);
  SQLGetFunctions(Connection, 0, 0);
  SQLGetInfo(Connection, 0, 0, 0, 0);
  SQLGetInfoA(Connection, 0, 0, 0, 0);
  SQLGetInfoW(Connection, 0, 0, 0, 0);
  SQLNativeSql(Connection, 0, 0, 0, 0, 0);
  SQLNativeSqlA(Connection, 0, 0, 0, 0, 0);
  SQLNativeSqlW(Connection, 0, 0, 0, 0, 0);
  SQLSetConnectAttr(Connection, 0, 0, 0);
  SQLSetConnectAttrA(Connection, 0, 0, 0);
  SQLSetConnectAttrW(Connection, 0, 0, 0);
  SQLSetConnectOption(Connection, 0, 0);
  SQLSetConnectOptionA(Connection, 0, 0);
  SQLSetConnectOptionW(Connection, 0, 0);
  SQLError(0, Connection, 0, 0, 0, 0, 0, 0);
  SQLErrorA(0, Connection, 0, 0, 0, 0, 0, 0);
  SQLErrorW(0, Connection, 0, 0, 0, 0, 0, 0);
  SQLTransact(0, Connection, 0);
  SQLFreeHandle(SQL_HANDLE_DBC, Connection);
}

void leaksStatement(SQLHDBC Connection) {
  SQLHSTMT Statement;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement) != SQL_SUCCESS)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Statement' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return;
  SQLCloseCursor(Statement);
  SQLCancel(Statement);
  SQLCancelHandle(SQL_HANDLE_STMT, Statement);
  SQLGetDiagField(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0, 0);
  SQLBindCol(Statement, 0, 0, 0, 0, 0);
  SQLBindParam(Statement, 0, 0, 0, 0, 0, 0, 0);
  SQLBindParameter(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLBulkOperations(Statement, 0);
  SQLColAttribute(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributeA(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributeW(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributes(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributesA(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributesW(Statement, 0, 0, 0, 0, 0, 0);
  SQLColumnPrivileges(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnPrivilegesA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnPrivilegesW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumns(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeCol(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeColA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeColW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeParam(Statement, 0, 0, 0, 0, 0);
  SQLDescribeParamA(Statement, 0, 0, 0, 0, 0);
  SQLExecDirect(Statement, 0, 0);
  SQLExecDirectA(Statement, 0, 0);
  SQLExecDirectW(Statement, 0, 0);
  SQLExecute(Statement);
  SQLExtendedFetch(Statement, 0, 0, 0, 0);
  SQLFetch(Statement);
  SQLFetchScroll(Statement, 0, 0);
  SQLForeignKeys(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLForeignKeysA(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLForeignKeysW(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLGetCursorName(Statement, 0, 0, 0);
  SQLGetCursorNameA(Statement, 0, 0, 0);
  SQLGetCursorNameW(Statement, 0, 0, 0);
  SQLGetData(Statement, 0, 0, 0, 0, 0);
  SQLGetStmtAttr(Statement, 0, 0, 0, 0);
  SQLGetStmtAttrA(Statement, 0, 0, 0, 0);
  SQLGetStmtAttrW(Statement, 0, 0, 0, 0);
  SQLGetStmtOption(Statement, 0, 0);
  SQLGetStmtOptionA(Statement, 0, 0);
  SQLGetTypeInfo(Statement, 0);
  SQLGetTypeInfoA(Statement, 0);
  SQLGetTypeInfoW(Statement, 0);
  SQLMoreResults(Statement);
  SQLNumParams(Statement, 0);
  SQLNumResultCols(Statement, 0);
  SQLParamData(Statement, 0);
  SQLParamOptions(Statement, 0, 0);
  SQLPrepare(Statement, 0, 0);
  SQLPrepareA(Statement, 0, 0);
  SQLPrepareW(Statement, 0, 0);
  SQLPrimaryKeys(Statement, 0, 0, 0, 0, 0, 0);
  SQLPrimaryKeysA(Statement, 0, 0, 0, 0, 0, 0);
  SQLPrimaryKeysW(Statement, 0, 0, 0, 0, 0, 0);
  SQLProcedureColumns(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLProcedureColumnsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLProcedureColumnsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLProcedures(Statement, 0, 0, 0, 0, 0, 0);
  SQLProceduresA(Statement, 0, 0, 0, 0, 0, 0);
  SQLProceduresW(Statement, 0, 0, 0, 0, 0, 0);
  SQLPutData(Statement, 0, 0);
  SQLRowCount(Statement, 0);
  SQLSetCursorName(Statement, 0, 0);
  SQLSetCursorNameA(Statement, 0, 0);
  SQLSetCursorNameW(Statement, 0, 0);
  SQLSetParam(Statement, 0, 0, 0, 0, 0, 0, 0);
  SQLSetPos(Statement, 0, 0, 0);
  SQLSetScrollOptions(Statement, 0, 0, 0);
  SQLSetStmtAttr(Statement, 0, 0, 0);
  SQLSetStmtAttrW(Statement, 0, 0, 0);
  SQLSetStmtOption(Statement, 0, 0);
  SQLSetStmtOptionA(Statement, 0, 0);
  SQLSpecialColumns(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLSpecialColumnsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLSpecialColumnsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLStatistics(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLStatisticsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLStatisticsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLTablePrivileges(Statement, 0, 0, 0, 0, 0, 0);
  SQLTablePrivilegesA(Statement, 0, 0, 0, 0, 0, 0);
  SQLTablePrivilegesW(Statement, 0, 0, 0, 0, 0, 0);
  SQLTables(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLTablesA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLTablesW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLError(0, 0, Statement, 0, 0, 0, 0, 0);
  SQLErrorA(0, 0, Statement, 0, 0, 0, 0, 0);
  SQLErrorW(0, 0, Statement, 0, 0, 0, 0, 0);
}

void releasesStatement(SQLHDBC Connection) {
  SQLHSTMT Statement;
  if (SQLAllocHandle(SQL_HANDLE_STMT, Connection, &Statement) != SQL_SUCCESS)
    return;
  SQLCloseCursor(Statement);
  SQLCancel(Statement);
  SQLCancelHandle(SQL_HANDLE_STMT, Statement);
  SQLGetDiagField(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_STMT, Statement, 0, 0, 0, 0, 0, 0);
  SQLBindCol(Statement, 0, 0, 0, 0, 0);
  SQLBindParam(Statement, 0, 0, 0, 0, 0, 0, 0);
  SQLBindParameter(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLBulkOperations(Statement, 0);
  SQLColAttribute(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributeA(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributeW(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributes(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributesA(Statement, 0, 0, 0, 0, 0, 0);
  SQLColAttributesW(Statement, 0, 0, 0, 0, 0, 0);
  SQLColumnPrivileges(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnPrivilegesA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnPrivilegesW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumns(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLColumnsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeCol(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeColA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeColW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLDescribeParam(Statement, 0, 0, 0, 0, 0);
  SQLDescribeParamA(Statement, 0, 0, 0, 0, 0);
  SQLExecDirect(Statement, 0, 0);
  SQLExecDirectA(Statement, 0, 0);
  SQLExecDirectW(Statement, 0, 0);
  SQLExecute(Statement);
  SQLExtendedFetch(Statement, 0, 0, 0, 0);
  SQLFetch(Statement);
  SQLFetchScroll(Statement, 0, 0);
  SQLForeignKeys(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLForeignKeysA(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLForeignKeysW(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLGetCursorName(Statement, 0, 0, 0);
  SQLGetCursorNameA(Statement, 0, 0, 0);
  SQLGetCursorNameW(Statement, 0, 0, 0);
  SQLGetData(Statement, 0, 0, 0, 0, 0);
  SQLGetStmtAttr(Statement, 0, 0, 0, 0);
  SQLGetStmtAttrA(Statement, 0, 0, 0, 0);
  SQLGetStmtAttrW(Statement, 0, 0, 0, 0);
  SQLGetStmtOption(Statement, 0, 0);
  SQLGetStmtOptionA(Statement, 0, 0);
  SQLGetTypeInfo(Statement, 0);
  SQLGetTypeInfoA(Statement, 0);
  SQLGetTypeInfoW(Statement, 0);
  SQLMoreResults(Statement);
  SQLNumParams(Statement, 0);
  SQLNumResultCols(Statement, 0);
  SQLParamData(Statement, 0);
  SQLParamOptions(Statement, 0, 0);
  SQLPrepare(Statement, 0, 0);
  SQLPrepareA(Statement, 0, 0);
  SQLPrepareW(Statement, 0, 0);
  SQLPrimaryKeys(Statement, 0, 0, 0, 0, 0, 0);
  SQLPrimaryKeysA(Statement, 0, 0, 0, 0, 0, 0);
  SQLPrimaryKeysW(Statement, 0, 0, 0, 0, 0, 0);
  SQLProcedureColumns(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLProcedureColumnsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLProcedureColumnsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLProcedures(Statement, 0, 0, 0, 0, 0, 0);
  SQLProceduresA(Statement, 0, 0, 0, 0, 0, 0);
  SQLProceduresW(Statement, 0, 0, 0, 0, 0, 0);
  SQLPutData(Statement, 0, 0);
  SQLRowCount(Statement, 0);
  SQLSetCursorName(Statement, 0, 0);
  SQLSetCursorNameA(Statement, 0, 0);
  SQLSetCursorNameW(Statement, 0, 0);
  SQLSetParam(Statement, 0, 0, 0, 0, 0, 0, 0);
  SQLSetPos(Statement, 0, 0, 0);
  SQLSetScrollOptions(Statement, 0, 0, 0);
  SQLSetStmtAttr(Statement, 0, 0, 0);
  SQLSetStmtAttrW(Statement, 0, 0, 0);
  SQLSetStmtOption(Statement, 0, 0);
  SQLSetStmtOptionA(Statement, 0, 0);
  SQLSpecialColumns(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLSpecialColumnsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLSpecialColumnsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLStatistics(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLStatisticsA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLStatisticsW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLTablePrivileges(Statement, 0, 0, 0, 0, 0, 0);
  SQLTablePrivilegesA(Statement, 0, 0, 0, 0, 0, 0);
  SQLTablePrivilegesW(Statement, 0, 0, 0, 0, 0, 0);
  SQLTables(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLTablesA(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLTablesW(Statement, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLError(0, 0, Statement, 0, 0, 0, 0, 0);
  SQLErrorA(0, 0, Statement, 0, 0, 0, 0, 0);
  SQLErrorW(0, 0, Statement, 0, 0, 0, 0, 0);
  SQLFreeHandle(SQL_HANDLE_STMT, Statement);
}

void leaksDescriptor(SQLHDBC Connection) {
  SQLHDESC Descriptor;
  if (SQLAllocHandle(SQL_HANDLE_DESC, Connection, &Descriptor) != SQL_SUCCESS)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Descriptor' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
    return;
  SQLGetDiagField(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0, 0);
  SQLCopyDesc(Descriptor, 0);
  SQLGetDescField(Descriptor, 0, 0, 0, 0, 0);
  SQLGetDescFieldA(Descriptor, 0, 0, 0, 0, 0);
  SQLGetDescFieldW(Descriptor, 0, 0, 0, 0, 0);
  SQLGetDescRec(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLGetDescRecA(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLGetDescRecW(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLSetDescField(Descriptor, 0, 0, 0, 0);
  SQLSetDescFieldW(Descriptor, 0, 0, 0, 0);
  SQLSetDescRec(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLCopyDesc(0, Descriptor);
}

void releasesDescriptor(SQLHDBC Connection) {
  SQLHDESC Descriptor;
  if (SQLAllocHandle(SQL_HANDLE_DESC, Connection, &Descriptor) != SQL_SUCCESS)
    return;
  SQLGetDiagField(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0);
  SQLGetDiagFieldA(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0);
  SQLGetDiagFieldW(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0);
  SQLGetDiagRec(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecA(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0, 0);
  SQLGetDiagRecW(SQL_HANDLE_DESC, Descriptor, 0, 0, 0, 0, 0, 0);
  SQLCopyDesc(Descriptor, 0);
  SQLGetDescField(Descriptor, 0, 0, 0, 0, 0);
  SQLGetDescFieldA(Descriptor, 0, 0, 0, 0, 0);
  SQLGetDescFieldW(Descriptor, 0, 0, 0, 0, 0);
  SQLGetDescRec(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLGetDescRecA(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLGetDescRecW(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLSetDescField(Descriptor, 0, 0, 0, 0);
  SQLSetDescFieldW(Descriptor, 0, 0, 0, 0);
  SQLSetDescRec(Descriptor, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  SQLCopyDesc(0, Descriptor);
  SQLFreeHandle(SQL_HANDLE_DESC, Descriptor);
}
