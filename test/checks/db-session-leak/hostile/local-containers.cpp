// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20
// A local container that nobody else sees holds its elements as an array does.

#include "libpq-fe.h"
#include <vector>

static void lookAtThird(std::vector<PGconn *> All) {
  PGconn *Conn = All[2];
  PQstatus(Conn);
}
static void closeThird(std::vector<PGconn *> All) {
  PGconn *Conn = All[2];
  PQfinish(Conn);
}

void vectorForgotten() {
  std::vector<PGconn *> All;
  PGconn *Conn = PQconnectdb("");
  // CHECK-NOTES: :[[@LINE-1]]:18: warning: session 'Conn' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  // CHECK-NOTES: :[[@LINE+5]]:1: note: the function ends without 'PQfinish'
  All.insert(All.end(), 1, Conn);
  All.insert(All.end(), 1, Conn);
  All.insert(All.end(), 1, Conn);
  lookAtThird(All);
}

void vectorClosed() {
  std::vector<PGconn *> All;
  PGconn *Conn = PQconnectdb("");
  All.insert(All.end(), 1, Conn);
  All.insert(All.end(), 1, Conn);
  All.insert(All.end(), 1, Conn);
  closeThird(All);
}

void closedInLoop(int Count) {
  std::vector<PGconn *> All;
  for (int I = 0; I < Count; ++I)
    All.push_back(PQconnectdb(""));
  for (PGconn *Each : All)
    PQfinish(Each);
}

void closedByIndex(int Count) {
  std::vector<PGconn *> All;
  for (int I = 0; I < Count; ++I)
    All.push_back(PQconnectdb(""));
  for (unsigned I = 0; I < All.size(); ++I)
    PQfinish(All[I]);
  All.clear();
}

void closedFromTheEnd() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  while (!All.empty()) {
    PQfinish(All.back());
    All.pop_back();
  }
}

static void closeAll(const std::vector<PGconn *> &All) {
  for (auto *Each : All)
    PQfinish(Each);
}
static void closeAllOf(std::vector<PGconn *> &All) { closeAll(All); }

void closedByHelpers() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  closeAllOf(All);
}

static PGconn *Kept;
static void keepFirst(const std::vector<PGconn *> &All) { Kept = All[0]; }
static PGconn *first(const std::vector<PGconn *> &All) { return All.front(); }

void kept() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  keepFirst(All);
}

void firstClosed() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  PQfinish(first(All));
}

// Whatever else is done with a container may take the elements away.
void unseen(std::vector<PGconn *> &All) noexcept;
std::vector<PGconn *> Everyone;

void givenAway() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  unseen(All);
}

void movedAway() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  Everyone = std::move(All);
}

std::vector<PGconn *> handedOn() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  return All;
}

void appended() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  Everyone.insert(Everyone.end(), All.begin(), All.end());
}

void closedByClosure() {
  std::vector<PGconn *> All;
  All.push_back(PQconnectdb(""));
  auto Close = [&] {
    for (PGconn *Each : All)
      PQfinish(Each);
  };
  Close();
}
