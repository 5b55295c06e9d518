//===- MisuseCheck.h - Sessions that were released before -------*- C++ -*-===//
//
// db-double-release, db-use-after-release and db-mismatched-release: what is
// done with a session behind its release, or by the wrong function. The user's
// documentation is docs/checks/db-double-release.md and the like.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_MISUSECHECK_H
#define DBTIDY_TIDY_MISUSECHECK_H

#include "tidy/SessionCheck.h"

namespace dbtidy {

class MisuseCheck : public SessionCheck {
public:
  using SessionCheck::SessionCheck;

private:
  std::string warningFor(const Finding &F) const override;
  void explain(const Finding &F) override;
};

} // namespace dbtidy

#endif // DBTIDY_TIDY_MISUSECHECK_H
