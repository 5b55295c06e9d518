// A database module reached through structs of function pointers.
#ifndef TABLE_H
#define TABLE_H

extern "C" {
typedef struct db_con db_con_t;
typedef struct db_res db_res_t;

typedef struct {
  db_con_t *(*init)(const char *url);
  void (*close)(db_con_t *con);
  int (*query)(db_con_t *con, const char *sql, db_res_t **res);
  void (*free_result)(db_con_t *con, db_res_t *res);
} db_func_t;

struct pool_ops {
  struct lease *(*get)(void);
  void (*put)(struct lease *held);
};
int rows(const db_res_t *res);
}

#endif
