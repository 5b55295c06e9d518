// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// Each turn of a loop puts a handle into another object: nothing is
// overwritten.

#include "libpq-fe.h"
#include <stdlib.h>

struct Worker {
  PGconn *Conn;
  struct Worker *Next;
};
struct Worker *nextWorker(void);

void overList(struct Worker *w) {
  for (; w; w = w->Next)
    w->Conn = PQconnectdb("");
}

void overArray(struct Worker *w, int n) {
  for (int i = 0; i < n; i++)
    w[i].Conn = PQconnectdb("");
}

void overPointers(struct Worker **w, int n) {
  for (int i = 0; i < n; i++) {
    struct Worker *each = w[i];
    each->Conn = PQconnectdb("");
  }
}

void overAnswers(void) {
  struct Worker *w;
  while ((w = nextWorker()))
    w->Conn = PQconnectdb("");
}

static void openIt(struct Worker *w) { w->Conn = PQconnectdb(""); }

void overListByHelper(struct Worker *w) {
  for (; w; w = w->Next)
    openIt(w);
}

void overPointersByHelper(struct Worker **w, int n) {
  for (int i = 0; i < n; i++)
    openIt(w[i]);
}

struct Worker *newList(int n) {
  struct Worker *head = NULL;
  while (n--) {
    struct Worker *w = malloc(sizeof *w);
    w->Conn = PQconnectdb("");
    w->Next = head;
    head = w;
  }
  return head;
}
