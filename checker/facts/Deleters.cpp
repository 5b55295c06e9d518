//===- Deleters.cpp - What smart pointers release with --------------------===//
//
// See Deleters.h.
//
//===----------------------------------------------------------------------===//

#include "facts/Deleters.h"
#include "facts/CallSites.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

namespace {

/// What the body of a function object does with its parameter.
struct ParameterUses : RecursiveASTVisitor<ParameterUses> {
  explicit ParameterUses(const ParmVarDecl *Parameter) : Parameter(Parameter) {}

  bool isParameter(const Expr *E) const {
    const auto *R = dyn_cast<DeclRefExpr>(E->IgnoreParenCasts());
    return R && R->getDecl() == Parameter;
  }
  bool VisitCallExpr(CallExpr *Call) {
    if (llvm::any_of(Call->arguments(),
                     [&](const Expr *A) { return isParameter(A); }))
      Calls.push_back(Call->getDirectCallee());
    return true;
  }
  bool VisitCXXDeleteExpr(CXXDeleteExpr *E) {
    if (isParameter(E->getArgument()))
      Deletes = true;
    return true;
  }

  const ParmVarDecl *Parameter;
  llvm::SmallVector<const FunctionDecl *, 2> Calls;
  bool Deletes = false;
};

} // namespace

static Deleter judge(const Declarations::RuleList &Rules, bool FreesMemory,
                     std::string Name, unsigned Resource) {
  Deleter D;
  D.Name = std::move(Name);
  bool Releases = FreesMemory, Other = false;
  for (const CallRule *R : Rules) {
    if (R->What == Effect::Release && R->Resource == Resource) {
      D.Fit = Deleter::Right;
      return D;
    }
    Releases |= R->What == Effect::Release;
    Other |= R->What != Effect::Release;
  }
  if (Releases && !Other)
    D.Fit = Deleter::Wrong;
  return D;
}

static Deleter judgeFunction(const FunctionDecl *F, unsigned Resource,
                             Declarations &Decls) {
  return judge(Decls.rulesFor(F), freesMemory(F), F->getNameAsString(),
               Resource);
}

static Deleter judgeObject(const CXXRecordDecl *Class, QualType Pointer,
                           unsigned Resource, Declarations &Decls) {
  if (!Class || !Class->hasDefinition())
    return {};
  DeclarationName Call =
      Decls.context().DeclarationNames.getCXXOperatorName(OO_Call);
  const FunctionDecl *Body = nullptr;
  for (const NamedDecl *D : Class->lookup(Call)) {
    const auto *M = dyn_cast<CXXMethodDecl>(D);
    if (!M || Body || M->getNumParams() != 1 || !M->hasBody(Body))
      return {}; // One of several, a template, or not to be seen.
  }
  if (!Body)
    return {};
  ParameterUses Uses(Body->getParamDecl(0));
  Uses.TraverseStmt(Body->getBody());
  if (Uses.Deletes && Uses.Calls.empty())
    return judge(Decls.rulesForDelete(Pointer), true, "delete", Resource);
  if (Uses.Deletes || Uses.Calls.size() != 1 || !Uses.Calls[0])
    return {};
  return judgeFunction(Uses.Calls[0], Resource, Decls);
}

Deleter deleterOf(const CXXRecordDecl *Owner, llvm::ArrayRef<const Expr *> Args,
                  unsigned Resource, Declarations &Decls) {
  const auto *Made = dyn_cast_or_null<ClassTemplateSpecializationDecl>(Owner);
  if (!Made || !Made->isInStdNamespace() || !Made->getIdentifier())
    return {};
  const TemplateArgumentList &Of = Made->getTemplateArgs();
  bool Unique = Made->getName() == "unique_ptr";
  if ((!Unique && Made->getName() != "shared_ptr") || Of.size() == 0 ||
      Of[0].getKind() != TemplateArgument::Type ||
      Of[0].getAsType()->isArrayType())
    return {};
  QualType Pointer = Decls.context().getPointerType(Of[0].getAsType());
  QualType Type;
  if (Unique && Of.size() > 1)
    Type = Of[1].getAsType().getNonReferenceType();
  else if (!Unique && Args.size() > 1)
    Type = Args[1]->getType().getNonReferenceType();
  else if (Unique || Args.empty() || !Args[0]->getType()->isPointerType())
    return {};

  const CXXRecordDecl *Class =
      Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
  bool ByDefault = Type.isNull() || (Class && Class->isInStdNamespace() &&
                                     Class->getIdentifier() &&
                                     Class->getName() == "default_delete");
  if (ByDefault)
    return judge(Decls.rulesForDelete(Pointer), true, "delete", Resource);
  if (Class)
    return judgeObject(Class, Pointer, Resource, Decls);
  if (Args.size() < 2)
    return {};
  const Expr *Given = Args[1]->IgnoreParenImpCasts();
  if (const auto *U = dyn_cast<UnaryOperator>(Given);
      U && U->getOpcode() == UO_AddrOf)
    Given = U->getSubExpr()->IgnoreParenImpCasts();
  if (const auto *R = dyn_cast<DeclRefExpr>(Given))
    if (const auto *F = dyn_cast<FunctionDecl>(R->getDecl()))
      return judgeFunction(F, Resource, Decls);
  return {};
}

} // namespace dbtidy
