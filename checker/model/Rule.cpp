//===- Rule.cpp - Words of the rule vocabulary ------------------*- C++ -*-===//
//
// How the enumerations of Rule.h are spelled. Asked by the reader and by
// whoever prints a finding.
//
//===----------------------------------------------------------------------===//

#include "model/Rule.h"

namespace dbtidy {

const char *spelling(ResourceKind Kind) {
  switch (Kind) {
  case ResourceKind::Session:
    return "session";
  case ResourceKind::Statement:
    return "statement";
  case ResourceKind::Result:
    return "result";
  case ResourceKind::Cursor:
    return "cursor";
  case ResourceKind::Transaction:
    return "transaction";
  case ResourceKind::Pool:
    return "pool";
  case ResourceKind::Environment:
    return "environment";
  }
  return "session";
}

} // namespace dbtidy
