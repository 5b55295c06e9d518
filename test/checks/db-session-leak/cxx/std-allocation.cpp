// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17,c++20,c++23

// Standard functions whose only exception is a failed allocation are no way out.
#include "libpq-fe.h"
#include <map>
#include <string>
#include <vector>

void growsAVector(std::vector<int> &v) {
  PGconn *c = PQconnectdb("");
  v.push_back(1);
  v.emplace_back(2);
  v.reserve(10);
  v.clear();
  PQfinish(c);
}

void makesAString(const char *name) {
  PGconn *c = PQconnectdb("");
  std::string s = name;
  s += "suffix";
  s.append(name);
  std::string t = s + ", " + name;
  PQfinish(c);
}

void makesALocalVector() {
  PGconn *c = PQconnectdb("");
  std::vector<std::string> v(3);
  v.push_back("one");
  v.push_back(std::string("two"));
  PQfinish(c);
}

void fillsAMap(std::map<std::string, int> &m) {
  PGconn *c = PQconnectdb("");
  m["one"] = 1;
  m.insert(std::make_pair(std::string("two"), 2));
  PQfinish(c);
}

void formatsANumber(int n) {
  PGconn *c = PQconnectdb("");
  std::string s = std::to_string(n);
  PQfinish(c);
}

std::vector<std::string> readsRows(PGconn *c) {
  std::vector<std::string> rows;
  PGresult *res = PQexec(c, "SELECT 1");
  for (int i = 0; i < PQntuples(res); ++i)
    rows.push_back(PQgetvalue(res, i, 0));
  PQclear(res);
  return rows;
}

void looksOnly(const std::vector<int> &v, const std::string &s) {
  PGconn *c = PQconnectdb("");
  int sum = 0;
  for (int n : v)
    sum += n;
  if (!v.empty() && v.size() < 10 && s.size() > 1 && s[0] == 'a' && v[0] == 1)
    sum += v.back();
  PQfinish(c);
}
