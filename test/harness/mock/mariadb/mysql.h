//===- mariadb/mysql.h - The same under its other name ------------*- C -*-===//
//
// For code that includes <mariadb/mysql.h>.
//
//===----------------------------------------------------------------------===//

#include "../mysql.h"
