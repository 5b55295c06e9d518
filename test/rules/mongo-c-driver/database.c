// Databases, collections, lists of names, bulk operations of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksClientGetDatabase(mongoc_client_t *Client) {
  mongoc_database_t *Database = mongoc_client_get_database(Client, "orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: environment 'Database' acquired by 'mongoc_client_get_database' is not released on every path [db-session-leak]
}

void releasesClientGetDatabase(mongoc_client_t *Client) {
  mongoc_database_t *Database = mongoc_client_get_database(Client, "orders");
  mongoc_database_destroy(Database);
}

void leaksClientGetDefaultDatabase(mongoc_client_t *Client) {
  mongoc_database_t *Database = mongoc_client_get_default_database(Client);
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: environment 'Database' acquired by 'mongoc_client_get_default_database' is not released on every path [db-session-leak]
}

void releasesClientGetDefaultDatabase(mongoc_client_t *Client) {
  mongoc_database_t *Database = mongoc_client_get_default_database(Client);
  mongoc_database_destroy(Database);
}

void leaksDatabaseCopy(mongoc_database_t *Original) {
  mongoc_database_t *Database = mongoc_database_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: environment 'Database' acquired by 'mongoc_database_copy' is not released on every path [db-session-leak]
}

void releasesDatabaseCopy(mongoc_database_t *Original) {
  mongoc_database_t *Database = mongoc_database_copy(Original);
  mongoc_database_destroy(Database);
}

void leaksClientGetCollection(mongoc_client_t *Client) {
  mongoc_collection_t *Collection =
      mongoc_client_get_collection(Client, "orders", "orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Collection' acquired by 'mongoc_client_get_collection' is not released on every path [db-session-leak]
}

void releasesClientGetCollection(mongoc_client_t *Client) {
  mongoc_collection_t *Collection =
      mongoc_client_get_collection(Client, "orders", "orders");
  mongoc_collection_destroy(Collection);
}

void leaksDatabaseGetCollection(mongoc_database_t *Database) {
  mongoc_collection_t *Collection =
      mongoc_database_get_collection(Database, "orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Collection' acquired by 'mongoc_database_get_collection' is not released on every path [db-session-leak]
}

void releasesDatabaseGetCollection(mongoc_database_t *Database) {
  mongoc_collection_t *Collection =
      mongoc_database_get_collection(Database, "orders");
  mongoc_collection_destroy(Collection);
}

void leaksDatabaseCreateCollection(mongoc_database_t *Database,
                                   const bson_t *Document) {
  mongoc_collection_t *Collection =
      mongoc_database_create_collection(Database, "orders", Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'Collection' acquired by 'mongoc_database_create_collection' is not released on every path [db-session-leak]
}

void releasesDatabaseCreateCollection(mongoc_database_t *Database,
                                      const bson_t *Document) {
  mongoc_collection_t *Collection =
      mongoc_database_create_collection(Database, "orders", Document, NULL);
  mongoc_collection_destroy(Collection);
}

void leaksCollectionCopy(mongoc_collection_t *Original) {
  mongoc_collection_t *Collection = mongoc_collection_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:37: warning: environment 'Collection' acquired by 'mongoc_collection_copy' is not released on every path [db-session-leak]
}

void releasesCollectionCopy(mongoc_collection_t *Original) {
  mongoc_collection_t *Collection = mongoc_collection_copy(Original);
  mongoc_collection_destroy(Collection);
}

void leaksClientGetDatabaseNames(mongoc_client_t *Client) {
  char **Names = mongoc_client_get_database_names(Client, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: result 'Names' acquired by 'mongoc_client_get_database_names' is not released on every path [db-session-leak]
}

void releasesClientGetDatabaseNames(mongoc_client_t *Client) {
  char **Names = mongoc_client_get_database_names(Client, NULL);
  bson_strfreev(Names);
}

void leaksClientGetDatabaseNamesWithOpts(mongoc_client_t *Client,
                                         const bson_t *Document) {
  char **Names =
      mongoc_client_get_database_names_with_opts(Client, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Names' acquired by 'mongoc_client_get_database_names_with_opts' is not released on every path [db-session-leak]
}

void releasesClientGetDatabaseNamesWithOpts(mongoc_client_t *Client,
                                            const bson_t *Document) {
  char **Names =
      mongoc_client_get_database_names_with_opts(Client, Document, NULL);
  bson_strfreev(Names);
}

void leaksDatabaseGetCollectionNames(mongoc_database_t *Database) {
  char **Names = mongoc_database_get_collection_names(Database, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: result 'Names' acquired by 'mongoc_database_get_collection_names' is not released on every path [db-session-leak]
}

void releasesDatabaseGetCollectionNames(mongoc_database_t *Database) {
  char **Names = mongoc_database_get_collection_names(Database, NULL);
  bson_strfreev(Names);
}

void leaksDatabaseGetCollectionNamesWithOpts(mongoc_database_t *Database,
                                             const bson_t *Document) {
  char **Names =
      mongoc_database_get_collection_names_with_opts(Database, Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Names' acquired by 'mongoc_database_get_collection_names_with_opts' is not released on every path [db-session-leak]
}

void releasesDatabaseGetCollectionNamesWithOpts(mongoc_database_t *Database,
                                                const bson_t *Document) {
  char **Names =
      mongoc_database_get_collection_names_with_opts(Database, Document, NULL);
  bson_strfreev(Names);
}

void leaksBulkOperationNew(void) {
  mongoc_bulk_operation_t *Bulk = mongoc_bulk_operation_new(true);
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: statement 'Bulk' acquired by 'mongoc_bulk_operation_new' is not released on every path [db-session-leak]
}

void releasesBulkOperationNew(void) {
  mongoc_bulk_operation_t *Bulk = mongoc_bulk_operation_new(true);
  mongoc_bulk_operation_destroy(Bulk);
}

void leaksCollectionCreateBulkOperation(mongoc_collection_t *Collection) {
  mongoc_bulk_operation_t *Bulk =
      mongoc_collection_create_bulk_operation(Collection, true, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Bulk' acquired by 'mongoc_collection_create_bulk_operation' is not released on every path [db-session-leak]
}

void releasesCollectionCreateBulkOperation(mongoc_collection_t *Collection) {
  mongoc_bulk_operation_t *Bulk =
      mongoc_collection_create_bulk_operation(Collection, true, NULL);
  mongoc_bulk_operation_destroy(Bulk);
}

void leaksCollectionCreateBulkOperationWithOpts(mongoc_collection_t *Collection,
                                                const bson_t *Document) {
  mongoc_bulk_operation_t *Bulk =
      mongoc_collection_create_bulk_operation_with_opts(Collection, Document);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: statement 'Bulk' acquired by 'mongoc_collection_create_bulk_operation_with_opts' is not released on every path [db-session-leak]
}

void releasesCollectionCreateBulkOperationWithOpts(
    mongoc_collection_t *Collection, const bson_t *Document) {
  mongoc_bulk_operation_t *Bulk =
      mongoc_collection_create_bulk_operation_with_opts(Collection, Document);
  mongoc_bulk_operation_destroy(Bulk);
}
