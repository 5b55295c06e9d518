//===- ExceptionModel.cpp - Which calls may throw -------------------------===//
//
// See ExceptionModel.h.
//
//===----------------------------------------------------------------------===//

#include "facts/ExceptionModel.h"
#include "facts/NameBelief.h"
#include "support/Words.h"
#include "clang/AST/Attr.h"
#include "clang/AST/CXXInheritance.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

ExceptionModel::ExceptionModel(ASTContext &Context, bool Implicit,
                               bool Allocation)
    : Context(Context), Enabled(Context.getLangOpts().CPlusPlus &&
                                Context.getLangOpts().CXXExceptions),
      Implicit(Implicit), Allocation(Allocation) {}

bool ExceptionModel::isLogging(const Expr *E) const {
  const SourceManager &SM = Context.getSourceManager();
  SourceLocation Loc = E->getBeginLoc();
  if (!Loc.isMacroID() || SM.isMacroArgExpansion(Loc))
    return false;
  for (; Loc.isMacroID(); Loc = SM.getImmediateMacroCallerLoc(Loc))
    if (namesLogging(
            Lexer::getImmediateMacroName(Loc, SM, Context.getLangOpts())))
      return true;
  return false;
}

bool ExceptionModel::mayThrow(const FunctionDecl *F) {
  if (!Enabled || !F)
    return false;
  if (F->getBuiltinID() != 0 || F->hasAttr<NoThrowAttr>())
    return false;
  const FunctionDecl *Canonical = F->getCanonicalDecl();
  auto Found = Known.find(Canonical);
  if (Found != Known.end())
    return Found->second;
  // A recursive call adds nothing to what the rest of the body throws: it is
  // taken not to throw, and so is what was found to rest on that.
  auto RestOn = [&](size_t Outer) {
    size_t &RestsOn = Deciding.back().RestsOn;
    RestsOn = std::min(RestsOn, Outer);
  };
  for (size_t I = Deciding.size(); I-- > 0;)
    if (Deciding[I].Function == Canonical) {
      RestOn(I);
      return false;
    }
  for (const Frame &P : Provisional)
    if (P.Function == Canonical) {
      RestOn(P.RestsOn);
      return false;
    }

  size_t Own = Deciding.size(), Inner = Provisional.size();
  Deciding.push_back({Canonical, Own});
  bool Throws = decide(F);
  size_t RestsOn = Deciding.pop_back_val().RestsOn;
  if (Throws) {
    // Certain. What was found while it was taken not to is not.
    Provisional.truncate(Inner);
    return Known[Canonical] = true;
  }
  if (RestsOn == Own) {
    // Have: none of those that call each other throws.
    for (const Frame &P : llvm::drop_begin(Provisional, Inner))
      Known[P.Function] = false;
    Provisional.truncate(Inner);
    return Known[Canonical] = false;
  }
  Provisional.push_back({Canonical, RestsOn});
  for (Frame &P : llvm::drop_begin(Provisional, Inner))
    P.RestsOn = std::min(P.RestsOn, RestsOn);
  RestOn(RestsOn);
  return false;
}

