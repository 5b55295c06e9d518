//===- RawSessionCheck.h - db-raw-session -----------------------*- C++ -*-===//
//
// Reports sessions that are released on every way out, but by hand: no owner
// does. The user's documentation is docs/checks/db-raw-session.md.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_TIDY_RAWSESSIONCHECK_H
#define DBTIDY_TIDY_RAWSESSIONCHECK_H

#include "tidy/SessionCheck.h"

namespace dbtidy {

class RawSessionCheck : public SessionCheck {
public:
  RawSessionCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
                  std::shared_ptr<UnitTable> Units)
      : SessionCheck(Name, Context, std::move(Units), FindingKind::RawHandle) {}

  /// C has no owners.
  bool isLanguageVersionSupported(
      const clang::LangOptions &LangOpts) const override {
    return LangOpts.CPlusPlus;
  }

private:
  std::string warningFor(const Finding &F) const override;
  void explain(const Finding &F) override;
};

} // namespace dbtidy

#endif // DBTIDY_TIDY_RAWSESSIONCHECK_H
