// Client-side encryption of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksAutoEncryptionOptsNew(void) {
  mongoc_auto_encryption_opts_t *AutoEncryptionOpts =
      mongoc_auto_encryption_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'AutoEncryptionOpts' acquired by 'mongoc_auto_encryption_opts_new' is not released on every path [db-session-leak]
}

void releasesAutoEncryptionOptsNew(void) {
  mongoc_auto_encryption_opts_t *AutoEncryptionOpts =
      mongoc_auto_encryption_opts_new();
  mongoc_auto_encryption_opts_destroy(AutoEncryptionOpts);
}

void leaksClientEncryptionNew(mongoc_client_encryption_opts_t *Original) {
  mongoc_client_encryption_t *ClientEncryption =
      mongoc_client_encryption_new(Original, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'ClientEncryption' acquired by 'mongoc_client_encryption_new' is not released on every path [db-session-leak]
}

void releasesClientEncryptionNew(mongoc_client_encryption_opts_t *Original) {
  mongoc_client_encryption_t *ClientEncryption =
      mongoc_client_encryption_new(Original, NULL);
  mongoc_client_encryption_destroy(ClientEncryption);
}

void leaksClientEncryptionOptsNew(void) {
  mongoc_client_encryption_opts_t *ClientEncryptionOpts =
      mongoc_client_encryption_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'ClientEncryptionOpts' acquired by 'mongoc_client_encryption_opts_new' is not released on every path [db-session-leak]
}

void releasesClientEncryptionOptsNew(void) {
  mongoc_client_encryption_opts_t *ClientEncryptionOpts =
      mongoc_client_encryption_opts_new();
  mongoc_client_encryption_opts_destroy(ClientEncryptionOpts);
}

void leaksClientEncryptionEncryptOptsNew(void) {
  mongoc_client_encryption_encrypt_opts_t *ClientEncryptionEncryptOpts =
      mongoc_client_encryption_encrypt_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'ClientEncryptionEncryptOpts' acquired by 'mongoc_client_encryption_encrypt_opts_new' is not released on every path [db-session-leak]
}

void releasesClientEncryptionEncryptOptsNew(void) {
  mongoc_client_encryption_encrypt_opts_t *ClientEncryptionEncryptOpts =
      mongoc_client_encryption_encrypt_opts_new();
  mongoc_client_encryption_encrypt_opts_destroy(ClientEncryptionEncryptOpts);
}

void leaksClientEncryptionDatakeyOptsNew(void) {
  mongoc_client_encryption_datakey_opts_t *ClientEncryptionDatakeyOpts =
      mongoc_client_encryption_datakey_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'ClientEncryptionDatakeyOpts' acquired by 'mongoc_client_encryption_datakey_opts_new' is not released on every path [db-session-leak]
}

void releasesClientEncryptionDatakeyOptsNew(void) {
  mongoc_client_encryption_datakey_opts_t *ClientEncryptionDatakeyOpts =
      mongoc_client_encryption_datakey_opts_new();
  mongoc_client_encryption_datakey_opts_destroy(ClientEncryptionDatakeyOpts);
}

void leaksClientEncryptionRewrapManyDatakeyResultNew(void) {
  mongoc_client_encryption_rewrap_many_datakey_result_t
      *ClientEncryptionRewrapManyDatakeyResult =
          mongoc_client_encryption_rewrap_many_datakey_result_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: result 'ClientEncryptionRewrapManyDatakeyResult' acquired by 'mongoc_client_encryption_rewrap_many_datakey_result_new' is not released on every path [db-session-leak]
}

void releasesClientEncryptionRewrapManyDatakeyResultNew(void) {
  mongoc_client_encryption_rewrap_many_datakey_result_t
      *ClientEncryptionRewrapManyDatakeyResult =
          mongoc_client_encryption_rewrap_many_datakey_result_new();
  mongoc_client_encryption_rewrap_many_datakey_result_destroy(
      ClientEncryptionRewrapManyDatakeyResult);
}