/// The answer for one function, from what it calls.
bool ExceptionModel::decide(const FunctionDecl *F) {
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  if (Proto) {
    ExceptionSpecificationType Spec = Proto->getExceptionSpecType();
    if (Spec == EST_Unevaluated || Spec == EST_Uninstantiated ||
        Spec == EST_Unparsed) {
      // Implicit members are evaluated when they are used.
    } else if (Proto->isNothrow(/*ResultIfDependent=*/false)) {
      return false;
    }
  }
  if (const auto *D = dyn_cast<CXXDestructorDecl>(F))
    return destructorMayThrow(D);
  if (F->isReplaceableGlobalAllocationFunction())
    return Allocation;

  const FunctionDecl *Definition = nullptr;
  bool HasBody = F->hasBody(Definition);
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  bool Overridable = M && M->isVirtual() && !M->hasAttr<FinalAttr>() &&
                     !M->getParent()->isEffectivelyFinal();
  const SourceManager &SM = Context.getSourceManager();
  bool System = SM.isInSystemHeader(SM.getExpansionLoc(F->getLocation()));
  if (F->isInStdNamespace() || (F->getDeclContext()->isStdNamespace()) ||
      (System && [&] {
        // __gnu_cxx, std::filesystem, std::__cxx11 and the like.
        for (const DeclContext *DC = F->getDeclContext(); DC;
             DC = DC->getParent())
          if (DC->isStdNamespace())
            return true;
        return false;
      }())) {
    if (standardMayThrow(F) || callablesMayThrow(F))
      return Implicit;
    // make_unique<T>, emplace_back: what T's constructor throws comes out.
    if (HasBody && F->getIdentifier() && Implicit &&
        isOneOf(F->getName(), {"make_unique", "make_shared"}))
      if (const TemplateArgumentList *Args = F->getTemplateSpecializationArgs())
        if (Args->size() && Args->get(0).getKind() == TemplateArgument::Type)
          if (const CXXRecordDecl *R =
                  Args->get(0).getAsType()->getAsCXXRecordDecl())
            if (R->hasDefinition() && !R->isInStdNamespace())
              for (const CXXConstructorDecl *C : R->ctors())
                if (!C->isImplicit() && !C->isCopyOrMoveConstructor() &&
                    !C->isDeleted() && mayThrow(C))
                  return true;
    return Allocation && !isa<CXXDestructorDecl>(F);
  }

  if (isOfToolkit(F))
    return Allocation;
  if (HasBody && !Overridable)
    return bodyMayThrow(Definition);
  if (F->isDefaulted() && M)
    // Memberwise: throws what the members' do; those are seldom more than
    // allocation failures.
    return false;
  if (F->isExternC() || F->isInExternCContext())
    return false;
  if (F->isImplicit())
    return false;
  return Implicit && !doesWithoutExceptions();
}

bool ExceptionModel::mayThrowThrough(const Expr *CalleeExpr) {
  if (!Enabled || !Implicit)
    return false;
  CalleeExpr = CalleeExpr->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(CalleeExpr))
    CalleeExpr = U->getSubExpr()->IgnoreParenImpCasts();
  QualType T = CalleeExpr->getType();
  if (const auto *B = dyn_cast<BinaryOperator>(CalleeExpr);
      B && B->isPtrMemOp())
    T = B->getRHS()->getType();
  if (const auto *Member = T->getAs<MemberPointerType>())
    T = Member->getPointeeType();
  if (T->isPointerType())
    T = T->getPointeeType();
  if (const auto *Proto = T->getAs<FunctionProtoType>())
    if (Proto->isNothrow())
      return false;
  // clang does not keep the language linkage of function types. A pointer that
  // a C header declares points to C code.
  const Decl *D = nullptr;
  if (const auto *M = dyn_cast<MemberExpr>(CalleeExpr))
    D = M->getMemberDecl();
  else if (const auto *R = dyn_cast<DeclRefExpr>(CalleeExpr))
    D = R->getDecl();
  if (D && D->getDeclContext()->isExternCContext())
    return false;
  if (D)
    if (const auto *R = dyn_cast<RecordDecl>(D->getDeclContext()))
      if (R->getDeclContext()->isExternCContext())
        return false;
  return true;
}

