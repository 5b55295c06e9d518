// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// One branch shared by a null result and a failed one.

#include "libpq-fe.h"
#include "hiredis/hiredis.h"

int step(void);

int cleared(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK) {
    PQclear(res);
    return -1;
  }
  PQclear(res);
  return 0;
}

int forgotten(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK)
    return -1;
  PQclear(res);
  return 0;
}

int guarded(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK) {
    if (res)
      PQclear(res);
    return -1;
  }
  PQclear(res);
  return 0;
}

int split(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  if (!res)
    return -1;
  if (PQresultStatus(res) != PGRES_TUPLES_OK) {
    PQclear(res);
    return -2;
  }
  PQclear(res);
  return 0;
}

int splitForgotten(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (!res)
    return -1;
  if (PQresultStatus(res) != PGRES_TUPLES_OK)
    return -2;
  PQclear(res);
  return 0;
}

int positive(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  int n = -1;
  if (res && PQresultStatus(res) == PGRES_TUPLES_OK)
    n = PQntuples(res);
  PQclear(res);
  return n;
}

int positiveForgotten(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  int n = -1;
  if (res && PQresultStatus(res) == PGRES_TUPLES_OK) {
    n = PQntuples(res);
    PQclear(res);
  }
  return n;
}

int reply(redisContext *r) {
  redisReply *reply = redisCommand(r, "GET a");
  if (!reply || reply->type == REDIS_REPLY_ERROR) {
    if (reply)
      freeReplyObject(reply);
    return -1;
  }
  freeReplyObject(reply);
  return 0;
}

int replyForgotten(redisContext *r) {
  redisReply *reply = redisCommand(r, "GET a");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'reply' acquired by 'redisCommand' is not released on every path [db-session-leak]
  if (!reply || reply->type == REDIS_REPLY_ERROR)
    return -1;
  freeReplyObject(reply);
  return 0;
}

int threeParts(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK || PQntuples(res) != 1)
    return -1;
  PQclear(res);
  return 0;
}

int threePartsCleared(PGconn *c) {
  PGresult *res = PQexec(c, "select 1");
  if (!res || PQresultStatus(res) != PGRES_TUPLES_OK || PQntuples(res) != 1) {
    PQclear(res);
    return -1;
  }
  PQclear(res);
  return 0;
}
