// Replication streams of MariaDB.
// RUN: %check_dbtidy %s db-session-leak %t -std=c11 -real-headers -- -- -isystem /usr/include/mariadb

#include <mysql.h>

#include <mariadb_rpl.h>
#include <stddef.h>

void leaksMariadbRplInitEx(MYSQL *Mysql) {
  MARIADB_RPL *Stream = mariadb_rpl_init_ex(Mysql, MARIADB_RPL_VERSION);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'Stream' acquired by 'mariadb_rpl_init_ex' is not released on every path [db-session-leak]
}

void releasesMariadbRplInitEx(MYSQL *Mysql) {
  MARIADB_RPL *Stream = mariadb_rpl_init_ex(Mysql, MARIADB_RPL_VERSION);
  mariadb_rpl_close(Stream);
}

void leaksMariadbRplInit(MYSQL *Mysql) {
  MARIADB_RPL *Stream = mariadb_rpl_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'Stream' acquired by 'mariadb_rpl_init_ex' is not released on every path [db-session-leak]
}

void releasesMariadbRplInit(MYSQL *Mysql) {
  MARIADB_RPL *Stream = mariadb_rpl_init(Mysql);
  mariadb_rpl_close(Stream);
}

void leaksMariadbRplFetch(MARIADB_RPL *Stream) {
  MARIADB_RPL_EVENT *Event = mariadb_rpl_fetch(Stream, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: result 'Event' acquired by 'mariadb_rpl_fetch' is not released on every path [db-session-leak]
}

void releasesMariadbRplFetch(MARIADB_RPL *Stream) {
  MARIADB_RPL_EVENT *Event = mariadb_rpl_fetch(Stream, NULL);
  mariadb_free_rpl_event(Event);
}

// An event that is passed in is filled again.
void readsEvents(MARIADB_RPL *Stream) {
  MARIADB_RPL_EVENT *Event = NULL;
  while ((Event = mariadb_rpl_fetch(Stream, Event)) != NULL)
    ;
  mariadb_free_rpl_event(Event);
}

int leaksWhenOpeningFails(MYSQL *Mysql) {
  MARIADB_RPL *Stream = mariadb_rpl_init(Mysql);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'Stream' acquired by 'mariadb_rpl_init_ex' is not released on every path [db-session-leak]
  if (!Stream)
    return 1;
  if (mariadb_rpl_open(Stream))
    return 1;
  mariadb_rpl_close(Stream);
  return 0;
}

void leaksRows(MARIADB_RPL *Stream, MARIADB_RPL_EVENT *Table) {
  MARIADB_RPL_EVENT *Event = mariadb_rpl_fetch(Stream, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:30: warning: result 'Event' acquired by 'mariadb_rpl_fetch' is not released on every path [db-session-leak]
  mariadb_rpl_extract_rows(Stream, Table, Event);
  mariadb_rpl_extract_rows(Stream, Event, Event);
}

void leaksWhateverIsDone(MYSQL *Mysql) {
  MARIADB_RPL *Stream = mariadb_rpl_init_ex(Mysql, MARIADB_RPL_VERSION);
  // CHECK-MESSAGES: :[[@LINE-1]]:25: warning: session 'Stream' acquired by 'mariadb_rpl_init_ex' is not released on every path [db-session-leak]
  mariadb_rpl_error(Stream);
  mariadb_rpl_errno(Stream);
  mariadb_rpl_extract_rows(Stream, 0, 0);
  mariadb_rpl_get_optionsv(Stream, 0);
  mariadb_rpl_open(Stream);
  mariadb_rpl_optionsv(Stream, 0);
}
