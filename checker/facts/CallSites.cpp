//===- CallSites.cpp - What is known of a call before it is run -----------===//
//
// See CallSites.h.
//
//===----------------------------------------------------------------------===//

#include "facts/CallSites.h"
#include "facts/NameBelief.h"
#include "support/ClangCompat.h"
#include "support/ConstantInt.h"
#include "support/Words.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

bool isSmartPointer(const CXXRecordDecl *R) {
  if (!R || !R->getIdentifier())
    return false;
  return isOneOf(R->getName(),
                 {"unique_ptr", "shared_ptr", "auto_ptr", "scoped_ptr",
                  "QScopedPointer", "QSharedPointer", "unique_resource",
                  "intrusive_ptr", "__shared_ptr"});
}

static KnownCallee knownSmartPointerMember(const CXXMethodDecl *M) {
  if (isa<CXXConstructorDecl>(M))
    return KnownCallee::OwnerMake;
  if (isa<CXXConversionDecl>(M))
    return KnownCallee::OwnerGet;
  switch (M->getOverloadedOperator()) {
  case OO_Arrow:
  case OO_Star:
    return KnownCallee::OwnerGet;
  case OO_Equal:
    return KnownCallee::OwnerAssign;
  default:
    break;
  }
  if (!M->getIdentifier())
    return KnownCallee::None;
  if (isOneOf(M->getName(), {"get", "data", "get_deleter"}))
    return KnownCallee::OwnerGet;
  if (isOneOf(M->getName(), {"release", "take"}))
    return KnownCallee::OwnerRelease;
  if (isOneOf(M->getName(), {"reset"}))
    return KnownCallee::OwnerReset;
  if (isOneOf(M->getName(), {"swap"}))
    return KnownCallee::OwnerSwap;
  return KnownCallee::None;
}

/// A std::pair of pointers and numbers is a struct of two fields; what others
/// do is left to their constructors.
static bool isPlainPair(const CXXRecordDecl *R) {
  return R && R->hasDefinition() && R->isInStdNamespace() &&
         R->getIdentifier() && R->getName() == "pair" &&
         llvm::all_of(R->fields(), [](const FieldDecl *F) {
           return F->getType()->isScalarType();
         });
}

static KnownCallee knownPairFunction(const FunctionDecl *F) {
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    return C->getNumParams() == 2 && isPlainPair(C->getParent())
               ? KnownCallee::PairMake
               : KnownCallee::None;
  if (!F->isInStdNamespace() || !F->getIdentifier())
    return KnownCallee::None;
  if (F->getName() == "make_pair")
    return isPlainPair(F->getReturnType()->getAsCXXRecordDecl())
               ? KnownCallee::PairMake
               : KnownCallee::None;
  const TemplateArgumentList *Args = F->getTemplateSpecializationArgs();
  bool ByIndex = Args && Args->size() &&
                 Args->get(0).getKind() == TemplateArgument::Integral;
  if (F->getName() == "get" && ByIndex && F->getNumParams() == 1 &&
      isPlainPair(F->getParamDecl(0)
                      ->getType()
                      .getNonReferenceType()
                      ->getAsCXXRecordDecl()))
    return KnownCallee::PairGet;
  return KnownCallee::None;
}

