// libzdb: URLs, pools, and the connections a pool hands out.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/zdb

#include <stdio.h>
#include <time.h>
#include <zdb.h>

void leaksURLNew(void) {
  URL_T Url = URL_new("sqlite:///orders.db");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: environment 'Url' acquired by 'URL_new' is not released on every path [db-session-leak]
}

void releasesURLNew(void) {
  URL_T Url = URL_new("sqlite:///orders.db");
  if (Url)
    URL_free(&Url);
}

void leaksURLCreate(int Port) {
  URL_T Url = URL_create("mysql://localhost:%d/orders", Port);
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: environment 'Url' acquired by 'URL_create' is not released on every path [db-session-leak]
}

void releasesURLCreate(int Port) {
  URL_T Url = URL_create("mysql://localhost:%d/orders", Port);
  if (Url)
    URL_free(&Url);
}

void leaksConnectionPoolNew(URL_T Url) {
  ConnectionPool_T Pool = ConnectionPool_new(Url);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: pool 'Pool' acquired by 'ConnectionPool_new' is not released on every path [db-session-leak]
}

void releasesConnectionPoolNew(URL_T Url) {
  ConnectionPool_T Pool = ConnectionPool_new(Url);
  ConnectionPool_free(&Pool);
}

void leaksConnectionPoolGetConnection(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Connection' acquired by 'ConnectionPool_getConnection' is not released on every path [db-session-leak]
}

void releasesConnectionPoolGetConnection(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  if (Connection)
    Connection_close(Connection);
}

void returnsAConnection(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  if (Connection == NULL)
    return;
  Connection_execute(Connection, "delete from carts");
  ConnectionPool_returnConnection(Pool, Connection);
}

// The URL stays the caller's.
void leaksTheUrlOfAPool(void) {
  URL_T Url = URL_new("sqlite:///orders.db");
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: environment 'Url' acquired by 'URL_new' is not released on every path [db-session-leak]
  if (!Url)
    return;
  ConnectionPool_T Pool = ConnectionPool_new(Url);
  ConnectionPool_start(Pool);
  ConnectionPool_free(&Pool);
}

void releasesTheUrlOfAPool(void) {
  URL_T Url = URL_new("sqlite:///orders.db");
  if (!Url)
    return;
  ConnectionPool_T Pool = ConnectionPool_new(Url);
  ConnectionPool_start(Pool);
  ConnectionPool_free(&Pool);
  URL_free(&Url);
}

// Statements and results go with their connection.
int countsOrders(ConnectionPool_T Pool) {
  int Count = 0;
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  if (!Connection)
    return -1;
  PreparedStatement_T Statement =
      Connection_prepareStatement(Connection, "select count(*) from orders");
  ResultSet_T Result = PreparedStatement_executeQuery(Statement);
  if (ResultSet_next(Result))
    Count = ResultSet_getInt(Result, 1);
  Connection_close(Connection);
  return Count;
}

int leaksWhereThereIsNoRow(ConnectionPool_T Pool) {
  Connection_T Connection = ConnectionPool_getConnection(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Connection' acquired by 'ConnectionPool_getConnection' is not released on every path [db-session-leak]
  if (!Connection)
    return -1;
  ResultSet_T Result =
      Connection_executeQuery(Connection, "select count(*) from orders");
  if (!ResultSet_next(Result))
    return 0;
  int Count = ResultSet_getInt(Result, 1);
  Connection_close(Connection);
  return Count;
}

// Stopping a pool is not freeing it.
void leaksAStoppedPool(URL_T Url) {
  ConnectionPool_T Pool = ConnectionPool_new(Url);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: pool 'Pool' acquired by 'ConnectionPool_new' is not released on every path [db-session-leak]
  ConnectionPool_start(Pool);
  ConnectionPool_stop(Pool);
}
