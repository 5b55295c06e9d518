//===- Mongoc.cpp - A MongoDB C driver that counts ------------------------===//
//
// http://mongoc.org/libmongoc/current/. What was made from a client is
// destroyed before it; destroying null does nothing.
//
//===----------------------------------------------------------------------===//

#include "Plan.h"
#include "Registry.h"
#include <mongoc/mongoc.h>

using namespace oracle;

template <class T>
static T *make(const char *Function, const char *Kind, const void *Parent,
               bool MayFail) {
  if (Parent && !use(Function, nullptr, Parent))
    return nullptr;
  if (MayFail && choose(2))
    return nullptr;
  return static_cast<T *>(acquire(Function, Kind, 64, Parent)->Memory);
}

/// A cursor or bulk operation keeps its client, and no more of its collection
/// than the name.
template <class T>
static T *makeOfCollection(const char *Function, const char *Kind,
                           const mongoc_collection_t *C) {
  Handle *H = use(Function, "mongoc_collection_t", C);
  return H ? make<T>(Function, Kind, H->Parent->Memory, false) : nullptr;
}

static void destroy(const char *Function, const char *Kind, void *Memory) {
  Handle *H = find(Memory);
  if (H && H->Live)
    for (const Handle *P = H->Parent; P; P = P->Parent)
      if (!P->Live) {
        noteError("%s: its %s is gone", Function, P->Kind);
        break;
      }
  release(Function, Kind, Memory);
}

extern "C" {

void mongoc_init(void) {}
void mongoc_cleanup(void) {}

bson_t *bson_new(void) {
  return make<bson_t>("bson_new", "bson_t", nullptr, false);
}
void bson_destroy(bson_t *B) { destroy("bson_destroy", "bson_t", B); }

mongoc_uri_t *mongoc_uri_new(const char *) {
  return make<mongoc_uri_t>("mongoc_uri_new", "mongoc_uri_t", nullptr, true);
}
void mongoc_uri_destroy(mongoc_uri_t *U) {
  destroy("mongoc_uri_destroy", "mongoc_uri_t", U);
}
mongoc_client_t *mongoc_client_new(const char *) {
  return make<mongoc_client_t>("mongoc_client_new", "mongoc_client_t", nullptr,
                               true);
}
mongoc_client_t *mongoc_client_new_from_uri(const mongoc_uri_t *U) {
  if (!use("mongoc_client_new_from_uri", "mongoc_uri_t", U))
    return nullptr;
  return make<mongoc_client_t>("mongoc_client_new_from_uri", "mongoc_client_t",
                               nullptr, true);
}
void mongoc_client_destroy(mongoc_client_t *C) {
  Handle *H = find(C);
  if (H && H->Live && H->State)
    noteError("mongoc_client_destroy: the client belongs to a pool");
  destroy("mongoc_client_destroy", "mongoc_client_t", C);
}

mongoc_client_pool_t *mongoc_client_pool_new(const mongoc_uri_t *U) {
  if (!use("mongoc_client_pool_new", "mongoc_uri_t", U))
    return nullptr;
  return make<mongoc_client_pool_t>("mongoc_client_pool_new",
                                    "mongoc_client_pool_t", nullptr, false);
}
static mongoc_client_t *pop(const char *Function, mongoc_client_pool_t *P,
                            bool MayFail) {
  auto *C = make<mongoc_client_t>(Function, "mongoc_client_t", P, MayFail);
  if (C)
    find(C)->State = 1;
  return C;
}
mongoc_client_t *mongoc_client_pool_pop(mongoc_client_pool_t *P) {
  return pop("mongoc_client_pool_pop", P, false);
}
mongoc_client_t *mongoc_client_pool_try_pop(mongoc_client_pool_t *P) {
  return pop("mongoc_client_pool_try_pop", P, true);
}
void mongoc_client_pool_push(mongoc_client_pool_t *P, mongoc_client_t *C) {
  if (!find(P) || !find(P)->Live)
    noteError("mongoc_client_pool_push: the pool is gone");
  Handle *H = find(C);
  if (!C || (H && H->Live && H->Parent != find(P)))
    noteError("mongoc_client_pool_push: the client is not of this pool");
  release("mongoc_client_pool_push", "mongoc_client_t", C,
          NullRelease::Harmful);
}
void mongoc_client_pool_destroy(mongoc_client_pool_t *P) {
  destroy("mongoc_client_pool_destroy", "mongoc_client_pool_t", P);
}

mongoc_client_session_t *
mongoc_client_start_session(mongoc_client_t *C, const mongoc_session_opt_t *,
                            bson_error_t *) {
  return make<mongoc_client_session_t>("mongoc_client_start_session",
                                       "mongoc_client_session_t", C, true);
}
void mongoc_client_session_destroy(mongoc_client_session_t *S) {
  destroy("mongoc_client_session_destroy", "mongoc_client_session_t", S);
}
mongoc_database_t *mongoc_client_get_database(mongoc_client_t *C,
                                              const char *) {
  return make<mongoc_database_t>("mongoc_client_get_database",
                                 "mongoc_database_t", C, false);
}
void mongoc_database_destroy(mongoc_database_t *D) {
  destroy("mongoc_database_destroy", "mongoc_database_t", D);
}
mongoc_collection_t *mongoc_client_get_collection(mongoc_client_t *C,
                                                  const char *, const char *) {
  return make<mongoc_collection_t>("mongoc_client_get_collection",
                                   "mongoc_collection_t", C, false);
}
void mongoc_collection_destroy(mongoc_collection_t *C) {
  destroy("mongoc_collection_destroy", "mongoc_collection_t", C);
}
mongoc_cursor_t *mongoc_collection_find_with_opts(mongoc_collection_t *C,
                                                  const bson_t *,
                                                  const bson_t *,
                                                  const mongoc_read_prefs_t *) {
  return makeOfCollection<mongoc_cursor_t>("mongoc_collection_find_with_opts",
                                           "mongoc_cursor_t", C);
}
bool mongoc_cursor_next(mongoc_cursor_t *C, const bson_t **Out) {
  Handle *H = use("mongoc_cursor_next", "mongoc_cursor_t", C);
  if (!H || H->State || choose(2))
    return false;
  H->State = 1;
  *Out = static_cast<const bson_t *>(H->Memory);
  return true;
}
bool mongoc_cursor_error(mongoc_cursor_t *C, bson_error_t *) {
  return use("mongoc_cursor_error", "mongoc_cursor_t", C) && choose(2);
}
void mongoc_cursor_destroy(mongoc_cursor_t *C) {
  destroy("mongoc_cursor_destroy", "mongoc_cursor_t", C);
}
mongoc_bulk_operation_t *
mongoc_collection_create_bulk_operation_with_opts(mongoc_collection_t *C,
                                                  const bson_t *) {
  return makeOfCollection<mongoc_bulk_operation_t>(
      "mongoc_collection_create_bulk_operation_with_opts",
      "mongoc_bulk_operation_t", C);
}
uint32_t mongoc_bulk_operation_execute(mongoc_bulk_operation_t *B, bson_t *,
                                       bson_error_t *) {
  return use("mongoc_bulk_operation_execute", "mongoc_bulk_operation_t", B) &&
                 !choose(2)
             ? 1
             : 0;
}
void mongoc_bulk_operation_destroy(mongoc_bulk_operation_t *B) {
  destroy("mongoc_bulk_operation_destroy", "mongoc_bulk_operation_t", B);
}
}
