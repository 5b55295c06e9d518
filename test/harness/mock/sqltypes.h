//===- sqltypes.h - A stand-in for the types of ODBC --------------*- C -*-===//
//
// The types that the mock of sql.h needs.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MOCK_SQLTYPES_H
#define DBTIDY_MOCK_SQLTYPES_H

typedef unsigned char SQLCHAR;
typedef unsigned short SQLWCHAR;
typedef signed short SQLSMALLINT;
typedef unsigned short SQLUSMALLINT;
typedef int SQLINTEGER;
typedef unsigned int SQLUINTEGER;
typedef long SQLLEN;
typedef unsigned long SQLULEN;
typedef unsigned long SQLSETPOSIROW;
typedef void *SQLPOINTER;
typedef SQLSMALLINT SQLRETURN;
typedef SQLSMALLINT RETCODE;
typedef void *SQLHANDLE;
typedef SQLHANDLE SQLHENV;
typedef SQLHANDLE SQLHDBC;
typedef SQLHANDLE SQLHSTMT;
typedef SQLHANDLE SQLHDESC;
typedef SQLHANDLE HENV;
typedef SQLHANDLE HDBC;
typedef SQLHANDLE HSTMT;
typedef void *SQLHWND;

#endif // DBTIDY_MOCK_SQLTYPES_H
