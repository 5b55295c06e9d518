// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Standard functions that throw for other reasons are ways out.
#include "libpq-fe.h"
#include <map>
#include <string>
#include <vector>

int vectorAt(const std::vector<int> &v) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = v.at(3);
  PQfinish(c);
  return n;
}

int vectorSubscript(const std::vector<int> &v) {
  PGconn *c = PQconnectdb("");
  int n = v[3];
  PQfinish(c);
  return n;
}

int mapAt(const std::map<int, int> &m) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = m.at(3);
  PQfinish(c);
  return n;
}

int mapFind(const std::map<int, int> &m) {
  PGconn *c = PQconnectdb("");
  auto it = m.find(3);
  int n = it == m.end() ? 0 : it->second;
  PQfinish(c);
  return n;
}

char stringAt(const std::string &s) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  char n = s.at(3);
  PQfinish(c);
  return n;
}

int parses(const std::string &s) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  int n = std::stoi(s);
  PQfinish(c);
  return n;
}

int parsesAfterwards(const std::string &s) {
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return std::stoi(s);
}

unsigned long parsesAColumn(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
// CHECK-MESSAGES: :[[@LINE-1]]:19: warning: result 'res' acquired by 'PQexec' is not released on every path [db-session-leak]
  unsigned long n = std::stoul(PQgetvalue(res, 0, 0));
  PQclear(res);
  return n;
}

unsigned long parsesACopyOfTheColumn(PGconn *c) {
  PGresult *res = PQexec(c, "SELECT 1");
  std::string text = PQgetvalue(res, 0, 0);
  PQclear(res);
  return std::stoul(text);
}

double parsesInATry(const std::string &s) {
  PGconn *c = PQconnectdb("");
  double d = 0;
  try {
    d = std::stod(s);
  } catch (...) {
  }
  PQfinish(c);
  return d;
}
