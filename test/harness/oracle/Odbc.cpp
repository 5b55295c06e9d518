//===- Odbc.cpp - An ODBC that counts -------------------------------------===//
//
// https://learn.microsoft.com/en-us/sql/odbc/reference/odbc-programmer-s-reference.
// Disconnecting frees the statements of a connection; a connection that is not
// disconnected, and an environment that has connections, cannot be freed.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include <sql.h>
#include <sqlext.h>

using namespace oracle;

static const char *kind(SQLSMALLINT Type) {
  switch (Type) {
  case SQL_HANDLE_ENV:
    return "SQLHENV";
  case SQL_HANDLE_DBC:
    return "SQLHDBC";
  case SQL_HANDLE_STMT:
    return "SQLHSTMT";
  default:
    return "SQLHDESC";
  }
}

enum { Disconnected, Connected };

static SQLRETURN allocate(const char *Function, SQLSMALLINT Type, void *Parent,
                          void **Out) {
  *Out = nullptr;
  if (Type != SQL_HANDLE_ENV &&
      !use(Function,
           kind(SQLSMALLINT(Type == SQL_HANDLE_DBC ? SQL_HANDLE_ENV
                                                   : SQL_HANDLE_DBC)),
           Parent))
    return SQL_INVALID_HANDLE;
  if (choose(2))
    return SQL_ERROR;
  *Out = acquire(Function, kind(Type), 64, Parent)->Memory;
  return SQL_SUCCESS;
}

static SQLRETURN freeHandle(const char *Function, SQLSMALLINT Type,
                            void *Memory) {
  Handle *H = find(Memory);
  if (Type == SQL_HANDLE_DBC && H && H->Live && H->State == Connected)
    return SQL_ERROR;
  if (Type == SQL_HANDLE_ENV && H && H->Live && hasLiveChildren(H))
    return SQL_ERROR;
  H = release(Function, kind(Type), Memory, NullRelease::Harmful);
  if (!H)
    return SQL_INVALID_HANDLE;
  releaseChildren(Function, H);
  return SQL_SUCCESS;
}

static SQLRETURN answer(const char *Function, const char *Kind, void *Memory) {
  if (!use(Function, Kind, Memory))
    return SQL_INVALID_HANDLE;
  return choose(2) ? SQL_ERROR : SQL_SUCCESS;
}

static SQLRETURN connect(const char *Function, SQLHDBC C) {
  SQLRETURN Code = answer(Function, "SQLHDBC", C);
  if (Code == SQL_SUCCESS)
    find(C)->State = Connected;
  return Code;
}

extern "C" {

SQLRETURN SQLAllocHandle(SQLSMALLINT Type, SQLHANDLE Parent, SQLHANDLE *Out) {
  return allocate("SQLAllocHandle", Type, Parent, Out);
}
SQLRETURN SQLAllocEnv(SQLHENV *Out) {
  return allocate("SQLAllocEnv", SQL_HANDLE_ENV, nullptr, Out);
}
SQLRETURN SQLAllocConnect(SQLHENV Env, SQLHDBC *Out) {
  return allocate("SQLAllocConnect", SQL_HANDLE_DBC, Env, Out);
}
SQLRETURN SQLAllocStmt(SQLHDBC C, SQLHSTMT *Out) {
  return allocate("SQLAllocStmt", SQL_HANDLE_STMT, C, Out);
}
SQLRETURN SQLFreeHandle(SQLSMALLINT Type, SQLHANDLE Memory) {
  return freeHandle("SQLFreeHandle", Type, Memory);
}
SQLRETURN SQLFreeEnv(SQLHENV Env) {
  return freeHandle("SQLFreeEnv", SQL_HANDLE_ENV, Env);
}
SQLRETURN SQLFreeConnect(SQLHDBC C) {
  return freeHandle("SQLFreeConnect", SQL_HANDLE_DBC, C);
}
SQLRETURN SQLFreeStmt(SQLHSTMT S, SQLUSMALLINT Option) {
  if (Option == SQL_DROP)
    return freeHandle("SQLFreeStmt", SQL_HANDLE_STMT, S);
  return use("SQLFreeStmt", "SQLHSTMT", S) ? SQL_SUCCESS : SQL_INVALID_HANDLE;
}
SQLRETURN SQLSetEnvAttr(SQLHENV Env, SQLINTEGER, SQLPOINTER, SQLINTEGER) {
  return answer("SQLSetEnvAttr", "SQLHENV", Env);
}
SQLRETURN SQLConnect(SQLHDBC C, SQLCHAR *, SQLSMALLINT, SQLCHAR *, SQLSMALLINT,
                     SQLCHAR *, SQLSMALLINT) {
  return connect("SQLConnect", C);
}
SQLRETURN SQLDriverConnect(SQLHDBC C, SQLHWND, SQLCHAR *, SQLSMALLINT,
                           SQLCHAR *, SQLSMALLINT, SQLSMALLINT *,
                           SQLUSMALLINT) {
  return connect("SQLDriverConnect", C);
}
SQLRETURN SQLDisconnect(SQLHDBC C) {
  Handle *H = find(C);
  if (!H || !H->Live) {
    noteError("SQLDisconnect: it is no live handle");
    return SQL_INVALID_HANDLE;
  }
  if (H->State != Connected)
    return SQL_ERROR;
  H->State = Disconnected;
  releaseChildren("SQLDisconnect", H);
  return SQL_SUCCESS;
}
SQLRETURN SQLExecDirect(SQLHSTMT S, SQLCHAR *, SQLINTEGER) {
  return answer("SQLExecDirect", "SQLHSTMT", S);
}
SQLRETURN SQLPrepare(SQLHSTMT S, SQLCHAR *, SQLINTEGER) {
  return answer("SQLPrepare", "SQLHSTMT", S);
}
SQLRETURN SQLExecute(SQLHSTMT S) { return answer("SQLExecute", "SQLHSTMT", S); }
SQLRETURN SQLFetch(SQLHSTMT S) {
  Handle *H = use("SQLFetch", "SQLHSTMT", S);
  if (!H || choose(2))
    return SQL_ERROR;
  H->State = !H->State;
  return H->State ? SQL_SUCCESS : SQL_NO_DATA;
}
}
