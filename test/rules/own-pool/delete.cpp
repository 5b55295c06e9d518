// What the driver hands out is deleted.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/delete.yaml

#include "delete.h"

#include <memory>

bool leaks(sql::Driver *Driver) {
  sql::Connection *C = Driver->connect("orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'C' acquired by 'connect' is not released on every path [db-session-leak]
  if (!C->isValid())
    return false;
  delete C;
  return true;
}

bool releases(sql::Driver *Driver) {
  sql::Connection *C = Driver->connect("orders");
  bool Valid = C->isValid();
  delete C;
  return Valid;
}

bool leaksAConnectionByException(sql::Driver *Driver) {
  sql::Connection *C = Driver->connect("orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'C' acquired by 'connect' is not released on every path [db-session-leak]
  sql::Statement *S = C->createStatement();
  delete S;
  delete C;
  return true;
}

bool leaksAStatementAndItsResult(sql::Connection &C) {
  sql::Statement *S = C.createStatement();
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: statement 'S' acquired by 'createStatement' is not released on every path [db-session-leak]
  sql::ResultSet *R = S->executeQuery("select 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: result 'R' acquired by 'executeQuery' is not released on every path [db-session-leak]
  if (!R->next())
    return false;
  delete R;
  delete S;
  return true;
}

bool owns(sql::Driver *Driver) {
  std::unique_ptr<sql::Connection> C(Driver->connect("orders"));
  std::unique_ptr<sql::Statement> S(C->createStatement());
  std::unique_ptr<sql::ResultSet> R(S->executeQuery("select 1"));
  return R->next();
}
