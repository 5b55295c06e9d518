//===- DbTidyModule.cpp - The checks that this plugin brings --------------===//
//
// Registers the module with clang-tidy; one line for each check. Those of one
// translation unit meet in a UnitTable.
//
//===----------------------------------------------------------------------===//

#include "tidy/MisuseCheck.h"
#include "tidy/RawSessionCheck.h"
#include "tidy/SessionLeakCheck.h"
#include <clang-tidy/ClangTidyModule.h>
#if CLANG_VERSION_MAJOR < 22
#include <clang-tidy/ClangTidyModuleRegistry.h>
#endif

namespace dbtidy {

namespace {
class DbTidyModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    auto Units = std::make_shared<UnitTable>();
    add<SessionLeakCheck>(Factories, "db-session-leak", Units);
    add<RawSessionCheck>(Factories, "db-raw-session", Units);
    add<MisuseCheck>(Factories, "db-double-release", Units,
                     FindingKind::DoubleRelease);
    add<MisuseCheck>(Factories, "db-use-after-release", Units,
                     FindingKind::UseAfterRelease);
    add<MisuseCheck>(Factories, "db-mismatched-release", Units,
                     FindingKind::MismatchedRelease);
  }

private:
  template <typename Check, typename... Kind>
  static void add(clang::tidy::ClangTidyCheckFactories &Factories,
                  llvm::StringRef Name, const std::shared_ptr<UnitTable> &Units,
                  Kind... Reported) {
    Factories.registerCheckFactory(
        Name,
        [=](llvm::StringRef CheckName, clang::tidy::ClangTidyContext *Context) {
          return std::make_unique<Check>(CheckName, Context, Units,
                                         Reported...);
        });
  }
};
} // namespace

} // namespace dbtidy

static clang::tidy::ClangTidyModuleRegistry::Add<dbtidy::DbTidyModule>
    Registration("dbtidy", "Checks for database sessions.");
