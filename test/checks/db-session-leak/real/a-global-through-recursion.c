// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// What was saved in a global is the global's, also when a helper that reaches
// this function again may save another.

#include "libpq-fe.h"
#include <stdbool.h>
#include <stddef.h>

struct Settings {
  PGconn *Db;
  PGresult *LastError;
  bool Execute;
};
extern struct Settings Settings;

int cancelled(void);
bool send(const char *sql);

static void clearOrSave(PGresult *r) {
  if (r) {
    switch (PQresultStatus(r)) {
    case PGRES_NONFATAL_ERROR:
    case PGRES_FATAL_ERROR:
      if (Settings.LastError)
        PQclear(Settings.LastError);
      Settings.LastError = r;
      break;
    default:
      PQclear(r);
      break;
    }
  }
}

static bool executeTuples(const PGresult *r) {
  bool good = true;
  for (int i = 0; i < PQntuples(r); i++)
    if (!send(PQgetvalue(r, i, 0)))
      good = false;
  return good;
}

static bool print(const PGresult *r) {
  if (PQresultStatus(r) == PGRES_TUPLES_OK && Settings.Execute)
    return executeTuples(r);
  return true;
}

static int process(const char *sql) {
  bool good = PQsendQuery(Settings.Db, sql);
  PGresult *r = PQgetResult(Settings.Db);
  while (r) {
    PGresult *next = PQgetResult(Settings.Db);
    good &= print(r);
    clearOrSave(r);
    r = next;
    if (cancelled()) {
      clearOrSave(r);
      break;
    }
  }
  return good ? 1 : -1;
}

bool send(const char *sql) {
  clearOrSave(PQexec(Settings.Db, "savepoint a"));
  if (Settings.Execute && process(sql) < 0)
    return false;
  return process(sql) > 0;
}

static PGresult *first(void) { return PQgetResult(Settings.Db); }

bool sendLeaking(const char *sql) {
  PGresult *r = first();
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: result 'r' acquired by 'first' is not released on every path [db-session-leak]
  if (!send(sql))
    return false;
  clearOrSave(r);
  return true;
}
