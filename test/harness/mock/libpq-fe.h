//===- libpq-fe.h - A stand-in for the header of libpq ------------*- C -*-===//
//
// The declarations of libpq that the rules name, for tests that need no
// installed library. Names and signatures are those of the real header; nothing
// else is. Tests of the rules use the real one (test/rules/).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MOCK_LIBPQ_FE_H
#define DBTIDY_MOCK_LIBPQ_FE_H

#include <stddef.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct pg_conn PGconn;
typedef struct pg_result PGresult;
typedef struct pg_cancel PGcancel;
typedef struct pg_cancel_conn PGcancelConn;
typedef unsigned int Oid;
typedef long int pg_int64;
typedef char pqbool;
#define InvalidOid ((Oid)0)
#define INV_WRITE 0x00020000
#define INV_READ 0x00040000

typedef enum {
  CONNECTION_OK,
  CONNECTION_BAD,
  CONNECTION_STARTED,
  CONNECTION_MADE
} ConnStatusType;
typedef enum {
  PGRES_POLLING_FAILED,
  PGRES_POLLING_READING,
  PGRES_POLLING_WRITING,
  PGRES_POLLING_OK,
  PGRES_POLLING_ACTIVE
} PostgresPollingStatusType;
typedef enum {
  PGRES_EMPTY_QUERY,
  PGRES_COMMAND_OK,
  PGRES_TUPLES_OK,
  PGRES_COPY_OUT,
  PGRES_COPY_IN,
  PGRES_BAD_RESPONSE,
  PGRES_NONFATAL_ERROR,
  PGRES_FATAL_ERROR,
  PGRES_COPY_BOTH,
  PGRES_SINGLE_TUPLE,
  PGRES_PIPELINE_SYNC,
  PGRES_PIPELINE_ABORTED
} ExecStatusType;
typedef enum {
  PQTRANS_IDLE,
  PQTRANS_ACTIVE,
  PQTRANS_INTRANS,
  PQTRANS_INERROR,
  PQTRANS_UNKNOWN
} PGTransactionStatusType;
typedef enum { PQERRORS_TERSE, PQERRORS_DEFAULT, PQERRORS_VERBOSE } PGVerbosity;
typedef enum {
  PQSHOW_CONTEXT_NEVER,
  PQSHOW_CONTEXT_ERRORS,
  PQSHOW_CONTEXT_ALWAYS
} PGContextVisibility;
typedef enum {
  PQPING_OK,
  PQPING_REJECT,
  PQPING_NO_RESPONSE,
  PQPING_NO_ATTEMPT
} PGPing;
typedef enum {
  PQ_PIPELINE_OFF,
  PQ_PIPELINE_ON,
  PQ_PIPELINE_ABORTED
} PGpipelineStatus;

typedef struct pgNotify {
  char *relname;
  int be_pid;
  char *extra;
  struct pgNotify *next;
} PGnotify;
typedef struct {
  int len;
  int isint;
  union {
    int *ptr;
    int integer;
  } u;
} PQArgBlock;
typedef struct pgresAttDesc {
  char *name;
  Oid typid;
} PGresAttDesc;
typedef struct _PQprintOpt {
  pqbool header;
  pqbool align;
  char *fieldSep;
} PQprintOpt;
typedef struct _PQconninfoOption {
  char *keyword;
  char *envvar;
  char *compiled;
  char *val;
  char *label;
  char *dispchar;
  int dispsize;
} PQconninfoOption;
typedef void (*PQnoticeReceiver)(void *, const PGresult *);
typedef void (*PQnoticeProcessor)(void *, const char *);

#define PG_DIAG_SQLSTATE 'C'
#define PG_DIAG_MESSAGE_PRIMARY 'M'
#define PQsetdb(Host, Port, Options, Tty, Name)                                \
  PQsetdbLogin(Host, Port, Options, Tty, Name, NULL, NULL)

PGconn *PQconnectdb(const char *);
PGconn *PQconnectdbParams(const char *const *, const char *const *, int);
PGconn *PQsetdbLogin(const char *, const char *, const char *, const char *,
                     const char *, const char *, const char *);
