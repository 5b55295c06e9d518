// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that is told the status, reports what went wrong, and answers
// whether the call succeeded.

#include "sql.h"
#include "sqlext.h"
#include <stdlib.h>

void report(const char *text);
const char *name(SQLRETURN rc);
int next(SQLHANDLE h);

static int succeeded(SQLHANDLE h, SQLRETURN rc, const char **diagnosis) {
  if (rc == SQL_ERROR || rc == SQL_SUCCESS_WITH_INFO)
    while (0 != SQL_SUCCEEDED(next(h)))
      report("record");
  const char *text = name(rc);
  if (0 != SQL_SUCCEEDED(rc)) {
    if (!text)
      report("unknown");
    else
      report(text);
  } else {
    *diagnosis = text ? text : "unknown";
  }
  return 0 != SQL_SUCCEEDED(rc) ? 0 : -1;
}

struct Source {
  SQLHENV Env;
  SQLHDBC Dbc;
};

struct Source *open(const char **diagnosis) {
  struct Source *s = malloc(sizeof(*s));
  SQLRETURN rc;
  if (0 !=
      SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_ENV, SQL_NULL_HANDLE, &s->Env))) {
    rc = SQLAllocHandle(SQL_HANDLE_DBC, s->Env, &s->Dbc);
    if (0 == succeeded(s->Env, rc, diagnosis)) {
      rc = SQLConnect(s->Dbc, 0, 0, 0, 0, 0, 0);
      if (0 == succeeded(s->Dbc, rc, diagnosis))
        return s;
      SQLFreeHandle(SQL_HANDLE_DBC, s->Dbc);
    } else
      report("no connection");
    SQLFreeHandle(SQL_HANDLE_ENV, s->Env);
  } else
    report("no environment");
  free(s);
  return 0;
}

struct Source *openLeaking(const char **diagnosis) {
  struct Source *s = malloc(sizeof(*s));
  SQLRETURN rc;
  rc = SQLAllocHandle(SQL_HANDLE_DBC, 0, &s->Dbc);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: session 'Dbc' acquired by 'SQLAllocHandle' is not released on every path [db-session-leak]
  if (0 == succeeded(s->Env, rc, diagnosis)) {
    rc = SQLConnect(s->Dbc, 0, 0, 0, 0, 0, 0);
    if (0 == succeeded(s->Dbc, rc, diagnosis))
      return s;
  }
  free(s);
  return 0;
}
