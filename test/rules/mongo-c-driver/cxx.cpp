// The MongoDB C driver from C++: an exception between pop and push.
// RUN: %check_dbtidy %s db-session-leak %t -std=c++11,c++17 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0

#include <memory>
#include <mongoc/mongoc.h>
#include <stdexcept>

void audit(const char *What);

void leaksALease(mongoc_client_pool_t *Pool) {
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool);
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Client' acquired by 'mongoc_client_pool_pop' is not released on every path [db-session-leak]
  audit("orders");
  mongoc_client_pool_push(Pool, Client);
}

void returnsALease(mongoc_client_pool_t *Pool) {
  mongoc_client_t *Client = mongoc_client_pool_pop(Pool);
  try {
    audit("orders");
  } catch (...) {
    mongoc_client_pool_push(Pool, Client);
    throw;
  }
  mongoc_client_pool_push(Pool, Client);
}

struct Push {
  mongoc_client_pool_t *Pool;
  void operator()(mongoc_client_t *Client) const {
    mongoc_client_pool_push(Pool, Client);
  }
};
struct Destroy {
  void operator()(mongoc_collection_t *C) const {
    mongoc_collection_destroy(C);
  }
  void operator()(mongoc_cursor_t *C) const { mongoc_cursor_destroy(C); }
};

int ownsEverything(mongoc_client_pool_t *Pool, const bson_t *Filter) {
  std::unique_ptr<mongoc_client_t, Push> Client(mongoc_client_pool_pop(Pool),
                                                Push{Pool});
  std::unique_ptr<mongoc_collection_t, Destroy> Orders(
      mongoc_client_get_collection(Client.get(), "shop", "orders"));
  std::unique_ptr<mongoc_cursor_t, Destroy> Cursor(
      mongoc_collection_find_with_opts(Orders.get(), Filter, nullptr, nullptr));
  const bson_t *Document;
  int Count = 0;
  while (mongoc_cursor_next(Cursor.get(), &Document))
    ++Count;
  if (mongoc_cursor_error(Cursor.get(), nullptr))
    throw std::runtime_error("find");
  return Count;
}

int leaksBothByThrow(mongoc_client_t *Client, const bson_t *Filter) {
  mongoc_collection_t *Orders =
      mongoc_client_get_collection(Client, "shop", "orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Orders' acquired by 'mongoc_client_get_collection' is not released on every path [db-session-leak]
  mongoc_cursor_t *Cursor =
      mongoc_collection_find_with_opts(Orders, Filter, nullptr, nullptr);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: cursor 'Cursor' acquired by 'mongoc_collection_find_with_opts' is not released on every path [db-session-leak]
  const bson_t *Document;
  int Count = 0;
  while (mongoc_cursor_next(Cursor, &Document))
    ++Count;
  if (mongoc_cursor_error(Cursor, nullptr))
    throw std::runtime_error("find");
  mongoc_cursor_destroy(Cursor);
  mongoc_collection_destroy(Orders);
  return Count;
}