static KnownCallee knownFunction(const FunctionDecl *F) {
  if (!F->getIdentifier())
    return KnownCallee::None;
  llvm::StringRef Name = F->getName();
  // std::move has an overload for ranges, which copies elements.
  KnownCallee Identity =
      F->getNumParams() == 1 ? KnownCallee::Identity : KnownCallee::None;
  if (F->isInStdNamespace()) {
    if (isOneOf(Name,
                {"move", "forward", "launder", "as_const", "move_if_noexcept"}))
      return Identity;
    if (isOneOf(Name, {"addressof"}))
      return KnownCallee::AddressOf;
    if (isOneOf(Name, {"swap"}))
      return F->getNumParams() == 2 ? KnownCallee::Swap : KnownCallee::None;
    if (isOneOf(Name, {"exchange"}))
      return KnownCallee::Exchange;
    if (isOneOf(Name, {"free"}))
      return KnownCallee::Deallocate;
    if (isOneOf(Name, {"malloc", "calloc"}))
      return KnownCallee::Allocate;
    if (isOneOf(Name, {"realloc"}))
      return KnownCallee::Reallocate;
    if (isOneOf(Name, {"for_each", "all_of", "any_of", "none_of", "find_if",
                       "count_if", "transform", "sort", "accumulate",
                       "generate", "remove_if"}))
      return KnownCallee::StdBorrow;
    return KnownCallee::None;
  }
  if (!F->getDeclContext()->getRedeclContext()->isTranslationUnit() &&
      !F->isExternC())
    return KnownCallee::None;
  if (isOneOf(Name, {"malloc", "calloc", "g_malloc", "g_malloc0"}))
    return KnownCallee::Allocate;
  if (isOneOf(Name, {"xmalloc", "xcalloc"}))
    return KnownCallee::Allocate;
  if (isOneOf(Name, {"palloc", "palloc0", "pg_malloc", "pg_malloc0", "zalloc"}))
    return KnownCallee::Allocate;
  if (isOneOf(Name, {"realloc", "reallocarray", "g_realloc", "xrealloc",
                     "repalloc", "pg_realloc"}))
    return KnownCallee::Reallocate;
  if (isOneOf(Name, {"free", "g_free", "xfree", "pfree", "pg_free"}))
    return KnownCallee::Deallocate;
  if (isOneOf(Name, {"fork", "vfork"}) && F->getNumParams() == 0)
    return KnownCallee::Fork;
  if (isOneOf(Name, {"memcpy", "memmove", "mempcpy", "__builtin_memcpy",
                     "__builtin_memmove", "__builtin___memcpy_chk",
                     "__builtin___memmove_chk"}))
    return KnownCallee::CopyMemory;
  if (isOneOf(Name, {"__builtin_addressof"}))
    return KnownCallee::AddressOf;
  if (isOneOf(Name, {"__builtin_expect", "__builtin_assume_aligned",
                     "__builtin_launder"}))
    return KnownCallee::Identity;
  return KnownCallee::None;
}

bool freesMemory(const FunctionDecl *F) {
  return knownFunction(F) == KnownCallee::Deallocate;
}

/// `die()` whose body is here: no way through it comes back.
static bool bodyNeverReturns(const FunctionDecl *Definition,
                             Declarations &Decls);

bool neverReturns(const FunctionDecl *F, Declarations &Decls) {
  if (!F)
    return false;
  if (F->isNoReturn() ||
      (F->hasAttr<AnalyzerNoReturnAttr>() && !F->hasBody()) ||
      F->hasAttr<NoReturnAttr>() || F->hasAttr<CXX11NoReturnAttr>() ||
      F->hasAttr<C11NoReturnAttr>())
    return true;
  const FunctionDecl *Definition = nullptr;
  if (F->hasBody(Definition)) {
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    if (M && M->isVirtual())
      return false;
    return bodyNeverReturns(Definition, Decls);
  }
  if (!F->getIdentifier() || !F->getReturnType()->isVoidType())
    return false;
  return namesNoReturn(F->getName());
}

/// `for (;;) { … }` that nothing inside leaves.
static bool isEndlessLoop(const Stmt *S) {
  const Expr *Condition = nullptr;
  if (const auto *F = dyn_cast<ForStmt>(S))
    Condition = F->getCond();
  else if (const auto *W = dyn_cast<WhileStmt>(S))
    Condition = W->getCond();
  else if (const auto *D = dyn_cast<DoStmt>(S))
    Condition = D->getCond();
  else
    return false;
  if (Condition) {
    const auto *Literal =
        dyn_cast<IntegerLiteral>(Condition->IgnoreParenImpCasts());
    const auto *Truth =
        dyn_cast<CXXBoolLiteralExpr>(Condition->IgnoreParenImpCasts());
    if (!(Literal && Literal->getValue() != 0) && !(Truth && Truth->getValue()))
      return false;
  }
  llvm::SmallVector<const Stmt *, 16> Stack(S->child_begin(), S->child_end());
  while (!Stack.empty()) {
    const Stmt *Top = Stack.pop_back_val();
    if (!Top || isa<LambdaExpr>(Top))
      continue;
    if (isa<ReturnStmt, GotoStmt, BreakStmt, CXXThrowExpr>(Top))
      return false;
    Stack.append(Top->child_begin(), Top->child_end());
  }
  return true;
}

