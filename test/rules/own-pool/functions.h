// A pool behind free functions, as C has it.
#ifndef FUNCTIONS_H
#define FUNCTIONS_H

extern "C" {
struct db_pool;
struct db_conn;
struct db_conn *pool_get(struct db_pool *pool);
int pool_try_get(struct db_pool *pool, struct db_conn **conn);
void pool_put(struct db_pool *pool, struct db_conn *conn);
int db_ping(struct db_conn *conn);
}

#endif
