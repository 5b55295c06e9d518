// SOCI's C interface: sessions, statements, blobs.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers

#include <soci/soci-simple.h>

void leaksSociCreateSession() {
  session_handle Session = soci_create_session("sqlite3://orders.db");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'Session' acquired by 'soci_create_session' is not released on every path [db-session-leak]
}

void releasesSociCreateSession() {
  session_handle Session = soci_create_session("sqlite3://orders.db");
  soci_destroy_session(Session);
}

void leaksSociCreateStatement(session_handle Session) {
  statement_handle Statement = soci_create_statement(Session);
  // CHECK-MESSAGES: :[[@LINE-1]]:32: warning: statement 'Statement' acquired by 'soci_create_statement' is not released on every path [db-session-leak]
}

void releasesSociCreateStatement(session_handle Session) {
  statement_handle Statement = soci_create_statement(Session);
  soci_destroy_statement(Statement);
}

void leaksSociCreateBlob(session_handle Session) {
  blob_handle Blob = soci_create_blob(Session);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Blob' acquired by 'soci_create_blob' is not released on every path [db-session-leak]
}

void releasesSociCreateBlob(session_handle Session) {
  blob_handle Blob = soci_create_blob(Session);
  soci_destroy_blob(Blob);
}

// A session that could not connect is a session all the same.
int leaksWhenConnectingFailed() {
  session_handle Session = soci_create_session("sqlite3://orders.db");
  // CHECK-MESSAGES: :[[@LINE-1]]:28: warning: session 'Session' acquired by 'soci_create_session' is not released on every path [db-session-leak]
  if (soci_session_state(Session) == 0)
    return -1;
  soci_destroy_session(Session);
  return 0;
}

int releasesWhenConnectingFailed() {
  int Result = 0;
  session_handle Session = soci_create_session("sqlite3://orders.db");
  if (soci_session_state(Session) == 0)
    Result = -1;
  soci_destroy_session(Session);
  return Result;
}

// The statement reads the blob and does not destroy it.
void leaksABoundBlob(session_handle Session, statement_handle Statement) {
  blob_handle Blob = soci_create_blob(Session);
  // CHECK-MESSAGES: :[[@LINE-1]]:22: warning: result 'Blob' acquired by 'soci_create_blob' is not released on every path [db-session-leak]
  soci_use_blob(Statement, "image");
  soci_set_use_blob(Statement, "image", Blob);
  soci_execute(Statement, 1);
}

// What a statement reads into belongs to the statement.
int readsABlob(session_handle Session) {
  statement_handle Statement = soci_create_statement(Session);
  if (!Statement)
    return -1;
  int Position = soci_into_blob(Statement);
  soci_prepare(Statement, "select image from goods");
  soci_execute(Statement, 1);
  blob_handle Blob = soci_get_into_blob(Statement, Position);
  int Length = soci_blob_get_len(Blob);
  soci_destroy_statement(Statement);
  return Length;
}