/// Whether the last statement of \p S never lets control through. Only
/// straight shapes: `{ log(); exit(1); }`; a loop or a branch may be left.
static bool endsInNoReturn(const Stmt *S, Declarations &Decls, unsigned Depth) {
  if (!S || Depth > 16)
    return false;
  if (const auto *C = dyn_cast<CompoundStmt>(S)) {
    bool Ends = false;
    for (const Stmt *Each : C->body()) {
      if (isa<LabelStmt, ReturnStmt, GotoStmt>(Each))
        return false;
      if (endsInNoReturn(Each, Decls, Depth + 1))
        Ends = true;
      else if (!isa<Expr, DeclStmt, NullStmt>(Each) && !Ends) {
        // A branch may return early.
        llvm::SmallVector<const Stmt *, 16> Stack{Each};
        while (!Stack.empty()) {
          const Stmt *Top = Stack.pop_back_val();
          if (!Top || isa<LambdaExpr>(Top))
            continue;
          if (isa<ReturnStmt, GotoStmt, LabelStmt>(Top))
            return false;
          Stack.append(Top->child_begin(), Top->child_end());
        }
      }
      if (Ends)
        return true;
    }
    return false;
  }
  if (const auto *I = dyn_cast<IfStmt>(S))
    return I->getElse() && endsInNoReturn(I->getThen(), Decls, Depth + 1) &&
           endsInNoReturn(I->getElse(), Decls, Depth + 1);
  if (isEndlessLoop(S))
    return true;
  if (isa<CXXThrowExpr>(S))
    return false; // An exception is a way out, not the end.
  const auto *E = dyn_cast<Expr>(S);
  if (!E)
    return false;
  E = E->IgnoreParenImpCasts();
  if (const auto *W = dyn_cast<ExprWithCleanups>(E))
    E = W->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *Call = dyn_cast<CallExpr>(E))
    return neverReturns(Call->getDirectCallee(), Decls);
  return false;
}

static bool bodyNeverReturns(const FunctionDecl *Definition,
                             Declarations &Decls) {
  llvm::DenseMap<const FunctionDecl *, bool> &Known = Decls.NeverReturns;
  auto [It, New] = Known.try_emplace(Definition->getCanonicalDecl(), false);
  if (!New)
    return It->second;
  bool Result = endsInNoReturn(Definition->getBody(), Decls, 0);
  Known[Definition->getCanonicalDecl()] = Result;
  return Result;
}

static void judgeName(CallSite &Site, llvm::StringRef Name) {
  Site.NamedRelease = namesRelease(Name);
  Site.NamedKeep = !Site.NamedRelease && namesKeep(Name);
}

/// Whether the class of \p M is an interface whose methods are functions of a
/// library that is loaded at run time: one has the name of a release function
/// without its prefix, and takes what that takes.
static bool isLibrarysInterface(const CXXMethodDecl *M, Declarations &Decls) {
  if (!isPureVirtual(M))
    return false;
  auto Releases = [&](const CXXMethodDecl *Each) {
    int Handle = isPureVirtual(Each) && Each->getIdentifier() &&
                         Each->getNumParams() == 1
                     ? Decls.handleOf(Each->getParamDecl(0)->getType())
                     : -1;
    return Handle >= 0 &&
           llvm::any_of(Decls.rules().resources()[Handle].Calls,
                        [&](const CallRule &R) {
                          return R.What == Effect::Release &&
                                 R.Form == CalleeForm::Function &&
                                 R.Callee.ends_with(Each->getName());
                        });
  };
  return llvm::any_of(M->getParent()->methods(), Releases);
}

