// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// A handle stored in a container went to whoever owns the container.
#include "libpq-fe.h"
#include <map>
#include <string>
#include <vector>

void mayThrow();

void pushed(std::vector<PGconn *> &pool) {
  PGconn *c = PQconnectdb("");
  pool.push_back(c);
  mayThrow();
}

void pushedAtOnce(std::vector<PGconn *> &pool) { pool.push_back(PQconnectdb("")); }

void emplaced(std::vector<PGconn *> &pool) { pool.emplace_back(PQconnectdb("")); }

void pushedTooLate(std::vector<PGconn *> &pool) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  mayThrow();
  pool.push_back(c);
}

void pushedOnOnePath(std::vector<PGconn *> &pool) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return;
  pool.push_back(c);
}

void pushedOrReleased(std::vector<PGconn *> &pool) {
  PGconn *c = PQconnectdb("");
  if (PQstatus(c) != CONNECTION_OK) {
    PQfinish(c);
    return;
  }
  pool.push_back(c);
}

void mapped(std::map<std::string, PGconn *> &pool, const std::string &key) {
  PGconn *c = PQconnectdb("");
  pool[key] = c;
}

void mappedByEmplace(std::map<int, PGconn *> &pool) {
  PGconn *c = PQconnectdb("");
  pool.emplace(1, c);
  mayThrow();
}

void mappedByInsert(std::map<int, PGconn *> &pool) {
  PGconn *c = PQconnectdb("");
  pool.insert({1, c});
  mayThrow();
}

void mappedOnOnePath(std::map<std::string, PGconn *> &pool, const std::string &key) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(c) != CONNECTION_OK)
    return;
  pool[key] = c;
}

void localVector(int n) {
  std::vector<PGconn *> all;
  for (int i = 0; i < n; ++i)
    all.push_back(PQconnectdb(""));
  for (PGconn *c : all)
    PQfinish(c);
}

struct Pool {
  std::vector<PGconn *> Idle;
  void grow() { Idle.push_back(PQconnectdb("")); }
  void growChecked() {
    PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
    if (PQstatus(c) != CONNECTION_OK)
      throw 1;
    Idle.push_back(c);
  }
};

void elementOfAnArray(PGconn *(&slots)[4], int i) { slots[i] = PQconnectdb(""); }

std::vector<PGconn *> listed() { return {PQconnectdb("a"), PQconnectdb("b")}; }
