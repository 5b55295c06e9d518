//===- Sqlite3.cpp - An SQLite that counts --------------------------------===//
//
// https://www.sqlite.org/c3ref/intro.html. Opening fails with a handle that is
// owed all the same, or with null when memory is short; preparing fails with a
// null statement; closing is refused while statements are open.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include <sqlite3.h>

using namespace oracle;

static const char *const Connection = "sqlite3";
static const char *const Statement = "sqlite3_stmt";

static int open(const char *Function, sqlite3 **Out) {
  unsigned Choice = choose(3);
  if (Choice == 2) {
    *Out = nullptr;
    return SQLITE_NOMEM;
  }
  *Out = static_cast<sqlite3 *>(acquire(Function, Connection)->Memory);
  return Choice == 1 ? SQLITE_CANTOPEN : SQLITE_OK;
}

static int prepare(const char *Function, sqlite3 *Db, sqlite3_stmt **Out,
                   const char **Tail) {
  *Out = nullptr;
  if (Tail)
    *Tail = "";
  if (!use(Function, Connection, Db))
    return SQLITE_MISUSE;
  if (choose(2))
    return SQLITE_ERROR;
  *Out =
      static_cast<sqlite3_stmt *>(acquire(Function, Statement, 64, Db)->Memory);
  return SQLITE_OK;
}

static int answer(const char *Function, const char *Kind, const void *Handle) {
  if (!use(Function, Kind, Handle))
    return SQLITE_MISUSE;
  return choose(2) ? SQLITE_ERROR : SQLITE_OK;
}

static char *text(const char *Function, const char *Kind, const void *Memory,
                  const char *Content) {
  Handle *H = use(Function, Kind, Memory);
  return H ? borrow(H, Content) : borrow(nullptr, "");
}

