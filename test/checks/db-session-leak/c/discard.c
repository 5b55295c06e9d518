// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// The acquired value is thrown away where it arises.

#include "libpq-fe.h"
#include "hiredis/hiredis.h"

int step(void);
int audit(PGconn *c);

void statement(PGconn *c) {
  PQexec(c, "begin");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void statementReleased(PGconn *c) {
  PQclear(PQexec(c, "begin"));
}

void castToVoid(PGconn *c) {
  (void)PQexec(c, "begin");
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void connection(void) {
  PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
}

void connectionReleased(void) {
  PQfinish(PQconnectdb(""));
}

int onlyAsked(PGconn *c) {
  return PQntuples(PQexec(c, "select 1"));
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

int onlyTested(PGconn *c) {
  if (PQresultStatus(PQexec(c, "begin")) != PGRES_COMMAND_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
    return -1;
  return 0;
}

int onlyTestedReleased(PGconn *c) {
  PGresult *r = PQexec(c, "begin");
  int ok = PQresultStatus(r) == PGRES_COMMAND_OK;
  PQclear(r);
  return ok ? 0 : -1;
}

int comparedWithNull(PGconn *c) {
  return PQexec(c, "begin") != 0;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
}

void borrowedByUnseen(void) {
  audit(PQconnectdb(""));
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: session acquired by 'PQconnectdb' is not released on every path [db-session-leak]
}

void replyDiscarded(redisContext *r) {
  redisCommand(r, "SET a 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: result acquired by 'redisCommand' is not released on every path [db-session-leak]
}

void replyReleased(redisContext *r) {
  freeReplyObject(redisCommand(r, "SET a 1"));
}

void inLoopHead(PGconn *c, int n) {
  for (PQexec(c, "begin"); n > 0; --n)
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: result acquired by 'PQexec' is not released on every path [db-session-leak]
    step();
}

PGresult *handedOn(PGconn *c) { return PQexec(c, "select 1"); }
