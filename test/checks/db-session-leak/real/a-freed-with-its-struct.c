// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The object that keeps the handle is freed, through a table of functions as
// some programs do, and the handle is not closed before.

#include "sqlite3.h"
#include <stddef.h>

struct Pool {
  void *(*Allocate)(size_t size);
  void (*Free)(void *p);
};
extern struct Pool Memory;
#define new_object(size) Memory.Allocate(size)
#define free_object(p) Memory.Free(p)

struct Con {
  int References;
  sqlite3 *Db;
};

int pragma(sqlite3 *db);

struct Con *open(const char *path) {
  struct Con *c = new_object(sizeof(*c));
  if (!c)
    return NULL;
  int rc = sqlite3_open_v2(path, &c->Db, SQLITE_OPEN_READWRITE, NULL);
  if (rc != SQLITE_OK) {
    sqlite3_close(c->Db);
    free_object(c);
    return NULL;
  }
  return c;
}
