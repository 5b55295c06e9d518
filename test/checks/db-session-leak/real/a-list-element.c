// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// What a loop over a list, or over an array by its index, opens is kept by the
// elements: the next turn of the loop has another one.

#include "libpq-fe.h"
#include <stddef.h>
#include <stdlib.h>

struct List {
  struct List *Next, *Prev;
};
struct Client {
  struct List Head;
  PGconn *Conn;
};

static struct List Idle;

void setActive(struct Client *c);
void fail(const char *text) __attribute__((noreturn));
int run(PGconn *c);

static void launch(struct Client *c) {
  c->Conn = PQconnectStart("");
  if (!c->Conn)
    fail("memory");
}

void handleIdle(void) {
  for (struct List *i = Idle.Next, *n = i->Next; i != &Idle;
       i = n, n = i->Next) {
    struct Client *c =
        (struct Client *)((char *)i - offsetof(struct Client, Head));
    if (c->Conn)
      continue;
    setActive(c);
    launch(c);
  }
}

void serve(void) {
  for (;;)
    handleIdle();
}

static struct Client *Clients;
static PGconn *connect(void) { return PQconnectdb(""); }

void connectAll(int count) {
  Clients = calloc((size_t)count, sizeof(struct Client));
  for (int i = 0; i < count; i++) {
    Clients[i].Conn = PQconnectdb("");
    if (PQstatus(Clients[i].Conn) != CONNECTION_OK)
      exit(1);
  }
}

void connectThread(struct Client *state, int count) {
  for (int i = 0; i < count; i++) {
    if ((state[i].Conn = connect()) == NULL)
      fail("connect");
  }
}

int local(void) {
  struct Client c;
  launch(&c);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session 'c.Conn' acquired by 'launch' is not released on every path [db-session-leak]
  if (run(c.Conn))
    return -1;
  PQfinish(c.Conn);
  return 0;
}
