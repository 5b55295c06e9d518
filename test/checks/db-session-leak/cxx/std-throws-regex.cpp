// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++20

// A regular expression from data may be malformed.
#include "libpq-fe.h"
#include <regex>

bool compilesARegex(const std::string &pattern) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  std::regex r(pattern);
  PQfinish(c);
  return r.mark_count() > 0;
}

bool compilesARegexBefore(const std::string &pattern) {
  std::regex r(pattern);
  PGconn *c = PQconnectdb("");
  PQfinish(c);
  return r.mark_count() > 0;
}
