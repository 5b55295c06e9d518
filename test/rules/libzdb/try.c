// libzdb's exceptions are macros over setjmp and longjmp.
// RUN: %check_dbtidy %s db-session-leak %t -std=gnu11 -real-headers -- -- -isystem /usr/include/zdb

#include <stdio.h>
#include <time.h>
#include <zdb.h>

// TRY is setjmp: the paths out of it are not followed.
int countsInATry(ConnectionPool_T Pool) {
  volatile int Count = 0;
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  TRY {
    ResultSet_T Result =
        Connection_executeQuery(Connection, "select count(*) from orders");
    if (ResultSet_next(Result))
      Count = ResultSet_getInt(Result, 1);
  }
  CATCH(SQLException) { Count = -1; }
  FINALLY { Connection_close(Connection); }
  END_TRY;
  return Count;
}
