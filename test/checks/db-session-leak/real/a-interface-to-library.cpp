// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// An interface whose methods are a library's functions, which is loaded at run
// time: they do not throw, as those do not.

#include "libpq-fe.h"

struct Library {
  virtual PGresult *exec(PGconn *c, const char *query) const = 0;
  virtual int ntuples(const PGresult *rows) const = 0;
  virtual void clear(PGresult *rows) const = 0;

protected:
  ~Library();
};

struct Renderer {
  virtual int height(const PGresult *rows) const = 0;
  virtual void paint(PGresult *rows) const = 0;
};

void close(PGconn *c) { PQfinish(c); }

int count(const Library &pq, PGconn *c) {
  PGresult *rows = pq.exec(c, "SELECT 1");
  int n = pq.ntuples(rows);
  pq.clear(rows);
  return n;
}

int measure(const Library &pq, PGconn *c, const Renderer &to) {
  PGresult *rows = pq.exec(c, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: result 'rows' acquired by 'exec' is not released on every path [db-session-leak]
  int n = to.height(rows);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: note: 'height' may throw and leaves the function without 'PQclear'
  pq.clear(rows);
  return n;
}