extern "C" {

int sqlite3_open(const char *, sqlite3 **Out) {
  return open("sqlite3_open", Out);
}
int sqlite3_open_v2(const char *, sqlite3 **Out, int, const char *) {
  return open("sqlite3_open_v2", Out);
}
int sqlite3_close(sqlite3 *Db) {
  Handle *H = find(Db);
  if (H && H->Live && hasLiveChildren(H)) {
    H->Refused = true;
    return SQLITE_BUSY;
  }
  release("sqlite3_close", Connection, Db);
  return SQLITE_OK;
}
int sqlite3_close_v2(sqlite3 *Db) {
  release("sqlite3_close_v2", Connection, Db);
  return SQLITE_OK;
}
const char *sqlite3_errmsg(sqlite3 *Db) {
  if (!Db)
    return borrow(nullptr, "out of memory");
  return text("sqlite3_errmsg", Connection, Db, "error of the connection");
}
const char *sqlite3_errstr(int) { return borrow(nullptr, "error"); }
int sqlite3_errcode(sqlite3 *Db) {
  if (!Db)
    return SQLITE_NOMEM;
  return use("sqlite3_errcode", Connection, Db) ? SQLITE_OK : SQLITE_MISUSE;
}
int sqlite3_exec(sqlite3 *Db, const char *,
                 int (*)(void *, int, char **, char **), void *, char **Error) {
  int Code = answer("sqlite3_exec", Connection, Db);
  if (Error)
    *Error = Code ? static_cast<char *>(
                        acquire("sqlite3_exec", "sqlite3_text")->Memory)
                  : nullptr;
  return Code;
}
void sqlite3_free(void *Memory) {
  release("sqlite3_free", "sqlite3_text", Memory);
}
char *sqlite3_mprintf(const char *, ...) {
  if (choose(2))
    return nullptr;
  return static_cast<char *>(
      acquire("sqlite3_mprintf", "sqlite3_text")->Memory);
}
int sqlite3_changes(sqlite3 *Db) {
  return use("sqlite3_changes", Connection, Db) ? 1 : 0;
}
int sqlite3_busy_timeout(sqlite3 *Db, int) {
  return use("sqlite3_busy_timeout", Connection, Db) ? SQLITE_OK
                                                     : SQLITE_MISUSE;
}

int sqlite3_prepare(sqlite3 *Db, const char *, int, sqlite3_stmt **Out,
                    const char **Tail) {
  return prepare("sqlite3_prepare", Db, Out, Tail);
}
int sqlite3_prepare_v2(sqlite3 *Db, const char *, int, sqlite3_stmt **Out,
                       const char **Tail) {
  return prepare("sqlite3_prepare_v2", Db, Out, Tail);
}
int sqlite3_prepare_v3(sqlite3 *Db, const char *, int, unsigned int,
                       sqlite3_stmt **Out, const char **Tail) {
  return prepare("sqlite3_prepare_v3", Db, Out, Tail);
}
int sqlite3_finalize(sqlite3_stmt *S) {
  Handle *H = release("sqlite3_finalize", Statement, S);
  return H ? H->State : SQLITE_OK;
}
int sqlite3_step(sqlite3_stmt *S) {
  Handle *H = use("sqlite3_step", Statement, S);
  if (!H)
    return SQLITE_MISUSE;
  if (choose(2)) {
    H->State = SQLITE_ERROR;
    return SQLITE_ERROR;
  }
  // One row, kept in the memory of the handle, then none.
  auto *Stepped = static_cast<char *>(H->Memory);
  *Stepped = !*Stepped;
  return *Stepped ? SQLITE_ROW : SQLITE_DONE;
}
int sqlite3_reset(sqlite3_stmt *S) {
  return use("sqlite3_reset", Statement, S) ? SQLITE_OK : SQLITE_MISUSE;
}
int sqlite3_bind_int(sqlite3_stmt *S, int, int) {
  return answer("sqlite3_bind_int", Statement, S);
}
int sqlite3_bind_text(sqlite3_stmt *S, int, const char *, int,
                      void (*)(void *)) {
  return answer("sqlite3_bind_text", Statement, S);
}
int sqlite3_column_int(sqlite3_stmt *S, int) {
  return use("sqlite3_column_int", Statement, S) ? 7 : 0;
}
int sqlite3_column_count(sqlite3_stmt *S) {
  return S && use("sqlite3_column_count", Statement, S) ? 1 : 0;
}
const unsigned char *sqlite3_column_text(sqlite3_stmt *S, int) {
  return reinterpret_cast<unsigned char *>(
      text("sqlite3_column_text", Statement, S, "7"));
}
const char *sqlite3_column_name(sqlite3_stmt *S, int) {
  return text("sqlite3_column_name", Statement, S, "field");
}
const char *sqlite3_sql(sqlite3_stmt *S) {
  return S ? text("sqlite3_sql", Statement, S, "select 7") : nullptr;
}
sqlite3 *sqlite3_db_handle(sqlite3_stmt *S) {
  Handle *H = use("sqlite3_db_handle", Statement, S);
  return H && H->Parent ? static_cast<sqlite3 *>(H->Parent->Memory) : nullptr;
}

int sqlite3_blob_open(sqlite3 *Db, const char *, const char *, const char *,
                      sqlite3_int64, int, sqlite3_blob **Out) {
  *Out = nullptr;
  int Code = answer("sqlite3_blob_open", Connection, Db);
  if (!Code)
    *Out = static_cast<sqlite3_blob *>(
        acquire("sqlite3_blob_open", "sqlite3_blob", 64, Db)->Memory);
  return Code;
}
int sqlite3_blob_bytes(sqlite3_blob *Blob) {
  return use("sqlite3_blob_bytes", "sqlite3_blob", Blob) ? 7 : 0;
}
int sqlite3_blob_close(sqlite3_blob *Blob) {
  release("sqlite3_blob_close", "sqlite3_blob", Blob);
  return SQLITE_OK;
}
sqlite3_backup *sqlite3_backup_init(sqlite3 *To, const char *, sqlite3 *From,
                                    const char *) {
  if (!use("sqlite3_backup_init", Connection, To) ||
      !use("sqlite3_backup_init", Connection, From) || choose(2))
    return nullptr;
  return static_cast<sqlite3_backup *>(
      acquire("sqlite3_backup_init", "sqlite3_backup", 64, To)->Memory);
}
int sqlite3_backup_step(sqlite3_backup *Backup, int) {
  if (!use("sqlite3_backup_step", "sqlite3_backup", Backup))
    return SQLITE_MISUSE;
  return choose(2) ? SQLITE_ERROR : SQLITE_DONE;
}
int sqlite3_backup_finish(sqlite3_backup *Backup) {
  Handle *H = find(Backup);
  if (H && H->Live && H->Parent && !H->Parent->Live)
    noteError("sqlite3_backup_finish: its connection is gone");
  release("sqlite3_backup_finish", "sqlite3_backup", Backup);
  return SQLITE_OK;
}
}
