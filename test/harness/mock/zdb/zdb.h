// libzdb as far as tests need it, of libzdb 3.3. Not the TRY macros.
#ifndef MOCK_ZDB_ZDB_H
#define MOCK_ZDB_ZDB_H

#ifdef __cplusplus
extern "C" {
#endif

typedef struct URL_S *URL_T;
typedef struct ResultSet_S *ResultSet_T;
typedef struct PreparedStatement_S *PreparedStatement_T;
typedef struct Connection_S *Connection_T;
typedef struct ConnectionPool_S *ConnectionPool_T;

URL_T URL_new(const char *url);
URL_T URL_create(const char *url, ...) __attribute__((format(printf, 1, 2)));
void URL_free(URL_T *U);

ConnectionPool_T ConnectionPool_new(URL_T url);
void ConnectionPool_free(ConnectionPool_T *P);
void ConnectionPool_start(ConnectionPool_T P);
void ConnectionPool_stop(ConnectionPool_T P);
Connection_T ConnectionPool_getConnection(ConnectionPool_T P);
Connection_T ConnectionPool_getConnectionOrException(ConnectionPool_T P);
void ConnectionPool_returnConnection(ConnectionPool_T P,
                                     Connection_T connection);

void Connection_close(Connection_T C);
void Connection_execute(Connection_T C, const char *sql, ...)
    __attribute__((format(printf, 2, 3)));
ResultSet_T Connection_executeQuery(Connection_T C, const char *sql, ...)
    __attribute__((format(printf, 2, 3)));
PreparedStatement_T Connection_prepareStatement(Connection_T C, const char *sql,
                                                ...)
    __attribute__((format(printf, 2, 3)));
const char *Connection_getLastError(Connection_T C);
int ResultSet_next(ResultSet_T R);
int ResultSet_getInt(ResultSet_T R, int columnIndex);

#ifdef __cplusplus
}
#endif

#endif
