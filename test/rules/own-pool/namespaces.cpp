// Names in namespaces, however they are reached.
// RUN: %check_dbtidy %s db-session-leak %t -options=RuleFiles:%S/namespaces.yaml

#include "namespaces.h"

int leaksByQualifiedName() {
  shop::db::Session *Held = shop::db::take();
  // CHECK-MESSAGES: :[[@LINE-1]]:29: warning: session 'Held' acquired by 'take' is not released on every path [db-session-leak]
  if (Held->Number == 0)
    return 0;
  shop::db::put(Held);
  return 1;
}

int releasesByQualifiedName() {
  shop::db::Session *Held = shop::db::take();
  int Number = Held->Number;
  shop::db::put(Held);
  return Number;
}

namespace db = shop::db;
int leaksByAlias() {
  db::Session *Held = db::v2::take();
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: session 'Held' acquired by 'take' is not released on every path [db-session-leak]
  if (Held->Number == 0)
    return 0;
  db::put(Held);
  return 1;
}

int leaksByUsingDirective() {
  using namespace shop::db;
  Session *Held = take();
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: session 'Held' acquired by 'take' is not released on every path [db-session-leak]
  if (Held->Number == 0)
    return 0;
  put(Held);
  return 1;
}

int leaksByUsingDeclaration() {
  using shop::db::take;
  auto *Held = take();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'Held' acquired by 'take' is not released on every path [db-session-leak]
  return Held->Number;
}

namespace shop {
int leaksInTheNamespace(db::Pool &Pool) {
  auto *Held = Pool.take();
  // CHECK-MESSAGES: :[[@LINE-1]]:16: warning: session 'Held' acquired by 'take' is not released on every path [db-session-leak]
  if (Held->Number == 0)
    return 0;
  Pool.put(Held);
  return 1;
}

int releasesInTheNamespace(db::Pool &Pool) {
  auto *Held = Pool.take();
  int Number = Held->Number;
  Pool.put(Held);
  return Number;
}
} // namespace shop

// The other namespace has no rules.
int looksAtAnExhibit() {
  museum::Session *Seen = museum::take();
  return Seen->Number;
}
