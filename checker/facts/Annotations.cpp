//===- Annotations.cpp - Rules that attributes in the code state ----------===//
//
// See Annotations.h.
//
//===----------------------------------------------------------------------===//

#include "facts/Annotations.h"
#include "facts/Declarations.h"
#include "support/ClangCompat.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <map>

using namespace clang;

namespace dbtidy {

namespace {

/// Collects what the attributes of one translation unit say.
class AnnotationReader {
public:
  AnnotationReader(Declarations &Decls, llvm::BumpPtrAllocator &Memory)
      : Decls(Decls), Memory(Memory) {}

  void read(const DeclContext *DC);
  /// Adds one resource for each name that is acquired and released, and calls
  /// to resources that are there. \returns whether there were any.
  bool addTo(std::vector<Resource> &Resources, unsigned Library);

private:
  void read(const FunctionDecl *F);
  void readOwnership(const FunctionDecl *F, const OwnershipAttr *A);
  void readHandles(const FunctionDecl *F);
  void readDeallocator(const FunctionDecl *F);
  void add(llvm::StringRef Name, const FunctionDecl *F, Effect What, Slot Where,
           Condition::Kind Holds);
  bool isNew(QualType Handle);

  Declarations &Decls;
  llvm::BumpPtrAllocator &Memory; ///< Of what the new rules refer to.
  std::map<std::string, std::vector<CallRule>> Named;
};

} // namespace

void AnnotationReader::read(const DeclContext *DC) {
  for (const Decl *D : DC->decls()) {
    if (Decls.inSystemHeader(D))
      continue;
    if (const auto *F = dyn_cast<FunctionDecl>(D))
      read(F);
    else if (isa<LinkageSpecDecl, NamespaceDecl, RecordDecl>(D))
      read(cast<DeclContext>(D));
  }
}

void AnnotationReader::read(const FunctionDecl *F) {
  if (!F->getIdentifier() || F->isDependentContext() || !F->isFirstDecl() ||
      !Decls.rulesFor(F).empty())
    return;
  for (const auto *A : F->specific_attrs<OwnershipAttr>())
    readOwnership(F, A);
  readHandles(F);
  readDeallocator(F);
}

/// Whether values of type \p Handle are told from others by attributes only.
bool AnnotationReader::isNew(QualType Handle) {
  return (Handle->isPointerType() || Handle->isIntegralOrEnumerationType()) &&
         Decls.handleOf(Handle) < 0;
}

void AnnotationReader::readOwnership(const FunctionDecl *F,
                                     const OwnershipAttr *A) {
  llvm::StringRef Name = A->getModule()->getName();
  // Memory is another check's business.
  if (Name == "malloc")
    return;
  if (A->getOwnKind() == OwnershipAttr::Returns) {
    if (isNew(F->getReturnType()))
      add(Name, F, Effect::Acquire, Slot(), Condition::NonNull);
    return;
  }
  Effect What =
      A->getOwnKind() == OwnershipAttr::Holds ? Effect::Adopt : Effect::Release;
  for (const ParamIdx &Index : A->args())
    if (Index.getASTIndex() < F->getNumParams() &&
        isNew(F->getParamDecl(Index.getASTIndex())->getType()))
      add(Name, F, What, {Slot::Argument, Index.getASTIndex()},
          Condition::Always);
}

/// `acquire_handle` is an attribute of the function's type.
static const AcquireHandleAttr *acquiresReturned(const FunctionDecl *F) {
  if (const auto *A = F->getAttr<AcquireHandleAttr>())
    return A;
  const TypeSourceInfo *Info = F->getTypeSourceInfo();
  if (!Info)
    return nullptr;
  auto Type = Info->getTypeLoc().getAs<AttributedTypeLoc>();
  return Type ? Type.getAttrAs<AcquireHandleAttr>() : nullptr;
}

void AnnotationReader::readHandles(const FunctionDecl *F) {
  if (const AcquireHandleAttr *A = acquiresReturned(F))
    if (isNew(F->getReturnType()))
      add(A->getHandleType(), F, Effect::Acquire, Slot(),
          F->getReturnType()->isPointerType() ? Condition::NonNull
                                              : Condition::NonNegative);
  for (unsigned I = 0; I < F->getNumParams(); ++I) {
    const ParmVarDecl *P = F->getParamDecl(I);
    QualType T = P->getType();
    if (const auto *A = P->getAttr<AcquireHandleAttr>())
      if ((T->isPointerType() || T->isReferenceType()) &&
          isNew(T->getPointeeType()))
        add(A->getHandleType(), F, Effect::Acquire, {Slot::Pointee, I},
            Condition::NonNull);
    if (const auto *A = P->getAttr<ReleaseHandleAttr>())
      if (isNew(T))
        add(A->getHandleType(), F, Effect::Release, {Slot::Argument, I},
            Condition::Always);
  }
}

/// Also for handles that a rule knows: nothing else tells that the deallocator
/// releases.
void AnnotationReader::readDeallocator(const FunctionDecl *F) {
  for (const auto *A : F->specific_attrs<RestrictAttr>()) {
    auto [Deallocator, Index] = deallocatorOf(A);
    if (!Deallocator || !Deallocator->getIdentifier())
      continue;
    int Known = Decls.handleOf(F->getReturnType());
    bool HasRule = !Decls.rulesFor(Deallocator).empty();
    // Those of the system's headers give back memory and files.
    if (!HasRule && Decls.inSystemHeader(Deallocator))
      continue;
    llvm::StringRef Name = Deallocator->getName();
    if (Known >= 0)
      Name = Decls.rules().resources()[Known].Id;
    else if (HasRule)
      continue;
    add(Name, F, Effect::Acquire, Slot(), Condition::NonNull);
    if (!HasRule)
      add(Name, Deallocator, Effect::Release, {Slot::Argument, Index},
          Condition::Always);
  }
}

void AnnotationReader::add(llvm::StringRef Name, const FunctionDecl *F,
                           Effect What, Slot Where, Condition::Kind Holds) {
  std::vector<CallRule> &Calls = Named[Name.str()];
  CallRule Rule;
  Rule.What = What;
  const auto *M = dyn_cast<CXXMethodDecl>(F);
  Rule.Form = M && !M->isStatic() ? CalleeForm::Method : CalleeForm::Function;
  Rule.Callee = llvm::StringRef(Declarations::qualifiedName(F)).copy(Memory);
  Rule.Parameters = F->getNumParams();
  Rule.Handle = Where;
  Rule.Holds.When = Holds;
  // The same deallocator of several allocators is one.
  if (llvm::none_of(Calls, [&](const CallRule &O) {
        return O.What == What && O.Callee == Rule.Callee &&
               O.Handle == Rule.Handle && O.Parameters == Rule.Parameters;
      }))
    Calls.push_back(std::move(Rule));
}

bool AnnotationReader::addTo(std::vector<Resource> &Resources,
                             unsigned Library) {
  bool Any = false;
  for (auto &[Name, Calls] : Named) {
    auto Known = llvm::find_if(
        Resources, [&Id = Name](const Resource &O) { return O.Id == Id; });
    if (Known != Resources.end()) {
      std::vector<CallRule> Both(Known->Calls.begin(), Known->Calls.end());
      llvm::append_range(Both, Calls);
      Known->Calls = llvm::ArrayRef(Both).copy(Memory);
      Any = true;
      continue;
    }
    auto Has = [&Own = Calls](Effect What) {
      return llvm::any_of(Own,
                          [&](const CallRule &C) { return C.What == What; });
    };
    if (!Has(Effect::Acquire) || !Has(Effect::Release))
      continue;
    Resource R;
    R.Id = llvm::StringRef(Name).copy(Memory);
    R.Library = Library;
    R.Calls = llvm::ArrayRef(Calls).copy(Memory);
    Resources.push_back(R);
    Any = true;
  }
  return Any;
}

bool mayHaveAnnotations(const ASTContext &Context) {
  auto Mentions = [&](llvm::StringRef Word) {
    return Context.Idents.find(Word) != Context.Idents.end();
  };
  if (Mentions("ownership_returns") || Mentions("__ownership_returns__") ||
      Mentions("acquire_handle") || Mentions("__acquire_handle__"))
    return true;
  // Every C header has the attribute `malloc`; few functions name what frees.
  auto NamesDeallocator = [](const Decl *D) {
    return D->hasAttrs() &&
           llvm::any_of(D->specific_attrs<RestrictAttr>(),
                        [](const RestrictAttr *A) {
                          return deallocatorOf(A).first != nullptr;
                        });
  };
  return keepsDeallocators() &&
         (Mentions("malloc") || Mentions("__malloc__")) &&
         llvm::any_of(Context.getTranslationUnitDecl()->noload_decls(),
                      [&](const Decl *D) {
                        const auto *L = dyn_cast<LinkageSpecDecl>(D);
                        return L ? llvm::any_of(L->noload_decls(),
                                                NamesDeallocator)
                                 : NamesDeallocator(D);
                      });
}

std::unique_ptr<RuleSet> withAnnotations(const RuleSet &Rules,
                                         ASTContext &Context) {
  if (!mayHaveAnnotations(Context))
    return nullptr;
  auto Memory = std::make_shared<llvm::BumpPtrAllocator>();
  Declarations Decls(Context, Rules, {});
  AnnotationReader Reader(Decls, *Memory);
  Reader.read(Context.getTranslationUnitDecl());
  std::vector<Library> Libraries(Rules.libraries());
  std::vector<Resource> Resources(Rules.resources());
  if (!Reader.addTo(Resources, unsigned(Libraries.size())))
    return nullptr;
  Libraries.emplace_back();
  std::vector<std::shared_ptr<const void>> Backing{Memory};
  return std::make_unique<RuleSet>(std::move(Libraries), std::move(Resources),
                                   Rules.digest().str(), Backing);
}

} // namespace dbtidy