PGconn *PQconnectStart(const char *);
PGconn *PQconnectStartParams(const char *const *, const char *const *, int);
void PQfinish(PGconn *);
char *PQerrorMessage(const PGconn *);
char *PQdb(const PGconn *);
char *PQuser(const PGconn *);
char *PQpass(const PGconn *);
char *PQhost(const PGconn *);
char *PQhostaddr(const PGconn *);
char *PQport(const PGconn *);
char *PQoptions(const PGconn *);
const char *PQparameterStatus(const PGconn *, const char *);
void *PQsslStruct(PGconn *, const char *);
const char *PQsslAttribute(PGconn *, const char *);
void *PQgetssl(PGconn *);
void *PQgetgssctx(PGconn *);
ConnStatusType PQstatus(const PGconn *);
PGTransactionStatusType PQtransactionStatus(const PGconn *);
int PQprotocolVersion(const PGconn *);
int PQserverVersion(const PGconn *);
int PQsocket(const PGconn *);
int PQbackendPID(const PGconn *);
PGpipelineStatus PQpipelineStatus(const PGconn *);
int PQconnectionNeedsPassword(const PGconn *);
int PQconnectionUsedPassword(const PGconn *);
int PQclientEncoding(const PGconn *);
int PQsslInUse(PGconn *);
int PQgssEncInUse(PGconn *);
int PQisnonblocking(const PGconn *);
int PQconnectionUsedGSSAPI(const PGconn *);
void PQreset(PGconn *);
int PQresetStart(PGconn *);
PostgresPollingStatusType PQresetPoll(PGconn *);
int PQputCopyData(PGconn *, const char *, int);
int PQputCopyEnd(PGconn *, const char *);
int PQgetCopyData(PGconn *, char **, int);
int PQendcopy(PGconn *);
int PQputline(PGconn *, const char *);
int PQputnbytes(PGconn *, const char *, int);
int PQgetline(PGconn *, char *, int);
int PQgetlineAsync(PGconn *, char *, int);
PQconninfoOption *PQconninfo(PGconn *);
PGresult *PQexec(PGconn *, const char *);
PGresult *PQexecParams(PGconn *, const char *, int, const Oid *,
                       const char *const *, const int *, const int *, int);
PGresult *PQprepare(PGconn *, const char *, const char *, int, const Oid *);
PGresult *PQexecPrepared(PGconn *, const char *, int, const char *const *,
                         const int *, const int *, int);
PGresult *PQdescribePrepared(PGconn *, const char *);
PGresult *PQdescribePortal(PGconn *, const char *);
PGresult *PQclosePrepared(PGconn *, const char *);
PGresult *PQclosePortal(PGconn *, const char *);
PGresult *PQgetResult(PGconn *);
PGresult *PQfn(PGconn *, int, int *, int *, int, const PQArgBlock *, int);
PGresult *PQmakeEmptyPGresult(PGconn *, ExecStatusType);
PGcancel *PQgetCancel(PGconn *);
PGcancelConn *PQcancelCreate(PGconn *);
PGresult *PQchangePassword(PGconn *, const char *, const char *);
int PQsetChunkedRowsMode(PGconn *, int);
int PQsendClosePrepared(PGconn *, const char *);
int PQsendClosePortal(PGconn *, const char *);
int PQsendPipelineSync(PGconn *);
PostgresPollingStatusType PQconnectPoll(PGconn *);
int PQconsumeInput(PGconn *);
char *PQencryptPasswordConn(PGconn *, const char *, const char *, const char *);
int PQenterPipelineMode(PGconn *);
unsigned char *PQescapeByteaConn(PGconn *, const unsigned char *, size_t,
                                 size_t *);
char *PQescapeIdentifier(PGconn *, const char *, size_t);
char *PQescapeLiteral(PGconn *, const char *, size_t);
size_t PQescapeStringConn(PGconn *, char *, const char *, size_t, int *);
int PQexitPipelineMode(PGconn *);
int PQflush(PGconn *);
int PQisBusy(PGconn *);
PGnotify *PQnotifies(PGconn *);
int PQpipelineSync(PGconn *);
int PQrequestCancel(PGconn *);
int PQsendDescribePortal(PGconn *, const char *);
int PQsendDescribePrepared(PGconn *, const char *);
int PQsendFlushRequest(PGconn *);
int PQsendPrepare(PGconn *, const char *, const char *, int, const Oid *);
int PQsendQuery(PGconn *, const char *);
int PQsendQueryParams(PGconn *, const char *, int, const Oid *,
                      const char *const *, const int *, const int *, int);
int PQsendQueryPrepared(PGconn *, const char *, int, const char *const *,
                        const int *, const int *, int);
