// RUN: %check_dbtidy %s db-raw-session %t -std=c++17,c++20
// Warned, and left to the reader.
#include <libpq-fe.h>
#include <soci/soci.h>
#include <sql.h>
#include <sqlext.h>
#include <sqlite3.h>

void show(int number) noexcept;
PGconn *current() noexcept;

struct Job {
  PGconn *session;
};

int in_a_struct(const char *where) {
  Job job;
  job.session = PQconnectdb(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:17: warning: session 'job.session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:17: note: no fix: a field of a local struct holds it
  int status = PQstatus(job.session);
  PQfinish(job.session);
  return status;
}

int in_a_lambda(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:21: note: no fix: 'session' is used by a lambda
  auto status = [&]() noexcept { return int(PQstatus(session)); };
  int result = status();
  PQfinish(session);
  return result;
}

int in_a_parameter(PGconn *session) {
  session = PQconnectdb("");
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:13: note: no fix: no local variable holds it
  int status = PQstatus(session);
  PQfinish(session);
  return status;
}

int under_another_name(const char *where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:21: note: no fix: 'session' is released under another name
  PGconn *other = session;
  int status = PQstatus(session);
  PQfinish(other);
  return status;
}

void jumped_over(const char *where, int order) {
  if (order == 0)
    goto end;
  {
    PGconn *session = PQconnectdb(where);
    // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
    PQfinish(session);
  }
  PGconn *other;
  other = PQconnectdb(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: session 'other' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:11: note: no fix: a jump leads past the declaration
  PQfinish(other);
end:
  show(order);
}

int odbc(SQLHDBC connection) {
  SQLHSTMT st;
  if (!SQL_SUCCEEDED(SQLAllocHandle(SQL_HANDLE_STMT, connection, &st)))
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: statement 'st' acquired by 'SQLAllocHandle' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:22: note: no fix: 'st' is used in a macro
    return 1;
  SQLRETURN rc = SQLFetch(st);
  SQLFreeHandle(SQL_HANDLE_STMT, st);
  return rc;
}

template <typename T> int in_a_template(T where) {
  PGconn *session = PQconnectdb(where);
  // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
  // CHECK-NOFIX: :[[@LINE-2]]:21: note: no fix: it stands in a template
  int status = PQstatus(session);
  PQfinish(session);
  return status;
}
int instantiated = in_a_template("") + in_a_template<char *>(nullptr);

void sometimes_somebody_elses(const char *where) {
  PGconn *session = nullptr;
  bool ours = where != nullptr;
  if (ours)
    session = PQconnectdb(where);
    // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: session 'session' acquired by 'PQconnectdb' is held by a raw handle and released by hand [db-raw-session]
    // CHECK-NOFIX: :[[@LINE-2]]:15: note: no fix: 'session' also holds what this function need not release
  else
    session = current();
  show(int(PQstatus(session)));
  if (ours)
    PQfinish(session);
}