/// A destructor that nothing was said of throws when one of its members' or
/// bases' was declared to ([except.spec]/8).
bool ExceptionModel::destructorMayThrow(const CXXDestructorDecl *D) {
  const auto *Proto = D->getType()->getAs<FunctionProtoType>();
  if (Proto && (Proto->getExceptionSpecType() == EST_Dynamic ||
                Proto->getExceptionSpecType() == EST_MSAny ||
                Proto->getExceptionSpecType() == EST_NoexceptFalse))
    return true;
  const CXXRecordDecl *R = D->getParent();
  auto Throws = [&](QualType T) {
    T = Context.getBaseElementType(T);
    const CXXRecordDecl *Part = T->getAsCXXRecordDecl();
    const CXXDestructorDecl *Own =
        Part && Part->hasDefinition() ? Part->getDestructor() : nullptr;
    return Own && mayThrow(Own);
  };
  for (const CXXBaseSpecifier &B : R->bases())
    if (Throws(B.getType()))
      return true;
  for (const FieldDecl *F : R->fields())
    if (Throws(F->getType()))
      return true;
  return false;
}

bool ExceptionModel::mayThrow(const CXXNewExpr *New) {
  if (!Enabled)
    return false;
  // A class's own operator new counts as any function does.
  if (const FunctionDecl *Op = New->getOperatorNew())
    if (!Op->isReplaceableGlobalAllocationFunction() &&
        !Op->isReservedGlobalPlacementOperator() && mayThrow(Op))
      return true;
  return Allocation && New->getOperatorNew() &&
         New->getOperatorNew()->isReplaceableGlobalAllocationFunction() &&
         !New->shouldNullCheckAllocation();
}

bool ExceptionModel::evaluationMayThrow(const Expr *E) {
  return Enabled && stmtMayThrow(E);
}

bool ExceptionModel::bodyMayThrow(const FunctionDecl *Definition) {
  if (const auto *C = dyn_cast<CXXConstructorDecl>(Definition))
    for (const CXXCtorInitializer *I : C->inits())
      if (I->getInit() && stmtMayThrow(I->getInit()))
        return true;
  return stmtMayThrow(Definition->getBody());
}

Match handles(const CXXCatchStmt *Handler, ThrownType Exception) {
  QualType Thrown = Exception.Type;
  const VarDecl *V = Handler->getExceptionDecl();
  if (!V)
    return Match::Yes;
  QualType Caught = V->getType().getNonReferenceType().getUnqualifiedType();
  const CXXRecordDecl *CaughtClass = Caught->getAsCXXRecordDecl();
  if (Thrown.isNull()) {
    // Exceptions of unknown type are taken to derive from std::exception.
    if (CaughtClass && CaughtClass->getIdentifier() &&
        CaughtClass->getName() == "exception" &&
        CaughtClass->isInStdNamespace())
      return Match::Yes;
    return Match::Maybe;
  }
  Thrown = Thrown.getNonReferenceType().getUnqualifiedType();
  if (Caught.getCanonicalType() == Thrown.getCanonicalType())
    return Match::Yes;
  if (Caught->isPointerType() && Thrown->isPointerType()) {
    if (Caught->isVoidPointerType())
      return Match::Yes;
    CaughtClass = Caught->getPointeeType()->getAsCXXRecordDecl();
    Thrown = Thrown->getPointeeType();
  }
  // [except.handle]/3: an unambiguous public base class.
  const CXXRecordDecl *ThrownClass = Thrown->getAsCXXRecordDecl();
  if (!CaughtClass || !ThrownClass || !CaughtClass->hasDefinition() ||
      !ThrownClass->hasDefinition())
    return Match::No;
  if (CaughtClass->getCanonicalDecl() == ThrownClass->getCanonicalDecl())
    return Match::Yes;
  CXXBasePaths Paths;
  if (!ThrownClass->isDerivedFrom(CaughtClass, Paths))
    return Exception.OrDerived && CaughtClass->isDerivedFrom(ThrownClass)
               ? Match::Maybe
               : Match::No;
  if (Paths.front().Access != AS_public)
    return Match::No;
  // Several ways to the base, and not to one virtual base: ambiguous.
  auto Virtual = [](const CXXBasePathElement &E) {
    return E.Base->isVirtual();
  };
  bool Several = std::next(Paths.begin()) != Paths.end();
  return Several && llvm::none_of(Paths.front(), Virtual) ? Match::No
                                                          : Match::Yes;
}

