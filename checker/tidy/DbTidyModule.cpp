//===- DbTidyModule.cpp - The checks that this plugin brings --------------===//
//
// Registers the module with clang-tidy; one line for each check. Those of one
// translation unit meet in a UnitTable.
//
//===----------------------------------------------------------------------===//

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
  }

private:
  template <typename Check>
  static void add(clang::tidy::ClangTidyCheckFactories &Factories,
                  llvm::StringRef Name,
                  const std::shared_ptr<UnitTable> &Units) {
    Factories.registerCheckFactory(
        Name, [Units](llvm::StringRef CheckName,
                      clang::tidy::ClangTidyContext *Context) {
          return std::make_unique<Check>(CheckName, Context, Units);
        });
  }
};
} // namespace

} // namespace dbtidy

static clang::tidy::ClangTidyModuleRegistry::Add<dbtidy::DbTidyModule>
    Registration("dbtidy", "Checks for database sessions.");
