// RUN: %check_dbtidy %s db-session-leak %t -options=ReportBounds:true
// RUN: %check_dbtidy %s db-session-leak %t -expect-silence
// A bound that is hit is silent, unless it is asked for.

#include "libpq-fe.h"
#include <csetjmp>

int step() noexcept;

// Control flow that is not followed.
void jumps(jmp_buf Back) {
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: function 'jumps' is not analysed completely: its control flow is not followed [db-session-leak]
  PGconn *Conn = PQconnectdb("");
  if (setjmp(Back))
    return;
  PQfinish(Conn);
}

// Each combination of what is held is a state of its own.
#define MAYBE_OPEN(N) PGconn *Conn##N = step() ? PQconnectdb("") : nullptr;
void manyStates() {
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: function 'manyStates' is not analysed completely: more than 48 states at one point [db-session-leak]
  MAYBE_OPEN(1) MAYBE_OPEN(2) MAYBE_OPEN(3) MAYBE_OPEN(4)
  MAYBE_OPEN(5) MAYBE_OPEN(6) MAYBE_OPEN(7) MAYBE_OPEN(8)
  PQfinish(Conn1), PQfinish(Conn2), PQfinish(Conn3), PQfinish(Conn4);
  PQfinish(Conn5), PQfinish(Conn6), PQfinish(Conn7), PQfinish(Conn8);
}

// With each turn another handle further down.
struct Node {
  PGconn *Conn;
  Node *Next;
};
void finishAll(Node *First) {
  // CHECK-MESSAGES: :[[@LINE-1]]:6: warning: function 'finishAll' is not analysed completely: its recursion is not followed [db-session-leak]
  if (!First)
    return;
  finishAll(First->Next);
  PQfinish(First->Conn);
}

void simple() {
  PGconn *Conn = PQconnectdb("");
  PQfinish(Conn);
}
