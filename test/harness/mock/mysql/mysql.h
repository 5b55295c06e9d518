//===- mysql/mysql.h - The same under its other name --------------*- C -*-===//
//
// For code that includes <mysql/mysql.h>.
//
//===----------------------------------------------------------------------===//

#include "../mysql.h"
