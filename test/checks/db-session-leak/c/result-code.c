// RUN: %check_dbtidy %s db-session-leak %t -std=c11,c17

// A result code tells whether a statement was handed out at all.

#include "sqlite3.h"
#include <stddef.h>

int step(void);

int unequalOk(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_step(st);
  sqlite3_finalize(st);
  return rc;
}

int unequalOkForgets(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_step(st);
  if (rc != SQLITE_ROW)
    return rc;
  sqlite3_finalize(st);
  return rc;
}

int direct(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) != SQLITE_OK)
    return -1;
  sqlite3_finalize(st);
  return 0;
}

int okEquals(sqlite3 *db) {
  sqlite3_stmt *st;
  if (SQLITE_OK == sqlite3_prepare_v2(db, "select 1", -1, &st, NULL)) {
    sqlite3_step(st);
    sqlite3_finalize(st);
  }
  return 0;
}

int okEqualsForgets(sqlite3 *db) {
  sqlite3_stmt *st;
  if (SQLITE_OK == sqlite3_prepare_v2(db, "select 1", -1, &st, NULL)) {
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    sqlite3_step(st);
  }
  return 0;
}

int truth(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL))
    return -1;
  sqlite3_finalize(st);
  return 0;
}

int negation(sqlite3 *db) {
  sqlite3_stmt *st;
  if (!sqlite3_prepare_v2(db, "select 1", -1, &st, NULL))
    sqlite3_finalize(st);
  return 0;
}

int assignedInCondition(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc;
  if ((rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL)) != SQLITE_OK)
    return rc;
  sqlite3_finalize(st);
  return rc;
}

int assignedInConditionForgets(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc;
  if ((rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL)) != SQLITE_OK)
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
    return rc;
  return rc;
}

int bySwitch(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  switch (rc) {
  case SQLITE_OK:
    sqlite3_step(st);
    sqlite3_finalize(st);
    break;
  default:
    return rc;
  }
  return 0;
}

int bySwitchForgets(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  switch (rc) {
  case SQLITE_OK:
    sqlite3_step(st);
    break;
  default:
    return rc;
  }
  return 0;
}

int testedLater(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  step();
  if (rc == SQLITE_OK)
    sqlite3_step(st);
  if (rc == SQLITE_OK)
    sqlite3_finalize(st);
  return rc;
}

int reused(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_step(st);
  if (rc == SQLITE_OK)
    sqlite3_finalize(st);
  return rc;
}

int reusedReleased(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_step(st);
  if (rc == SQLITE_ROW)
    step();
  rc = sqlite3_finalize(st);
  return rc;
}

int reusedBeforeTest(sqlite3 *db) {
  sqlite3_stmt *st;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  rc = step();
  if (rc != SQLITE_OK)
    return rc;
  sqlite3_finalize(st);
  return 0;
}

int twoStatements(sqlite3 *db) {
  sqlite3_stmt *a, *b;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &a, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'a' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_prepare_v2(db, "select 2", -1, &b, NULL);
  if (rc != SQLITE_OK)
    return rc;
  sqlite3_finalize(b);
  sqlite3_finalize(a);
  return 0;
}

int twoStatementsReleased(sqlite3 *db) {
  sqlite3_stmt *a, *b;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &a, NULL);
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_prepare_v2(db, "select 2", -1, &b, NULL);
  if (rc != SQLITE_OK) {
    sqlite3_finalize(a);
    return rc;
  }
  sqlite3_finalize(b);
  sqlite3_finalize(a);
  return 0;
}

int combined(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) != SQLITE_OK ||
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
      sqlite3_bind_int(st, 1, 7) != SQLITE_OK)
    return -1;
  sqlite3_finalize(st);
  return 0;
}

int combinedReleased(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) != SQLITE_OK ||
      sqlite3_bind_int(st, 1, 7) != SQLITE_OK) {
    sqlite3_finalize(st);
    return -1;
  }
  sqlite3_finalize(st);
  return 0;
}

int inConditionalOperator(sqlite3 *db) {
  sqlite3_stmt *st;
  int ok = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) == SQLITE_OK ? 1 : 0;
  if (!ok)
    return -1;
  sqlite3_finalize(st);
  return 0;
}

int nullTellsToo(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  if (st == NULL)
    return -1;
  sqlite3_finalize(st);
  return 0;
}

int finalizeStatusReturned(sqlite3 *db) {
  sqlite3_stmt *st;
  if (sqlite3_prepare_v2(db, "select 1", -1, &st, NULL) != SQLITE_OK)
    return -1;
  sqlite3_step(st);
  return sqlite3_finalize(st);
}

int gotoOnCode(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  if (rc != SQLITE_OK)
    goto out;
  rc = sqlite3_step(st);
out:
  sqlite3_finalize(st);
  return rc;
}

int gotoOnCodeWrong(sqlite3 *db) {
  sqlite3_stmt *st = NULL;
  int rc = sqlite3_prepare_v2(db, "select 1", -1, &st, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:12: warning: statement 'st' acquired by 'sqlite3_prepare_v2' is not released on every path [db-session-leak]
  if (rc != SQLITE_OK)
    goto out;
  rc = sqlite3_step(st);
  if (rc != SQLITE_ROW)
    goto out;
  sqlite3_finalize(st);
out:
  return rc;
}
