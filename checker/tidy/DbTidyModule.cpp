//===- DbTidyModule.cpp - The checks that this plugin brings --------------===//
//
// Registers the module with clang-tidy; one line for each check.
//
//===----------------------------------------------------------------------===//

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
    Factories.registerCheck<SessionLeakCheck>("db-session-leak");
  }
};
} // namespace

} // namespace dbtidy

static clang::tidy::ClangTidyModuleRegistry::Add<dbtidy::DbTidyModule>
    Registration("dbtidy", "Checks for database sessions.");
