// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that opens only what is not open yet overwrites nothing, however
// often it is called.

#include "libpq-fe.h"
#include <assert.h>
#include <stdbool.h>
#include <stddef.h>

struct Worker {
  PGconn *Conn;
  bool Open;
};

int run(PGconn *c);

static PGconn *Shared;

static int reconnect(void) {
  if (Shared) {
    if (PQstatus(Shared) == CONNECTION_OK)
      return 1;
    PQfinish(Shared);
    Shared = NULL;
  }
  Shared = PQconnectdb("");
  return Shared && PQstatus(Shared) == CONNECTION_OK;
}

static int runShared(void) {
  if (!Shared && !reconnect())
    return -1;
  return run(Shared);
}

int globalTwice(void) {
  if (!reconnect())
    return -1;
  if (!reconnect())
    return -1;
  return runShared();
}

static void ensureOpen(struct Worker *w) {
  if (!w->Conn)
    w->Conn = PQconnectdb("");
}

static void ensureOpenByFlag(struct Worker *w) {
  if (w->Open)
    return;
  w->Conn = PQconnectdb("");
  w->Open = true;
}

void fieldTwice(struct Worker *w) {
  ensureOpen(w);
  ensureOpen(w);
}

void fieldInLoop(struct Worker *w, int n) {
  for (int i = 0; i < n; ++i)
    ensureOpen(w);
}

void flagTwice(struct Worker *w) {
  ensureOpenByFlag(w);
  ensureOpenByFlag(w);
}

static int openIt(struct Worker *w) {
  int failed = 0;
  assert(w->Conn == NULL);
  w->Conn = PQconnectdb("");
  if (w->Conn == NULL)
    failed = 1;
  return failed;
}

static void closeIfOpen(struct Worker *w) {
  if (w->Conn) {
    PQfinish(w->Conn);
    w->Conn = NULL;
  }
}

// Closes first what it opens again.
static int writeOnce(struct Worker *w) {
  int failed = run(w->Conn);
  if (failed) {
    closeIfOpen(w);
    failed = openIt(w);
    if (failed)
      goto done;
    failed = run(w->Conn);
  }
done:
  return failed;
}

int resume(struct Worker *w) {
  int failed = 0;
  if (!w->Conn) {
    failed = openIt(w);
    if (!failed)
      failed = writeOnce(w);
  }
  return failed;
}

void writes(struct Worker *w, int n) {
  if (!w->Conn)
    openIt(w);
  for (int i = 0; i < n; ++i)
    writeOnce(w);
}
