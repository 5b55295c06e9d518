// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper with many ways through it that takes a session into an object on
// each of them, and there tells more than its summary can keep apart.

#include "sqlite3.h"
#include <stddef.h>

struct Update {
  sqlite3 *Main;
  int Rc, Stage, Vacuum, Retries;
  char *Text;
};

int look(struct Update *u);

static void open(struct Update *u, sqlite3 *db, int *retry) {
  u->Main = db;
  if (u->Vacuum == 1 && u->Stage == 0)
    u->Rc = sqlite3_exec(u->Main, "a", NULL, NULL, &u->Text);
  if (u->Stage == 1)
    u->Stage = look(u);
  if (u->Rc == SQLITE_OK && u->Retries == 2)
    u->Retries = 0;
  if (u->Main == NULL && u->Rc == SQLITE_OK) {
    u->Rc = sqlite3_open("b", &u->Main);
    if (u->Rc == SQLITE_OK && u->Stage == 3 && retry)
      *retry = 1;
  }
  if (u->Rc == SQLITE_OK && u->Vacuum == 2)
    u->Rc = sqlite3_exec(u->Main, "c", NULL, NULL, &u->Text);
  if (u->Rc == SQLITE_OK && u->Vacuum == 3)
    u->Rc = sqlite3_exec(u->Main, "d", NULL, NULL, &u->Text);
}

void move(struct Update *u) {
  sqlite3 *db = NULL;
  if (sqlite3_open("a", &db) != SQLITE_OK) {
    sqlite3_close(db);
    return;
  }
  open(u, db, NULL);
}

void moveLeaking(struct Update *u) {
  sqlite3 *db = NULL;
  if (sqlite3_open("a", &db) != SQLITE_OK) {
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'db' acquired by 'sqlite3_open' is not released on every path [db-session-leak]
    sqlite3_close(db);
    return;
  }
  if (u->Rc == SQLITE_OK)
    open(u, db, NULL);
}
