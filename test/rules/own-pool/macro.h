// Sessions taken and put back by macros.
#ifndef MACRO_H
#define MACRO_H

extern "C" {
struct db_conn;
struct db_conn *db_take_from(const char *file, int line);
void db_put_back(struct db_conn *conn);
int db_ping(struct db_conn *conn);
}

#define DB_GET(conn) ((conn) = db_take_from(__FILE__, __LINE__))
#define DB_PUT(conn)                                                           \
  do {                                                                         \
    db_put_back(conn);                                                         \
    (conn) = 0;                                                                \
  } while (0)

#endif