int PQsetClientEncoding(PGconn *, const char *);
PGContextVisibility PQsetErrorContextVisibility(PGconn *, PGContextVisibility);
PGVerbosity PQsetErrorVerbosity(PGconn *, PGVerbosity);
PQnoticeProcessor PQsetNoticeProcessor(PGconn *, PQnoticeProcessor, void *);
PQnoticeReceiver PQsetNoticeReceiver(PGconn *, PQnoticeReceiver, void *);
int PQsetSingleRowMode(PGconn *);
void PQsetTraceFlags(PGconn *, int);
int PQsetnonblocking(PGconn *, int);
const char *const *PQsslAttributeNames(PGconn *);
void PQtrace(PGconn *, FILE *);
char *PQtty(const PGconn *);
void PQuntrace(PGconn *);
int lo_close(PGconn *, int);
Oid lo_creat(PGconn *, int);
Oid lo_create(PGconn *, Oid);
int lo_export(PGconn *, Oid, const char *);
Oid lo_import(PGconn *, const char *);
Oid lo_import_with_oid(PGconn *, const char *, Oid);
int lo_lseek(PGconn *, int, int, int);
pg_int64 lo_lseek64(PGconn *, int, pg_int64, int);
int lo_open(PGconn *, Oid, int);
int lo_read(PGconn *, int, char *, size_t);
int lo_tell(PGconn *, int);
pg_int64 lo_tell64(PGconn *, int);
int lo_truncate(PGconn *, int, size_t);
int lo_truncate64(PGconn *, int, pg_int64);
int lo_unlink(PGconn *, Oid);
int lo_write(PGconn *, int, const char *, size_t);
int PQdefaultSSLKeyPassHook_OpenSSL(char *, int, PGconn *);
PGresult *PQcopyResult(const PGresult *, int);
void PQclear(PGresult *);
char *PQgetvalue(const PGresult *, int, int);
char *PQfname(const PGresult *, int);
char *PQcmdStatus(PGresult *);
char *PQcmdTuples(PGresult *);
char *PQresultErrorMessage(const PGresult *);
char *PQresultErrorField(const PGresult *, int);
char *PQoidStatus(const PGresult *);
void *PQresultAlloc(PGresult *, size_t);
ExecStatusType PQresultStatus(const PGresult *);
int PQntuples(const PGresult *);
int PQnfields(const PGresult *);
int PQbinaryTuples(const PGresult *);
int PQnparams(const PGresult *);
Oid PQoidValue(const PGresult *);
char *PQresultVerboseErrorMessage(const PGresult *, PGVerbosity,
                                  PGContextVisibility);
void PQdisplayTuples(const PGresult *, FILE *, int, const char *, int, int);
int PQfformat(const PGresult *, int);
int PQfmod(const PGresult *, int);
int PQfnumber(const PGresult *, const char *);
int PQfsize(const PGresult *, int);
Oid PQftable(const PGresult *, int);
int PQftablecol(const PGresult *, int);
Oid PQftype(const PGresult *, int);
int PQgetisnull(const PGresult *, int, int);
int PQgetlength(const PGresult *, int, int);
Oid PQparamtype(const PGresult *, int);
void PQprintTuples(const PGresult *, FILE *, int, int, int);
size_t PQresultMemorySize(const PGresult *);
int PQsetResultAttrs(PGresult *, int, PGresAttDesc *);
int PQsetvalue(PGresult *, int, int, char *, int);
void PQprint(FILE *, const PGresult *, const PQprintOpt *);
void PQfreeCancel(PGcancel *);
int PQcancel(PGcancel *, char *, int);
void PQcancelFinish(PGcancelConn *);
char *PQcancelErrorMessage(const PGcancelConn *);
ConnStatusType PQcancelStatus(const PGcancelConn *);
int PQcancelSocket(const PGcancelConn *);
int PQcancelStart(PGcancelConn *);
int PQcancelBlocking(PGcancelConn *);
PostgresPollingStatusType PQcancelPoll(PGcancelConn *);
void PQcancelReset(PGcancelConn *);
void PQfreemem(void *);
void PQconninfoFree(PQconninfoOption *);
PQconninfoOption *PQconndefaults(void);
PQconninfoOption *PQconninfoParse(const char *, char **);
char *PQresStatus(ExecStatusType);
PGPing PQping(const char *);
int PQlibVersion(void);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_MOCK_LIBPQ_FE_H
