// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A helper that opens into somebody else's memory, called twice, overwrites.

#include "libpq-fe.h"
#include <stddef.h>

struct Worker {
  PGconn *Conn;
};
void unseen(void);

static void openIt(struct Worker *w) { w->Conn = PQconnectdb(""); }
static void closeIt(struct Worker *w) {
  PQfinish(w->Conn);
  w->Conn = NULL;
}

void fieldTwice(struct Worker *w) {
  openIt(w);
  // CHECK-NOTES: :[[@LINE-1]]:3: warning: session 'w->Conn' acquired by 'openIt' is not released on every path [db-session-leak]
  openIt(w);
  // CHECK-NOTES: :[[@LINE-1]]:3: note: 'w->Conn' is overwritten without 'PQfinish'
}

void fieldTwiceClosed(struct Worker *w) {
  openIt(w);
  closeIt(w);
  openIt(w);
}

void otherObjects(struct Worker *w, struct Worker *x) {
  openIt(w);
  openIt(x);
}

// Who is not visible may know the object, and close it.
void perhapsClosed(struct Worker *w) {
  openIt(w);
  unseen();
  openIt(w);
}

static void mayClose(void) { unseen(); }

void perhapsClosedDeeper(struct Worker *w) {
  openIt(w);
  mayClose();
  openIt(w);
}

static PGconn *Shared;
static int reconnect(void) {
  Shared = PQconnectdb("");
  return PQstatus(Shared) == CONNECTION_OK;
}

int globalTwice(void) {
  if (reconnect())
    // CHECK-NOTES: :[[@LINE-1]]:7: warning: session 'Shared' acquired by 'reconnect' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE-2]]:7: note: taking the false branch
    return 1;
  return reconnect();
  // CHECK-NOTES: :[[@LINE-1]]:10: note: 'Shared' is overwritten without 'PQfinish'
}
