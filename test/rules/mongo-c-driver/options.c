// Options and concerns of the MongoDB C driver, leaked and released.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/libmongoc-1.0 -isystem /usr/include/libbson-1.0 -Wno-deprecated-declarations

#include <mongoc/mongoc.h>

void leaksUriNew(void) {
  mongoc_uri_t *Uri = mongoc_uri_new("mongodb://localhost");
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: environment 'Uri' acquired by 'mongoc_uri_new' is not released on every path [db-session-leak]
}

void releasesUriNew(void) {
  mongoc_uri_t *Uri = mongoc_uri_new("mongodb://localhost");
  mongoc_uri_destroy(Uri);
}

void leaksUriNewWithError(void) {
  mongoc_uri_t *Uri = mongoc_uri_new_with_error("mongodb://localhost", NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: environment 'Uri' acquired by 'mongoc_uri_new_with_error' is not released on every path [db-session-leak]
}

void releasesUriNewWithError(void) {
  mongoc_uri_t *Uri = mongoc_uri_new_with_error("mongodb://localhost", NULL);
  mongoc_uri_destroy(Uri);
}

void leaksUriNewForHostPort(void) {
  mongoc_uri_t *Uri = mongoc_uri_new_for_host_port("localhost", 27017);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: environment 'Uri' acquired by 'mongoc_uri_new_for_host_port' is not released on every path [db-session-leak]
}

void releasesUriNewForHostPort(void) {
  mongoc_uri_t *Uri = mongoc_uri_new_for_host_port("localhost", 27017);
  mongoc_uri_destroy(Uri);
}

void leaksUriCopy(const mongoc_uri_t *Original) {
  mongoc_uri_t *Uri = mongoc_uri_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: environment 'Uri' acquired by 'mongoc_uri_copy' is not released on every path [db-session-leak]
}

void releasesUriCopy(const mongoc_uri_t *Original) {
  mongoc_uri_t *Uri = mongoc_uri_copy(Original);
  mongoc_uri_destroy(Uri);
}

void leaksReadConcernNew(void) {
  mongoc_read_concern_t *ReadConcern = mongoc_read_concern_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: environment 'ReadConcern' acquired by 'mongoc_read_concern_new' is not released on every path [db-session-leak]
}

void releasesReadConcernNew(void) {
  mongoc_read_concern_t *ReadConcern = mongoc_read_concern_new();
  mongoc_read_concern_destroy(ReadConcern);
}

void leaksReadConcernCopy(const mongoc_read_concern_t *Original) {
  mongoc_read_concern_t *ReadConcern = mongoc_read_concern_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:40: warning: environment 'ReadConcern' acquired by 'mongoc_read_concern_copy' is not released on every path [db-session-leak]
}

void releasesReadConcernCopy(const mongoc_read_concern_t *Original) {
  mongoc_read_concern_t *ReadConcern = mongoc_read_concern_copy(Original);
  mongoc_read_concern_destroy(ReadConcern);
}

void leaksWriteConcernNew(void) {
  mongoc_write_concern_t *WriteConcern = mongoc_write_concern_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: environment 'WriteConcern' acquired by 'mongoc_write_concern_new' is not released on every path [db-session-leak]
}

void releasesWriteConcernNew(void) {
  mongoc_write_concern_t *WriteConcern = mongoc_write_concern_new();
  mongoc_write_concern_destroy(WriteConcern);
}

void leaksWriteConcernCopy(const mongoc_write_concern_t *Original) {
  mongoc_write_concern_t *WriteConcern = mongoc_write_concern_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: environment 'WriteConcern' acquired by 'mongoc_write_concern_copy' is not released on every path [db-session-leak]
}

void releasesWriteConcernCopy(const mongoc_write_concern_t *Original) {
  mongoc_write_concern_t *WriteConcern = mongoc_write_concern_copy(Original);
  mongoc_write_concern_destroy(WriteConcern);
}

void leaksReadPrefsNew(void) {
  mongoc_read_prefs_t *ReadPrefs = mongoc_read_prefs_new(MONGOC_READ_PRIMARY);
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: environment 'ReadPrefs' acquired by 'mongoc_read_prefs_new' is not released on every path [db-session-leak]
}

void releasesReadPrefsNew(void) {
  mongoc_read_prefs_t *ReadPrefs = mongoc_read_prefs_new(MONGOC_READ_PRIMARY);
  mongoc_read_prefs_destroy(ReadPrefs);
}

void leaksReadPrefsCopy(const mongoc_read_prefs_t *Original) {
  mongoc_read_prefs_t *ReadPrefs = mongoc_read_prefs_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: environment 'ReadPrefs' acquired by 'mongoc_read_prefs_copy' is not released on every path [db-session-leak]
}

void releasesReadPrefsCopy(const mongoc_read_prefs_t *Original) {
  mongoc_read_prefs_t *ReadPrefs = mongoc_read_prefs_copy(Original);
  mongoc_read_prefs_destroy(ReadPrefs);
}

void leaksSessionOptsNew(void) {
  mongoc_session_opt_t *Options = mongoc_session_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: environment 'Options' acquired by 'mongoc_session_opts_new' is not released on every path [db-session-leak]
}

void releasesSessionOptsNew(void) {
  mongoc_session_opt_t *Options = mongoc_session_opts_new();
  mongoc_session_opts_destroy(Options);
}

void leaksSessionOptsClone(const mongoc_session_opt_t *Original) {
  mongoc_session_opt_t *Options = mongoc_session_opts_clone(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:35: warning: environment 'Options' acquired by 'mongoc_session_opts_clone' is not released on every path [db-session-leak]
}

void releasesSessionOptsClone(const mongoc_session_opt_t *Original) {
  mongoc_session_opt_t *Options = mongoc_session_opts_clone(Original);
  mongoc_session_opts_destroy(Options);
}

void leaksTransactionOptsNew(void) {
  mongoc_transaction_opt_t *TransactionOpts = mongoc_transaction_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:47: warning: environment 'TransactionOpts' acquired by 'mongoc_transaction_opts_new' is not released on every path [db-session-leak]
}

void releasesTransactionOptsNew(void) {
  mongoc_transaction_opt_t *TransactionOpts = mongoc_transaction_opts_new();
  mongoc_transaction_opts_destroy(TransactionOpts);
}

void leaksTransactionOptsClone(const mongoc_transaction_opt_t *Original) {
  mongoc_transaction_opt_t *TransactionOpts =
      mongoc_transaction_opts_clone(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'TransactionOpts' acquired by 'mongoc_transaction_opts_clone' is not released on every path [db-session-leak]
}

void releasesTransactionOptsClone(const mongoc_transaction_opt_t *Original) {
  mongoc_transaction_opt_t *TransactionOpts =
      mongoc_transaction_opts_clone(Original);
  mongoc_transaction_opts_destroy(TransactionOpts);
}

void leaksSessionOptsGetTransactionOpts(
    const mongoc_client_session_t *Session) {
  mongoc_transaction_opt_t *TransactionOpts =
      mongoc_session_opts_get_transaction_opts(Session);
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'TransactionOpts' acquired by 'mongoc_session_opts_get_transaction_opts' is not released on every path [db-session-leak]
}

void releasesSessionOptsGetTransactionOpts(
    const mongoc_client_session_t *Session) {
  mongoc_transaction_opt_t *TransactionOpts =
      mongoc_session_opts_get_transaction_opts(Session);
  mongoc_transaction_opts_destroy(TransactionOpts);
}

void leaksFindAndModifyOptsNew(void) {
  mongoc_find_and_modify_opts_t *FindAndModifyOpts =
      mongoc_find_and_modify_opts_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: environment 'FindAndModifyOpts' acquired by 'mongoc_find_and_modify_opts_new' is not released on every path [db-session-leak]
}

void releasesFindAndModifyOptsNew(void) {
  mongoc_find_and_modify_opts_t *FindAndModifyOpts =
      mongoc_find_and_modify_opts_new();
  mongoc_find_and_modify_opts_destroy(FindAndModifyOpts);
}

void leaksServerApiNew(void) {
  mongoc_server_api_t *ServerApi = mongoc_server_api_new(MONGOC_SERVER_API_V1);
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: environment 'ServerApi' acquired by 'mongoc_server_api_new' is not released on every path [db-session-leak]
}

void releasesServerApiNew(void) {
  mongoc_server_api_t *ServerApi = mongoc_server_api_new(MONGOC_SERVER_API_V1);
  mongoc_server_api_destroy(ServerApi);
}

void leaksServerApiCopy(const mongoc_server_api_t *Original) {
  mongoc_server_api_t *ServerApi = mongoc_server_api_copy(Original);
  // CHECK-MESSAGES: :[[@LINE-1]]:36: warning: environment 'ServerApi' acquired by 'mongoc_server_api_copy' is not released on every path [db-session-leak]
}

void releasesServerApiCopy(const mongoc_server_api_t *Original) {
  mongoc_server_api_t *ServerApi = mongoc_server_api_copy(Original);
  mongoc_server_api_destroy(ServerApi);
}

void leaksApmCallbacksNew(void) {
  mongoc_apm_callbacks_t *ApmCallbacks = mongoc_apm_callbacks_new();
  // CHECK-MESSAGES: :[[@LINE-1]]:42: warning: environment 'ApmCallbacks' acquired by 'mongoc_apm_callbacks_new' is not released on every path [db-session-leak]
}

void releasesApmCallbacksNew(void) {
  mongoc_apm_callbacks_t *ApmCallbacks = mongoc_apm_callbacks_new();
  mongoc_apm_callbacks_destroy(ApmCallbacks);
}

void leaksMatcherNew(const bson_t *Document) {
  mongoc_matcher_t *Matcher = mongoc_matcher_new(Document, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: environment 'Matcher' acquired by 'mongoc_matcher_new' is not released on every path [db-session-leak]
}

void releasesMatcherNew(const bson_t *Document) {
  mongoc_matcher_t *Matcher = mongoc_matcher_new(Document, NULL);
  if (Matcher)
    mongoc_matcher_destroy(Matcher);
}
