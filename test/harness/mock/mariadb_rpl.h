//===- mariadb_rpl.h - Replication, which the mock of mysql.h declares *- C -*-===//
//
// For code that includes <mariadb_rpl.h>.
//
//===----------------------------------------------------------------------===//

#include "mysql.h"