void describeCallee(CallSite &Site, const FunctionDecl *F, Declarations &Decls,
                    ExceptionModel &Exceptions) {
  Site.Callee = F;
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F))
    Site.Name = C->getParent()->getNameAsString();
  else if (const auto *M = dyn_cast<CXXMethodDecl>(F);
           M && M->getParent()->isLambda())
    Site.Name = "operator()";
  else
    Site.Name = F->getNameAsString();
  for (const ParmVarDecl *P : F->parameters())
    Site.ParamTypes.push_back(P->getType());
  for (const CallRule *R : Decls.rulesFor(F))
    Site.Rules.push_back(R);
  Site.MayThrow = Exceptions.mayThrow(F) && !Exceptions.isLogging(Site.E);
  Site.InLibrary = Decls.inLibrary(F);
  Site.InSystem = Decls.inSystemHeader(F);
  Site.ReturnsHandle = Decls.handleOf(F->getReturnType());
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  if (M && M->isVirtual() && !M->hasAttr<FinalAttr>() &&
      !M->getParent()->isEffectivelyFinal())
    Site.IsVirtual = true;
  if (M && isSmartPointer(M->getParent()))
    Site.Known = knownSmartPointerMember(M);
  else
    Site.Known = knownFunction(F);
  if (Site.Known == KnownCallee::None)
    Site.Known = knownPairFunction(F);
  if (F->getIdentifier())
    judgeName(Site, F->getName());
  // `clear()`, `close()`: what destructors call does not throw.
  if (Site.NamedRelease && M && M->getNumParams() == 0 && !M->hasBody() &&
      Site.Rules.empty())
    Site.MayThrow = false;
  if (Site.MayThrow && M && isLibrarysInterface(M, Decls))
    Site.MayThrow = false;
  // What shows a part of a handle that is in order does not fail.
  if (llvm::any_of(Site.Rules, [](const CallRule *R) {
        return R->What == Effect::Borrow || R->What == Effect::Query;
      }))
    Site.MayThrow = false;
  // What attributes say counts more than names.
  Site.GivesOwnership = F->hasAttr<AcquireHandleAttr>();
  if (const auto *T = F->getType()->getAs<AttributedType>())
    Site.GivesOwnership |= T->getAttrKind() == attr::AcquireHandle;
  // std::function does what was put into it.
  if (Site.InSystem && F->getOverloadedOperator() == OO_Call) {
    Site.InSystem = false;
    Site.IsVirtual = true;
  }
  for (const auto *A : F->specific_attrs<OwnershipAttr>()) {
    if (A->getOwnKind() == OwnershipAttr::Returns)
      Site.GivesOwnership = true;
    else
      for (const ParamIdx &Index : A->args())
        Site.Takes.push_back(
            {Index.getASTIndex(), A->getOwnKind() == OwnershipAttr::Holds});
  }
  for (unsigned I = 0; I < F->getNumParams(); ++I)
    if (F->getParamDecl(I)->hasAttr<ReleaseHandleAttr>())
      Site.Takes.push_back({I, false});
}

void describeIndirect(CallSite &Site, const Expr *Callee, Declarations &Decls,
                      ExceptionModel &Exceptions) {
  const Expr *E = Callee->IgnoreParenImpCasts();
  QualType T = Callee->IgnoreParens()->getType();
  if (const auto *B = dyn_cast<BinaryOperator>(E); B && B->isPtrMemOp()) {
    E = B->getRHS()->IgnoreParenImpCasts();
    if (const auto *Member = E->getType()->getAs<MemberPointerType>())
      T = Member->getPointeeType();
  }
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    E = U->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *S = dyn_cast<ArraySubscriptExpr>(E))
    E = S->getBase()->IgnoreParenImpCasts();
  if (const auto *M = dyn_cast<MemberExpr>(E)) {
    Site.Name = M->getMemberDecl()->getNameAsString();
    if (const auto *Field = dyn_cast<FieldDecl>(M->getMemberDecl()))
      for (const CallRule *R : Decls.rulesForMember(Field))
        Site.Rules.push_back(R);
  } else if (const auto *R = dyn_cast<DeclRefExpr>(E)) {
    Site.Name = R->getDecl()->getNameAsString();
  }
  judgeName(Site, Site.Name);
  if (T->isPointerType())
    T = T->getPointeeType();
  if (const auto *P = T->getAs<FunctionProtoType>()) {
    for (QualType Param : P->param_types())
      Site.ParamTypes.push_back(Param);
    Site.ReturnsHandle = Decls.handleOf(P->getReturnType());
  }
  Site.MayThrow = Exceptions.mayThrowThrough(Callee);
}

void applyArgumentConditions(CallSite &Site, llvm::ArrayRef<const Expr *> Args,
                             Declarations &Decls) {
  llvm::erase_if(Site.Rules, [&](const CallRule *R) {
    if (!R->When)
      return false;
    if (R->When->Argument >= Args.size())
      return true;
    const Expr *E = Args[R->When->Argument];
    int64_t Actual = 0;
    if (!E || E->isValueDependent() || E->isTypeDependent())
      return R->What == Effect::Acquire;
    if (E->getType()->isPointerType()) {
      // A pointer is null, or something else than any constant.
      if (!E->IgnoreParenCasts()->isNullPointerConstant(
              Decls.context(), Expr::NPC_ValueDependentIsNotNull))
        Actual = 1;
    } else if (std::optional<int64_t> V = constantInt(E, Decls.context())) {
      Actual = *V;
    } else {
      // A variable: what is known of it when the call is run decides.
      Site.Undecided.push_back(R);
      return false;
    }
    bool Any = llvm::any_of(R->When->AnyOf, [&](const Constant &C) {
      std::optional<int64_t> V = Decls.valueOf(C);
      return V && *V == Actual;
    });
    return Any == R->When->Negated;
  });
}

} // namespace dbtidy
