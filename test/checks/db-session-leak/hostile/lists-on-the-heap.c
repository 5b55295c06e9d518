// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17
// Nodes of a list that is built in a loop lead to each other.

#include "libpq-fe.h"
#include <stdlib.h>

int step(void);

struct Node {
  PGconn *c;
  struct Node *next;
};

void builtAndReleased(void) {
  struct Node *head = NULL;
  for (int i = 0; i < 3; i++) {
    struct Node *n = malloc(sizeof *n);
    n->c = PQconnectdb("");
    n->next = head;
    head = n;
  }
  while (head) {
    struct Node *next = head->next;
    PQfinish(head->c);
    free(head);
    head = next;
  }
}

void oneNode(void) {
  struct Node *n = malloc(sizeof *n);
  n->c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: session 'n->c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+3]]:7: note: taking the true branch
  // CHECK-NOTES: :[[@LINE+3]]:5: note: 'return' leaves the function without 'PQfinish'
  n->next = NULL;
  if (step())
    return;
  PQfinish(n->c);
  free(n);
}

void freedTooEarly(void) {
  struct Node *n = malloc(sizeof *n);
  n->c = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:10: warning: session 'n->c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+1]]:3: note: the value is discarded without 'PQfinish'
  free(n);
}
