// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A helper that opens what an object keeps, where the object was looked up, is
// an element of a list, or hangs on a global or on its parameter: the handle
// stays with that object, whoever calls the helper.

#include "hiredis/hiredis.h"
#include "libpq-fe.h"
#include "sqlite3.h"
#include <stddef.h>
#include <stdlib.h>

struct Db {
  sqlite3 *Handle;
  const char *Path;
};
struct Entry {
  struct Db *Data;
  unsigned Count;
};
struct Command {
  char **Names;
};

static struct Entry **Entries;
static int Count;

static struct Entry *find(const char *name) {
  for (int i = 0; i < Count; ++i)
    if (Entries[i]->Data->Path == name)
      return Entries[i];
  return NULL;
}

static int openNamed(struct Command *cmd) {
  struct Entry *e = find(cmd->Names[0]);
  if (!e)
    return -1;
  struct Db *db = e->Data;
  if (e->Count > 0) {
    e->Count++;
    return 0;
  }
  if (sqlite3_open(db->Path, &(db->Handle)) != SQLITE_OK)
    return -1;
  e->Count++;
  return 0;
}

int selectNamed(struct Command *cmd) {
  struct Entry *e = find(cmd->Names[0]);
  if (openNamed(cmd))
    return -1;
  return sqlite3_exec(e->Data->Handle, "select 1", NULL, NULL, NULL);
}

struct Node {
  redisContext *Context;
  struct Node *Next;
};
struct Cluster {
  struct Node *Nodes;
  int Flags;
};
struct Handle {
  struct Cluster *Current;
};
struct Cache {
  void *Data;
};

static int connectNode(struct Node *n) {
  n->Context = redisConnect("localhost", 6379);
  if (!n->Context || n->Context->err)
    return -1;
  return 0;
}

static int reconnect(struct Node *n) {
  if (n->Context) {
    redisFree(n->Context);
    n->Context = NULL;
  }
  return connectNode(n);
}

static int run(struct Cache *c, redisReply **reply) {
  struct Handle *h = c->Data;
  struct Node *n = h->Current->Nodes;
  if (!n->Context && reconnect(n) < 0)
    return -1;
  *reply = redisCommand(n->Context, "GET a");
  if (!*reply && reconnect(n) == 0)
    *reply = redisCommand(n->Context, "GET a");
  return *reply ? 0 : -1;
}

int get(struct Cache *c) {
  redisReply *r = NULL;
  if (run(c, &r) < 0)
    return -1;
  freeReplyObject(r);
  return 0;
}

int getTwice(struct Cache *c) { return get(c) < 0 ? -1 : get(c); }

int connectAll(struct Cluster *c) {
  for (struct Node *n = c->Nodes; n; n = n->Next)
    if (connectNode(n) < 0)
      return -1;
  return 0;
}

static struct {
  struct Node *Redis;
} Globals;

static int command(const char *text) {
  redisReply *r = redisCommand(Globals.Redis->Context, text);
  if (!r) {
    reconnect(Globals.Redis);
    return -1;
  }
  freeReplyObject(r);
  return 1;
}

int two(void) {
  if (command("SET a 1") < 0)
    return -1;
  return command("SET b 1");
}

struct Host {
  PGconn *Conn;
  int Active;
};
struct Hosts {
  int Count;
  struct Host **Hosts;
};

static struct Host *pick(struct Hosts *hosts, int active) {
  for (int i = 0; i < hosts->Count; ++i)
    if (hosts->Hosts[i]->Active == active)
      return hosts->Hosts[i];
  return NULL;
}

static void connectHost(struct Host *h) {
  if ((h->Conn = PQconnectdb("")) == NULL ||
      PQstatus(h->Conn) != CONNECTION_OK) {
    if (h->Conn)
      PQfinish(h->Conn);
    h->Conn = NULL;
    h->Active = 0;
    return;
  }
  h->Active = 1;
}

static struct Host *activeHost(struct Hosts *hosts) {
  struct Host *h;
  if ((h = pick(hosts, 1)) != NULL)
    return h;
  while ((h = pick(hosts, 0)) != NULL) {
    connectHost(h);
    if (h->Active)
      return h;
  }
  return NULL;
}

int askHosts(struct Hosts *hosts) {
  struct Host *h;
  while ((h = activeHost(hosts)) != NULL) {
    PGresult *r = PQexec(h->Conn, "select 1");
    if (PQresultStatus(r) == PGRES_TUPLES_OK) {
      PQclear(r);
      return 0;
    }
    PQclear(r);
    h->Active = 0;
  }
  return -1;
}

int ownNode(void) {
  struct Node n = {NULL, NULL};
  if (connectNode(&n) < 0)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'n.Context' acquired by 'connectNode' is not released on every path [db-session-leak]
    return -1;
  redisFree(n.Context);
  return 0;
}
