//===- ReleaseCall.cpp - How a resource is given back, as text ------------===//
//
// See ReleaseCall.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/ReleaseCall.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/ExprCXX.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

const FunctionDecl *findFunction(llvm::StringRef QualifiedName,
                                 ASTContext &Context) {
  const DeclContext *Scope = Context.getTranslationUnitDecl();
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  QualifiedName.split(Parts, "::");
  const FunctionDecl *Found = nullptr;
  for (size_t I = 0; I < Parts.size(); ++I) {
    const DeclContext *Next = nullptr;
    for (const NamedDecl *D : Scope->lookup(&Context.Idents.get(Parts[I]))) {
      if (const auto *F = dyn_cast<FunctionDecl>(D);
          F && I + 1 == Parts.size()) {
        if (Found && Found->getCanonicalDecl() != F->getCanonicalDecl())
          return nullptr; // Overloaded.
        Found = F;
      } else if (const auto *N = dyn_cast<NamespaceDecl>(D)) {
        Next = N;
      } else if (const auto *R = dyn_cast<CXXRecordDecl>(D)) {
        Next = R->getDefinition();
      }
    }
    if (I + 1 < Parts.size()) {
      if (!Next)
        return nullptr;
      Scope = Next;
    }
  }
  if (const auto *M = dyn_cast_or_null<CXXMethodDecl>(Found);
      M && !M->isStatic())
    return nullptr;
  return Found;
}

/// An expression that can be written again elsewhere in the function and
/// means the same there: a name, a member, a constant.
static bool isRepeatable(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (isa<IntegerLiteral, CXXNullPtrLiteralExpr, CXXThisExpr>(E))
    return true;
  if (const auto *C = dyn_cast<CXXConstructExpr>(E))
    return C->getNumArgs() == 1 && isRepeatable(C->getArg(0));
  if (const auto *R = dyn_cast<DeclRefExpr>(E))
    return isa<VarDecl, EnumConstantDecl>(R->getDecl());
  if (const auto *M = dyn_cast<MemberExpr>(E))
    return isRepeatable(M->getBase());
  if (const auto *U = dyn_cast<UnaryOperator>(E))
    return (U->getOpcode() == UO_AddrOf || U->getOpcode() == UO_Deref ||
            U->getOpcode() == UO_Minus) &&
           isRepeatable(U->getSubExpr());
  if (const auto *O = dyn_cast<CXXOperatorCallExpr>(E))
    return (O->getOperator() == OO_Arrow || O->getOperator() == OO_Star) &&
           isRepeatable(O->getArg(0));
  // A singleton: `Pool::instance()`.
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    const FunctionDecl *F = Call->getDirectCallee();
    return F && Call->getNumArgs() == 0 && !isa<CXXMemberCallExpr>(Call) &&
           (F->getReturnType()->isReferenceType() ||
            F->getReturnType()->isPointerType());
  }
  if (isa<CStyleCastExpr>(E))
    return isRepeatable(cast<CStyleCastExpr>(E)->getSubExpr());
  return false;
}

/// Whether \p E names nothing but what is known everywhere.
static bool isConstant(const Expr *E) {
  E = E->IgnoreParenCasts();
  if (const auto *R = dyn_cast<DeclRefExpr>(E)) {
    const auto *V = dyn_cast<VarDecl>(R->getDecl());
    return !V || !V->hasLocalStorage();
  }
  return isa<IntegerLiteral, CXXNullPtrLiteralExpr>(E);
}

/// The handle among the arguments of an existing release.
static std::optional<ReleaseCall>
fromCall(const CallExpr *Call, const CallRule &R, const SourceText &Source) {
  if (R.Handle.Where != Slot::Argument ||
      R.Handle.Index >= Call->getNumArgs() ||
      !Source.isPlain(Call->getSourceRange()))
    return std::nullopt;
  const Expr *Handle = Call->getArg(R.Handle.Index);
  if (!Source.isPlain(Handle->getSourceRange()))
    return std::nullopt;
  ReleaseCall Result;
  Result.NullSafe = R.NullSafe;
  for (unsigned I = 0; I < Call->getNumArgs(); ++I) {
    const Expr *Arg = Call->getArg(I);
    if (I == R.Handle.Index || isa<CXXDefaultArgExpr>(Arg))
      continue;
    if (!isRepeatable(Arg))
      return std::nullopt;
    Result.NeedsContext |= !isConstant(Arg);
  }
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(Call)) {
    if (!isRepeatable(M->getImplicitObjectArgument()))
      return std::nullopt;
    Result.NeedsContext = true;
  } else if (!Call->getDirectCallee()) {
    if (!isRepeatable(Call->getCallee()))
      return std::nullopt;
    Result.NeedsContext = true;
  }
  std::string Text = Source.of(Call->getSourceRange());
  const SourceManager &SM = Source.manager();
  unsigned Begin = SM.getFileOffset(Call->getBeginLoc());
  unsigned From = SM.getFileOffset(Handle->getBeginLoc()) - Begin;
  unsigned To = SM.getFileOffset(Source.endOf(Handle->getEndLoc())) - Begin;
  if (From > To || To > Text.size())
    return std::nullopt;
  Result.Before = Text.substr(0, From);
  Result.After = Text.substr(To);
  const FunctionDecl *F = Call->getDirectCallee();
  if (F && Call->getNumArgs() == 1 && F->getNumParams() == 1 &&
      !F->isVariadic() && !isa<CXXMemberCallExpr>(Call)) {
    Result.Function = F;
    Result.FunctionName = Source.of(Call->getCallee()->getSourceRange());
  }
  return Result;
}

