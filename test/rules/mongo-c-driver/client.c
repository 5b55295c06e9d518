// Clients, their pool and their sessions of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksClientNew(void) {
  mongoc_client_t *Client = mongoc_client_new("mongodb://localhost");
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_new' is not released on every path [db-session-leak]
}

void releasesClientNew(void) {
  mongoc_client_t *Client = mongoc_client_new("mongodb://localhost");
  mongoc_client_destroy(Client);
}

void leaksClientNewFromUri(const mongoc_uri_t *Uri) {
  mongoc_client_t *Client = mongoc_client_new_from_uri(Uri);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_new_from_uri' is not released on every path [db-session-leak]
}

void releasesClientNewFromUri(const mongoc_uri_t *Uri) {
  mongoc_client_t *Client = mongoc_client_new_from_uri(Uri);
  mongoc_client_destroy(Client);
}

void leaksClientNewFromUriWithError(const mongoc_uri_t *Uri) {
  mongoc_client_t *Client = mongoc_client_new_from_uri_with_error(Uri, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_new_from_uri_with_error' is not released on every path [db-session-leak]
}

void releasesClientNewFromUriWithError(const mongoc_uri_t *Uri) {
  mongoc_client_t *Client = mongoc_client_new_from_uri_with_error(Uri, NULL);
  mongoc_client_destroy(Client);
}

void leaksClientPoolNew(const mongoc_uri_t *Uri) {
  mongoc_client_pool_t *ClientPool = mongoc_client_pool_new(Uri);
  // CHECK-MESSAGES: :[[@LINE-1]]:38: warning: pool 'ClientPool' acquired by 'mongoc_client_pool_new' is not released on every path [db-session-leak]
}

void releasesClientPoolNew(const mongoc_uri_t *Uri) {
  mongoc_client_pool_t *ClientPool = mongoc_client_pool_new(Uri);
  mongoc_client_pool_destroy(ClientPool);
}

void leaksClientPoolNewWithError(const mongoc_uri_t *Uri) {
  mongoc_client_pool_t *ClientPool =
      mongoc_client_pool_new_with_error(Uri, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: pool 'ClientPool' acquired by 'mongoc_client_pool_new_with_error' is not released on every path [db-session-leak]
}

void releasesClientPoolNewWithError(const mongoc_uri_t *Uri) {
  mongoc_client_pool_t *ClientPool =
      mongoc_client_pool_new_with_error(Uri, NULL);
  mongoc_client_pool_destroy(ClientPool);
}

void leaksClientPoolPop(mongoc_client_pool_t *Pool) {
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_pool_pop' is not released on every path [db-session-leak]
}

void releasesClientPoolPop(mongoc_client_pool_t *Pool) {
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool);
  if (Client)
    mongoc_client_pool_push(Pool, Client);
}

void leaksClientPoolTryPop(mongoc_client_pool_t *Pool) {
  mongoc_client_t *Client = mongoc_client_pool_try_pop(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_pool_try_pop' is not released on every path [db-session-leak]
}

void releasesClientPoolTryPop(mongoc_client_pool_t *Pool) {
  mongoc_client_t *Client = mongoc_client_pool_try_pop(Pool);
  if (Client)
    mongoc_client_pool_push(Pool, Client);
}

void leaksClientStartSession(mongoc_client_t *Client) {
  mongoc_client_session_t *Session =
      mongoc_client_start_session(Client, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Session' acquired by 'mongoc_client_start_session' is not released on every path [db-session-leak]
}

void releasesClientStartSession(mongoc_client_t *Client) {
  mongoc_client_session_t *Session =
      mongoc_client_start_session(Client, NULL, NULL);
  mongoc_client_session_destroy(Session);
}

// The lease goes back to the pool it came from, and not to the heap.
int leaksALease(mongoc_client_pool_t *Pool, const bson_t *Ping) {
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_pool_pop' is not released on every path [db-session-leak]
  if (!mongoc_client_command_simple(Client, "admin", Ping, NULL, NULL, NULL))
    return -1;
  mongoc_client_pool_push(Pool, Client);
  return 0;
}

int returnsALease(mongoc_client_pool_t *Pool, const bson_t *Ping) {
  mongoc_client_t *Client = mongoc_client_pool_try_pop(Pool);
  if (!Client)
    return -1;
  int Result = 0;
  if (!mongoc_client_command_simple(Client, "admin", Ping, NULL, NULL, NULL))
    Result = -1;
  mongoc_client_pool_push(Pool, Client);
  return Result;
}

// A transaction ends with its session.
int leaksASessionInATransaction(mongoc_client_t *Client) {
  mongoc_client_session_t *Session =
      mongoc_client_start_session(Client, NULL, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: session 'Session' acquired by 'mongoc_client_start_session' is not released on every path [db-session-leak]
  if (!Session)
    return -1;
  if (!mongoc_client_session_start_transaction(Session, NULL, NULL))
    return -1;
  mongoc_client_session_destroy(Session);
  return 0;
}
