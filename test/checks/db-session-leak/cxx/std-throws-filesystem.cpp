// RUN: %check_dbtidy %s db-session-leak %t -std=c++17,c++20

// File system queries throw, except the forms that return an error code.
#include "libpq-fe.h"
#include <filesystem>

namespace fs = std::filesystem;

bool asksTheFileSystem(const fs::path &p) {
  PGconn *c = PQconnectdb("");
// CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'c' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  bool there = fs::exists(p);
  PQfinish(c);
  return there;
}

bool asksWithAnErrorCode(const fs::path &p, std::error_code &ec) {
  PGconn *c = PQconnectdb("");
  bool there = fs::exists(p, ec);
  PQfinish(c);
  return there;
}
