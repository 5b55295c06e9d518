//===- ConstantValues.cpp - What a constant stands for --------------------===//
//
// Values and functions that nothing in the translation unit changes. See
// Declarations.h.
//
//===----------------------------------------------------------------------===//

#include "facts/Declarations.h"
#include "support/ConstantInt.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

namespace {
/// Collects the variables that are assigned, or whose address is taken or
/// bound, anywhere.
struct ModificationFinder : RecursiveASTVisitor<ModificationFinder> {
  explicit ModificationFinder(llvm::DenseSet<const VarDecl *> &Found)
      : Found(Found) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  // Without the template's arguments, at which clang may assert.
  bool TraverseVarTemplateSpecializationDecl(VarTemplateSpecializationDecl *V) {
    return TraverseStmt(V->getInit());
  }

  // A read is an lvalue-to-rvalue conversion right above the name; whatever
  // else is done with the name may change the variable.
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    if (const auto *V = dyn_cast<VarDecl>(E->getDecl()))
      if (!Reads.contains(E))
        Found.insert(V->getCanonicalDecl());
    return true;
  }
  bool VisitImplicitCastExpr(ImplicitCastExpr *E) {
    if (E->getCastKind() == CK_LValueToRValue)
      if (const auto *R =
              dyn_cast<DeclRefExpr>(E->getSubExpr()->IgnoreParens()))
        Reads.insert(R);
    return true;
  }

  llvm::DenseSet<const VarDecl *> &Found;
  llvm::DenseSet<const Expr *> Reads;
};
} // namespace

/// Whether other translation units are told of \p V: by a header, or by a
/// declaration that could stand in one.
static bool isAnnounced(const VarDecl *V, const SourceManager &SM) {
  if (!V->hasExternalFormalLinkage())
    return false;
  return llvm::any_of(V->redecls(), [&](const VarDecl *D) {
    return D->isThisDeclarationADefinition() == VarDecl::DeclarationOnly ||
           !SM.isInMainFile(SM.getExpansionLoc(D->getLocation()));
  });
}

std::optional<int64_t> Declarations::constantValue(const VarDecl *V) {
  QualType T = V->getType();
  if (!T->isIntegralOrEnumerationType() || T.isVolatileQualified() ||
      isa<ParmVarDecl>(V))
    return std::nullopt;
  const VarDecl *Definition = V->getDefinition(Context);
  const Expr *Init = Definition ? Definition->getInit() : nullptr;
  if (!T.isConstQualified()) {
    if (!V->isFileVarDecl() || !Init ||
        isAnnounced(V, Context.getSourceManager()))
      return std::nullopt;
    if (!ModifiedFound) {
      ModifiedFound = true;
      ModificationFinder Finder(Modified);
      for (Decl *D : Context.getTranslationUnitDecl()->decls())
        if (!inSystemHeader(D))
          Finder.TraverseDecl(D);
    }
    if (Modified.contains(V->getCanonicalDecl()))
      return std::nullopt;
  }
  return constantInt(Init, Context);
}

/// The initialiser of a part of a constant global.
static const Expr *constantInitializer(const Expr *E, ASTContext &Context) {
  E = E->IgnoreParenImpCasts();
  if (const auto *R = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(R->getDecl());
    if (!V || !V->hasGlobalStorage() ||
        !Context.getBaseElementType(V->getType()).isConstQualified())
      return nullptr;
    return V->getAnyInitializer();
  }
  auto Part = [&](const Expr *Base, unsigned Index) -> const Expr * {
    const Expr *Whole = constantInitializer(Base, Context);
    const auto *List = dyn_cast_or_null<InitListExpr>(Whole);
    if (List && List->getSemanticForm())
      List = List->getSemanticForm();
    return List && Index < List->getNumInits() ? List->getInit(Index) : nullptr;
  };
  if (const auto *A = dyn_cast<ArraySubscriptExpr>(E)) {
    std::optional<int64_t> Index = constantInt(A->getIdx(), Context);
    return Index && *Index >= 0 ? Part(A->getBase(), unsigned(*Index))
                                : nullptr;
  }
  if (const auto *M = dyn_cast<MemberExpr>(E)) {
    const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl());
    if (!Field || Field->getParent()->isUnion())
      return nullptr;
    const Expr *Base = M->getBase();
    if (M->isArrow()) {
      // Through a pointer that is constant itself.
      const Expr *Pointer = constantInitializer(Base, Context);
      const auto *Address =
          Pointer ? dyn_cast<UnaryOperator>(Pointer->IgnoreParenImpCasts())
                  : nullptr;
      if (!Address || Address->getOpcode() != UO_AddrOf)
        return nullptr;
      Base = Address->getSubExpr();
    }
    // The bases of an aggregate are initialised before its fields.
    const auto *Class = dyn_cast<CXXRecordDecl>(Field->getParent());
    unsigned Bases = Class && Class->isAggregate() ? Class->getNumBases() : 0;
    return Part(Base, Bases + Field->getFieldIndex());
  }
  return nullptr;
}

const FunctionDecl *Declarations::constantFunction(const Expr *Pointer) {
  const Expr *Init = constantInitializer(Pointer, Context);
  if (!Init)
    return nullptr;
  Init = Init->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(Init);
      U && U->getOpcode() == UO_AddrOf)
    Init = U->getSubExpr()->IgnoreParenImpCasts();
  const auto *R = dyn_cast<DeclRefExpr>(Init);
  return R ? dyn_cast<FunctionDecl>(R->getDecl()) : nullptr;
}

std::optional<int64_t> Declarations::valueOf(const Constant &C) {
  if (C.Name.empty())
    return C.Value;
  auto [It, New] = Constants.try_emplace(C.Name);
  if (!New)
    return It->second;
  std::optional<int64_t> Value;
  llvm::StringRef Name = lastComponent(C.Name);
  llvm::StringRef Scope =
      llvm::StringRef(C.Name).drop_back(Name.size()).rtrim(':');
  const DeclContext *In = Context.getTranslationUnitDecl();
  if (!Scope.empty())
    In = dyn_cast_or_null<DeclContext>(findScope(Scope));
  auto II = Context.Idents.find(Name);
  if (In && II != Context.Idents.end()) {
    for (const NamedDecl *D : In->lookup(DeclarationName(II->second)))
      if (const auto *E = dyn_cast<EnumConstantDecl>(D))
        Value = asInt64(E->getInitVal());
    if (!Value && Macros)
      Value = Macros(Name);
  }
  return Constants[C.Name] = Value;
}

} // namespace dbtidy
