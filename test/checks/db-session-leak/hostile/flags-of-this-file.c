// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// A variable of this file that nothing changes and no header declares is what
// it was initialised with, static or not.

#include "libpq-fe.h"
#include <stddef.h>

int step(void);
void tune(int *level);

int AlwaysOn = 1;
int AlwaysOff = 0;
int Level = 1;
void setLevel(int n) { Level = n; }
int Tuned = 1;
void tuneIt(void) { tune(&Tuned); }

void bad(void) {
  PGconn *c = NULL;
  if (AlwaysOn)
    c = PQconnectdb("");
    // CHECK-NOTES: :[[@LINE-1]]:9: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  if (AlwaysOff)
    PQfinish(c);
}

void good(void) {
  PGconn *c = NULL;
  if (AlwaysOn)
    c = PQconnectdb("");
  if (AlwaysOff)
    step();
  else
    PQfinish(c);
}

void badChanged(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  if (Level)
    PQfinish(c);
}

void badAddressTaken(void) {
  PGconn *c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+2]]:7: note: taking the false branch
  // CHECK-NOTES: :[[@LINE+3]]:1: note: the function ends without 'PQfinish'
  if (Tuned)
    PQfinish(c);
}
