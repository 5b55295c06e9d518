// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17 -fix-alone
// ORACLE: *
#include <libpq-fe.h>
#include <sqlite3.h>
#include <stdlib.h>

int ready(void);

// The value goes to the variable that the code behind the label returns.
int count(PGconn *c, const char *sql) {
  int rows = -1;
  PGresult *r = PQexec(c, sql);
  if (PQresultStatus(r) != PGRES_TUPLES_OK)
    goto done;
  if (!ready())
    return -2; // later
  rows = PQntuples(r);
done:
  PQclear(r);
  return rows;
}

// The child is null until it is prepared; its release accepts that.
int both(const char *file) {
  int rc = 1;
  sqlite3_stmt *s = NULL;
  sqlite3 *db = NULL;
  if (sqlite3_open(file, &db) != SQLITE_OK)
    return 2;
  if (!ready()) {
    rc = 3;
    return rc;
  }
  if (sqlite3_prepare_v2(db, "x", -1, &s, NULL) != SQLITE_OK)
    goto out;
  if (sqlite3_step(s) != SQLITE_ROW)
    return 4;
  rc = 0;
out:
  sqlite3_finalize(s);
  if (db != NULL)
    sqlite3_close(db);
  return rc;
}

// The handle is read by what is returned, which is before the jump.
int reads(PGconn *c) {
  int n = 0;
  char *text = NULL;
  PGresult *r = PQexec(c, "SELECT 1");
  if (PQnfields(r) != 1)
    return PQntuples(r);
  text = malloc(3);
  if (!ready())
    goto end;
  n = 1;
end:
  free(text);
  PQclear(r);
  return n;
}

// Nothing to return.
void says(PGconn *c) {
  PGresult *r = PQexec(c, "SELECT 1");
  if (!ready())
    return;
  if (PQntuples(r) == 0)
    goto end;
  ready();
end:
  PQclear(r);
}

// No jump: what the label releases was not there before, or not only that, or
// is another value.
int declared(PGconn *c) {
  PGresult *second;
  PGresult *r = PQexec(c, "A");
  int n = 0;
  if (!ready())
    return 1;
  second = PQexec(c, "B");
  n = PQntuples(second);
  if (n == 1)
    goto end;
  ready();
end:
  PQclear(second);
  PQclear(r);
  return n;
}

int other(PGconn *c) {
  PGresult *r = PQexec(c, "A");
  if (!ready())
    return 1;
  if (PQntuples(r) == 0)
    goto fail;
  PQclear(r);
  return 0;
fail:
  PQclear(r);
  return -1;
}

int does_more(PGconn *c) {
  int n = 0;
  PGresult *r = PQexec(c, "A");
  if (!ready())
    return 1;
  if (PQntuples(r) == 0)
    goto end;
  n = 2;
end:
  ready();
  PQclear(r);
  return n;
}

int in_loop(PGconn *c) {
  int n = 0;
  PGresult *second = NULL;
  PGresult *r = PQexec(c, "A");
  for (int i = 0; i < 2; i++) {
    if (!ready())
      return 1;
    second = PQexec(c, "B");
    n += PQntuples(second);
    PQclear(second);
  }
  second = PQexec(c, "C");
  if (n == 1)
    goto end;
  n = PQntuples(second);
end:
  PQclear(second);
  PQclear(r);
  return n;
}
