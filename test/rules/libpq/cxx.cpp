// libpq from C++: exceptions as ways out, owners of connections and results.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers -- -- -isystem /usr/include/postgresql

#include <libpq-fe.h>
#include <memory>
#include <stdexcept>
#include <string>

void audit(const std::string &Text);

void leaksByThrow(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Connection' acquired by 'PQconnectdb' is not released on every path [db-session-leak]
  if (PQstatus(Connection) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(Connection));
  PQfinish(Connection);
}

void leaksByACallThatThrows(PGconn *Connection) {
  PGresult *Result = PQexec(Connection, "SELECT 1");
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Result' acquired by 'PQexec' is not released on every path [db-session-leak]
  audit(PQgetvalue(Result, 0, 0));
  PQclear(Result);
}

void releasesByAnOwner(const char *Info) {
  std::unique_ptr<PGconn, decltype(&PQfinish)> Connection(PQconnectdb(Info),
                                                          &PQfinish);
  if (PQstatus(Connection.get()) != CONNECTION_OK)
    throw std::runtime_error(PQerrorMessage(Connection.get()));
  std::unique_ptr<PGresult, void (*)(PGresult *)> Result(
      PQexec(Connection.get(), "SELECT 1"), PQclear);
  audit(PQgetvalue(Result.get(), 0, 0));
}

void releasesInTheHandler(const char *Info) {
  PGconn *Connection = PQconnectdb(Info);
  try {
    audit(PQerrorMessage(Connection));
  } catch (...) {
    PQfinish(Connection);
    throw;
  }
  PQfinish(Connection);
}