bool ExceptionModel::stmtMayThrow(const Stmt *Root) {
  // Each statement with the innermost `try` of this body around it.
  using Place = std::pair<const Stmt *, const CXXTryStmt *>;
  llvm::SmallVector<Place, 32> Work{{Root, nullptr}};
  llvm::DenseMap<const CXXTryStmt *, const CXXTryStmt *> Outer;
  const CXXTryStmt *Around = nullptr;
  auto Escapes = [&](QualType Thrown) {
    for (const CXXTryStmt *T = Around; T; T = Outer.lookup(T))
      for (unsigned I = 0; I < T->getNumHandlers(); ++I)
        if (handles(T->getHandler(I), Thrown) == Match::Yes)
          return false;
    return true;
  };
  while (!Work.empty()) {
    const Stmt *S;
    std::tie(S, Around) = Work.pop_back_val();
    if (!S)
      continue;
    if (const auto *T = dyn_cast<CXXThrowExpr>(S)) {
      if (Escapes(T->getSubExpr() ? T->getSubExpr()->getType() : QualType()))
        return true;
      Work.push_back({T->getSubExpr(), Around});
      continue;
    }
    if (const auto *T = dyn_cast<CXXTryStmt>(S)) {
      // What nothing throws, no handler throws on.
      if (!stmtMayThrow(T->getTryBlock()))
        continue;
      Outer[T] = Around;
      Work.push_back({T->getTryBlock(), T});
      for (unsigned I = 0; I < T->getNumHandlers(); ++I)
        Work.push_back({T->getHandler(I)->getHandlerBlock(), Around});
      continue;
    }
    if (const auto *L = dyn_cast<LambdaExpr>(S)) {
      for (const Expr *Init : L->capture_inits())
        Work.push_back({Init, Around});
      continue;
    }
    if (isa<UnaryExprOrTypeTraitExpr, CXXNoexceptExpr>(S))
      continue; // Evaluates nothing.
    if (const auto *D = dyn_cast<CXXDefaultArgExpr>(S)) {
      Work.push_back({D->getExpr(), Around});
      continue;
    }
    if (const auto *D = dyn_cast<CXXDefaultInitExpr>(S)) {
      Work.push_back({D->getExpr(), Around});
      continue;
    }
    bool Throws = false;
    if (const auto *C = dyn_cast<CallExpr>(S)) {
      if (const FunctionDecl *F = C->getDirectCallee()) {
        Throws = mayThrow(F);
      } else {
        Throws = mayThrowThrough(C->getCallee());
      }
    } else if (const auto *Made = dyn_cast<CXXConstructExpr>(S)) {
      Throws = mayThrow(Made->getConstructor());
    } else if (const auto *N = dyn_cast<CXXNewExpr>(S)) {
      Throws = mayThrow(N);
    } else if (const auto *D = dyn_cast<CXXDynamicCastExpr>(S)) {
      Throws = mayThrow(D);
    } else if (const auto *B = dyn_cast<CXXBindTemporaryExpr>(S)) {
      const CXXDestructorDecl *Temporary = B->getTemporary()->getDestructor();
      Throws = Temporary && mayThrow(Temporary);
    } else if (const auto *V = dyn_cast<DeclStmt>(S)) {
      for (const Decl *Each : V->decls())
        if (const auto *Variable = dyn_cast<VarDecl>(Each))
          if (const CXXRecordDecl *R =
                  Variable->getType()->getAsCXXRecordDecl())
            if (const CXXDestructorDecl *Dies =
                    R->hasDefinition() ? R->getDestructor() : nullptr)
              Throws |= mayThrow(Dies);
    }
    if (Throws && Escapes(QualType()))
      return true;
    for (const Stmt *Child : S->children())
      Work.push_back({Child, Around});
  }
  return false;
}

} // namespace dbtidy
