// Functions behind structs of pointers.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/table.yaml

#include "table.h"

static db_func_t Api;

int leaksAResult(db_con_t *Con) {
  db_res_t *Res = nullptr;
  if (Api.query(Con, "select 1", &Res) != 0)
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: result 'Res' acquired by 'query' is not released on every path [db-session-leak]
    return -1;
  if (rows(Res) == 0)
    return 0;
  Api.free_result(Con, Res);
  return 1;
}

int releasesAResult(db_con_t *Con) {
  db_res_t *Res = nullptr;
  if (Api.query(Con, "select 1", &Res) != 0)
    return -1;
  int Rows = rows(Res);
  Api.free_result(Con, Res);
  return Rows;
}

int leaksAConnection(db_func_t *Module) {
  db_con_t *Con = Module->init("mysql://localhost/orders");
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Con' acquired by 'init' is not released on every path [db-session-leak]
  if (!Con)
    return -1;
  db_res_t *Res = nullptr;
  if (Module->query(Con, "select 1", &Res) != 0)
    return -1;
  Module->free_result(Con, Res);
  Module->close(Con);
  return 0;
}

int releasesAConnection(db_func_t *Module) {
  db_con_t *Con = Module->init("mysql://localhost/orders");
  if (!Con)
    return -1;
  Module->close(Con);
  return 0;
}

void leaksALease(const pool_ops *Ops, bool Wanted) {
  struct lease *Held = Ops->get();
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: session 'Held' acquired by 'get' is not released on every path [db-session-leak]
  if (!Wanted)
    return;
  Ops->put(Held);
}

void releasesALease(const pool_ops *Ops) {
  struct lease *Held = Ops->get();
  Ops->put(Held);
}
