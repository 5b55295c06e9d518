//===- SessionLeakCheck.h - db-session-leak ---------------------*- C++ -*-===//
//
// Reports sessions that some way out does not release. The user's
// documentation is docs/checks/db-session-leak.md.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_SESSIONLEAKCHECK_H
#define DBTIDY_TIDY_SESSIONLEAKCHECK_H

#include "tidy/SessionCheck.h"

namespace dbtidy {

class SessionLeakCheck : public SessionCheck {
public:
  SessionLeakCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                   std::shared_ptr<UnitTable> Units)
      : SessionCheck(Name, Context, std::move(Units), FindingKind::Leak) {}

private:
  std::string warningFor(const Finding &F) const override;
  void explain(const Finding &F) override;
};

} // namespace dbtidy

#endif // DBTIDY_TIDY_SESSIONLEAKCHECK_H
