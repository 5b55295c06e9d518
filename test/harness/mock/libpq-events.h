//===- libpq-events.h - A stand-in for the events header of libpq -*- C -*-===//
//
// The declarations of libpq that the rules name, for tests that need no
// installed library. Names and signatures are those of the real header; nothing
// else is. Tests of the rules use the real one (test/rules/).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_MOCK_LIBPQ_EVENTS_H
#define DBTIDY_MOCK_LIBPQ_EVENTS_H

#include "libpq-fe.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  PGEVT_REGISTER,
  PGEVT_CONNRESET,
  PGEVT_CONNDESTROY,
  PGEVT_RESULTCREATE,
  PGEVT_RESULTCOPY,
  PGEVT_RESULTDESTROY
} PGEventId;
typedef int (*PGEventProc)(PGEventId, void *, void *);

int PQfireResultCreateEvents(PGconn *, PGresult *);
void *PQinstanceData(const PGconn *, PGEventProc);
int PQregisterEventProc(PGconn *, PGEventProc, const char *, void *);
int PQsetInstanceData(PGconn *, PGEventProc, void *);
void *PQresultInstanceData(const PGresult *, PGEventProc);
int PQresultSetInstanceData(PGresult *, PGEventProc, void *);

#ifdef __cplusplus
}
#endif

#endif // DBTIDY_MOCK_LIBPQ_EVENTS_H
