// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that keeps a result in a global or clears it has taken it either
// way.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

static struct {
  PGconn *Db;
  PGresult *LastError;
} Settings;

int cancelled(void);
bool accept(const PGresult *r);
bool print(const PGresult *r);

static void clearOrSave(PGresult *r) {
  if (r) {
    switch (PQresultStatus(r)) {
    case PGRES_NONFATAL_ERROR:
    case PGRES_FATAL_ERROR:
      PQclear(Settings.LastError);
      Settings.LastError = r;
      break;
    default:
      PQclear(r);
      break;
    }
  }
}

static void clearOrSaveAll(void) {
  PGresult *r;
  while ((r = PQgetResult(Settings.Db)) != NULL)
    clearOrSave(r);
}

static int process(const char *sql) {
  bool good = true;
  if (!PQsendQuery(Settings.Db, sql))
    return -1;
  PGresult *r = PQgetResult(Settings.Db);
  while (r) {
    if (!accept(r)) {
      ExecStatusType status = PQresultStatus(r);
      clearOrSave(r);
      good = false;
      if (status == PGRES_COPY_OUT)
        r = NULL;
      else
        r = PQgetResult(Settings.Db);
      continue;
    }
    PGresult *next = PQgetResult(Settings.Db);
    if (r)
      good &= print(r);
    clearOrSave(r);
    r = next;
    if (cancelled()) {
      clearOrSave(r);
      clearOrSaveAll();
      break;
    }
  }
  return good ? 1 : -1;
}

int watch(const char *sql) { return process(sql); }

int watchAll(const char **sql) {
  int n = 0;
  while (*sql)
    n += process(*sql++);
  return n;
}

static void clearOrForget(PGresult *r) {
  if (PQresultStatus(r) != PGRES_FATAL_ERROR)
    PQclear(r);
}

void leaking(const char *sql) {
  PGresult *r = PQexec(Settings.Db, sql);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'PQexec' is not released on every path [db-session-leak]
  clearOrForget(r);
}
