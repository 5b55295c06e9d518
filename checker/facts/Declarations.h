//===- Declarations.h - Rules matched against declarations ------*- C++ -*-===//
//
// For one translation unit: which rules a function, method, constructor or
// member pointer falls under, which resource a type is the handle of, and what
// a rule's constants stand for. Answers are remembered per declaration, so a
// call costs one hash look-up.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_DECLARATIONS_H
#define DBTIDY_FACTS_DECLARATIONS_H

#include "model/RuleSet.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/SmallVector.h"
#include <functional>
#include <optional>

namespace dbtidy {

/// Looks up the integer an object-like macro stands for.
using MacroLookup = std::function<std::optional<int64_t>(llvm::StringRef Name)>;

class Declarations {
public:
  Declarations(clang::ASTContext &Context, const RuleSet &Rules,
               MacroLookup Macros);

  const RuleSet &rules() const { return Rules; }
  clang::ASTContext &context() const { return Context; }

  /// Whether this translation unit mentions a callee that a rule names; where
  /// it does not there is nothing to analyse.
  bool mentionsAnyRule() const;

  using RuleList = llvm::SmallVector<const CallRule *, 2>;
  const RuleList &rulesFor(const clang::FunctionDecl *F);
  /// Rules for a call through the pointer \p Field holds.
  const RuleList &rulesForMember(const clang::FieldDecl *Field);
  /// The acquiring rules of a macro.
  RuleList rulesForMacro(llvm::StringRef Name) const;
  /// The rules of `delete` for what a pointer of type \p Pointer points to.
  RuleList rulesForDelete(clang::QualType Pointer);

  /// The resource that \p T is the handle of, or -1. Integers are never
  /// recognised by their type alone.
  int handleOf(clang::QualType T);
  /// Whether \p T is a pointer or reference to, or a record that holds, a
  /// handle.
  bool reachesHandle(clang::QualType T);

  bool inLibrary(const clang::Decl *D);
  bool inSystemHeader(const clang::Decl *D) const;

  std::optional<int64_t> valueOf(const Constant &C);

  /// The value of a variable that nothing in this translation unit changes:
  /// a constant, or a static with an initialiser that is only ever read.
  std::optional<int64_t> constantValue(const clang::VarDecl *V);

  bool hasMacroRules() const { return MacroRules; }

  /// Remembers for neverReturns() what bodies have been looked through.
  llvm::DenseMap<const clang::FunctionDecl *, bool> NeverReturns;

  /// "ns::Class::f", without template arguments and inline namespaces.
  static std::string qualifiedName(const clang::NamedDecl *D);

private:
  void findHandleTypes();
  bool isSharedWithOtherFiles(const clang::VarDecl *V) const;
  const clang::Decl *findScope(llvm::StringRef QualifiedName) const;
  const clang::TypeDecl *findType(llvm::StringRef QualifiedName) const;
  bool matches(const CallRule &R, const clang::FunctionDecl *F) const;

  clang::ASTContext &Context;
  const RuleSet &Rules;
  MacroLookup Macros;
  llvm::DenseMap<const clang::Decl *, RuleList> Known;
  llvm::DenseMap<const clang::Type *, int> CanonicalHandles;
  struct SugarHandle {
    const clang::TypedefNameDecl *Name;
    unsigned Depth;
    int Resource;
  };
  llvm::SmallVector<SugarHandle, 4> SugarHandles;
  llvm::DenseMap<const clang::Type *, int> HandleCache;
  llvm::DenseMap<clang::FileID, int> LibraryFile;
  llvm::StringMap<std::optional<int64_t>> Constants;
  llvm::DenseSet<const clang::VarDecl *> Modified;
  bool ModifiedFound = false;
  bool HandleTypesFound = false;
  bool MacroRules = false;
};

} // namespace dbtidy

#endif // DBTIDY_FACTS_DECLARATIONS_H
