//===- Libpq.cpp - A libpq that counts ------------------------------------===//
//
// https://www.postgresql.org/docs/current/libpq.html. Connecting fails with a
// bad handle, or with none when memory is short; a command fails with a result
// that says so, or with none.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include <cstdlib>
#include <cstring>
#include <libpq-fe.h>

using namespace oracle;

enum { Good, Bad, NoMemory };
/// The state of a connection on which a result is waiting.
constexpr int Waiting = 2;

static PGconn *connect(const char *Function) {
  unsigned Choice = choose(3);
  if (Choice == NoMemory)
    return nullptr;
  Handle *H = acquire(Function, "PGconn");
  H->State = Choice == Bad ? Bad : Good;
  return static_cast<PGconn *>(H->Memory);
}

static PGresult *command(const char *Function, PGconn *Connection,
                         ExecStatusType WhenGood) {
  Handle *C = use(Function, "PGconn", Connection);
  if (!C)
    return nullptr;
  unsigned Choice = C->State == Bad ? unsigned(Bad) : choose(3);
  if (Choice == NoMemory)
    return nullptr;
  Handle *H = acquire(Function, "PGresult");
  H->State = Choice == Bad ? PGRES_FATAL_ERROR : WhenGood;
  return static_cast<PGresult *>(H->Memory);
}

static char *text(const char *Function, const char *Kind, const void *Memory,
                  const char *Content) {
  Handle *H = use(Function, Kind, Memory);
  return H ? borrow(H, Content) : borrow(nullptr, "");
}

extern "C" {

PGconn *PQconnectdb(const char *Info) {
  borrowedText("PQconnectdb", Info);
  return connect("PQconnectdb");
}
PGconn *PQconnectdbParams(const char *const *, const char *const *, int) {
  return connect("PQconnectdbParams");
}
PGconn *PQsetdbLogin(const char *, const char *, const char *, const char *,
                     const char *, const char *, const char *) {
  return connect("PQsetdbLogin");
}
PGconn *PQconnectStart(const char *) { return connect("PQconnectStart"); }
PGconn *PQconnectStartParams(const char *const *, const char *const *, int) {
  return connect("PQconnectStartParams");
}
void PQfinish(PGconn *C) { release("PQfinish", "PGconn", C); }

// The status of no connection is that of a bad one; no result, a fatal error.
ConnStatusType PQstatus(const PGconn *C) {
  if (!C)
    return CONNECTION_BAD;
  Handle *H = use("PQstatus", "PGconn", C);
  return H && H->State != Bad ? CONNECTION_OK : CONNECTION_BAD;
}
char *PQerrorMessage(const PGconn *C) {
  if (!C)
    return borrow(nullptr, "out of memory");
  return text("PQerrorMessage", "PGconn", C, "error of the connection");
}
char *PQdb(const PGconn *C) { return text("PQdb", "PGconn", C, "db"); }
char *PQuser(const PGconn *C) { return text("PQuser", "PGconn", C, "user"); }
char *PQhost(const PGconn *C) { return text("PQhost", "PGconn", C, "host"); }
const char *PQparameterStatus(const PGconn *C, const char *) {
  return text("PQparameterStatus", "PGconn", C, "parameter");
}

PGresult *PQexec(PGconn *C, const char *) {
  return command("PQexec", C, PGRES_TUPLES_OK);
}
PGresult *PQexecParams(PGconn *C, const char *, int, const Oid *,
                       const char *const *, const int *, const int *, int) {
  return command("PQexecParams", C, PGRES_TUPLES_OK);
}
PGresult *PQprepare(PGconn *C, const char *, const char *, int, const Oid *) {
  return command("PQprepare", C, PGRES_COMMAND_OK);
}
PGresult *PQexecPrepared(PGconn *C, const char *, int, const char *const *,
                         const int *, const int *, int) {
  return command("PQexecPrepared", C, PGRES_TUPLES_OK);
}
PGresult *PQdescribePrepared(PGconn *C, const char *) {
  return command("PQdescribePrepared", C, PGRES_COMMAND_OK);
}

int PQsendQuery(PGconn *C, const char *) {
  Handle *H = use("PQsendQuery", "PGconn", C);
  if (!H || H->State == Bad || choose(2))
    return 0;
  H->State = Waiting;
  return 1;
}
PGresult *PQgetResult(PGconn *C) {
  Handle *H = use("PQgetResult", "PGconn", C);
  if (!H || H->State != Waiting)
    return nullptr;
  H->State = Good;
  Handle *R = acquire("PQgetResult", "PGresult");
  R->State = choose(2) ? PGRES_FATAL_ERROR : PGRES_TUPLES_OK;
  return static_cast<PGresult *>(R->Memory);
}
void PQclear(PGresult *R) { release("PQclear", "PGresult", R); }

ExecStatusType PQresultStatus(const PGresult *R) {
  if (!R)
    return PGRES_FATAL_ERROR;
  Handle *H = use("PQresultStatus", "PGresult", R);
  return H ? static_cast<ExecStatusType>(H->State) : PGRES_FATAL_ERROR;
}
static int rows(const char *Function, const PGresult *R, int Count) {
  Handle *H = use(Function, "PGresult", R);
  return H && H->State == PGRES_TUPLES_OK ? Count : 0;
}
int PQntuples(const PGresult *R) { return R ? rows("PQntuples", R, 2) : 0; }
int PQnfields(const PGresult *R) { return R ? rows("PQnfields", R, 1) : 0; }
char *PQgetvalue(const PGresult *R, int, int) {
  return text("PQgetvalue", "PGresult", R, "7");
}
char *PQfname(const PGresult *R, int) {
  return text("PQfname", "PGresult", R, "field");
}
char *PQcmdTuples(PGresult *R) {
  return text("PQcmdTuples", "PGresult", R, "1");
}
char *PQcmdStatus(PGresult *R) {
  return text("PQcmdStatus", "PGresult", R, "SELECT 1");
}
char *PQresultErrorMessage(const PGresult *R) {
  if (!R)
    return borrow(nullptr, "");
  return text("PQresultErrorMessage", "PGresult", R, "error of the result");
}
char *PQresultErrorField(const PGresult *R, int) {
  return text("PQresultErrorField", "PGresult", R, "42P01");
}
char *PQresStatus(ExecStatusType) { return borrow(nullptr, "status"); }
PGresult *PQcopyResult(const PGresult *R, int) {
  Handle *From = use("PQcopyResult", "PGresult", R);
  if (!From || choose(2))
    return nullptr;
  Handle *H = acquire("PQcopyResult", "PGresult");
  H->State = From->State;
  return static_cast<PGresult *>(H->Memory);
}

PGcancel *PQgetCancel(PGconn *C) {
  if (!use("PQgetCancel", "PGconn", C) || choose(2))
    return nullptr;
  return static_cast<PGcancel *>(acquire("PQgetCancel", "PGcancel")->Memory);
}
int PQcancel(PGcancel *C, char *, int) {
  return use("PQcancel", "PGcancel", C) && !choose(2);
}
void PQfreeCancel(PGcancel *C) { release("PQfreeCancel", "PGcancel", C); }
void PQfreemem(void *) {}
}