static const Expr *argumentAt(const Finding &F, const Slot &Where) {
  const auto *Call = dyn_cast<CallExpr>(F.Acquisition);
  if (!Call)
    return nullptr;
  if (Where.Where == Slot::Object) {
    const auto *M = dyn_cast<CXXMemberCallExpr>(Call);
    return M ? M->getImplicitObjectArgument() : nullptr;
  }
  if (Where.Where != Slot::Argument || Where.Index >= Call->getNumArgs())
    return nullptr;
  return Call->getArg(Where.Index);
}

/// The pool or connection that the handle of \p F comes from.
static const Expr *parentOf(const Finding &F) {
  if (F.Rule && F.Rule->Parent)
    return argumentAt(F, *F.Rule->Parent);
  if (const auto *M = dyn_cast<CXXMemberCallExpr>(F.Acquisition))
    return M->getImplicitObjectArgument();
  return nullptr;
}

static std::optional<ReleaseCall> fromRule(const Finding &F, const CallRule &R,
                                           Declarations &Decls,
                                           const SourceText &Source) {
  ReleaseCall Result;
  Result.NullSafe = R.NullSafe;
  const Expr *Parent = parentOf(F);
  if (Parent &&
      (!isRepeatable(Parent) || !Source.isPlain(Parent->getSourceRange())))
    Parent = nullptr;

  if (R.Form == CalleeForm::Delete) {
    Result.Before = "delete ";
    Result.NullSafe = true;
    return Result;
  }
  if (R.Form == CalleeForm::Method) {
    llvm::StringRef Name = lastComponent(R.Callee);
    if (R.Handle.Where == Slot::Argument && R.Handle.Index == 0) {
      const auto *M = dyn_cast<CXXMemberCallExpr>(F.Acquisition);
      if (!Parent || !M || Parent != M->getImplicitObjectArgument())
        return std::nullopt;
      const auto *Member = dyn_cast<MemberExpr>(M->getCallee());
      if (!Member)
        return std::nullopt;
      std::string Object =
          Member->isImplicitAccess()
              ? ""
              : Source.of(Member->getBase()->getSourceRange()) +
                    (Member->isArrow() ? "->" : ".");
      // `shared_ptr<Pool>`: the base is a call of operator->.
      if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(
              Member->getBase()->IgnoreImplicit()))
        if (Arrow->getOperator() == OO_Arrow)
          Object = Source.of(Arrow->getArg(0)->getSourceRange()) + "->";
      Result.Before = Object + Name.str() + "(";
      Result.After = ")";
      Result.NeedsContext = true;
      return Result;
    }
    if (R.Handle.Where == Slot::Object) {
      Result.After = fmt::format("->{}()", Name.str());
      return Result;
    }
    return std::nullopt;
  }
  if (R.Form != CalleeForm::Function)
    return std::nullopt;
  const FunctionDecl *Function = findFunction(R.Callee, Decls.context());
  if (!Function || Function->isVariadic() ||
      (R.Parameters && *R.Parameters != Function->getNumParams()))
    return std::nullopt;
  if (R.Handle.Where != Slot::Argument && R.Handle.Where != Slot::Pointee)
    return std::nullopt;
  Result.Before = (R.Callee + "(").str();
  std::string *Text = &Result.Before;
  for (unsigned I = 0; I < Function->getNumParams(); ++I) {
    if (I)
      *Text += ", ";
    if (I == R.Handle.Index) {
      if (R.Handle.Where == Slot::Pointee)
        *Text += "&";
      Text = &Result.After;
      continue;
    }
    QualType T = Function->getParamDecl(I)->getType();
    if (R.When && R.When->Argument == I && !R.When->Negated &&
        !R.When->AnyOf.empty() && !R.When->AnyOf.front().Name.empty()) {
      *Text += R.When->AnyOf.front().Name.str();
    } else if (Parent && T->isPointerType() &&
               T.getCanonicalType().getUnqualifiedType() ==
                   Parent->getType().getCanonicalType().getUnqualifiedType()) {
      *Text += Source.of(Parent->getSourceRange());
      Result.NeedsContext = true;
    } else {
      return std::nullopt;
    }
  }
  *Text += ")";
  if (Text != &Result.After)
    return std::nullopt; // No such parameter.
  if (Function->getNumParams() == 1 && R.Handle.Where == Slot::Argument) {
    Result.Function = Function;
    Result.FunctionName = R.Callee.str();
  }
  return Result;
}

std::optional<ReleaseCall> releaseCallFor(const Finding &F, Declarations &Decls,
                                          const SourceText &Source) {
  const Resource &R = Decls.rules().resources()[F.Resource];
  auto IsUnconditional = [](const CallRule &C) {
    return C.What == Effect::Release && C.Handle.Where != Slot::Returned;
  };
  // As the function does it already.
  if (F.Ownership)
    for (const HandleEvent &E : F.Ownership->eventsOf(F.HeldBy.Variable))
      if (E.What == HandleEvent::Released && E.Rule &&
          E.Rule->Resource == F.Resource)
        if (const auto *Call = dyn_cast_or_null<CallExpr>(E.At))
          if (std::optional<ReleaseCall> Known =
                  fromCall(Call, *E.Rule, Source))
            return Known;
  for (const CallRule &C : R.Calls)
    if (IsUnconditional(C))
      if (std::optional<ReleaseCall> Made = fromRule(F, C, Decls, Source))
        return Made;
  return std::nullopt;
}

} // namespace dbtidy
