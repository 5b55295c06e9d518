//===- Declarations.cpp - Rules matched against declarations --------------===//
//
// See Declarations.h.
//
//===----------------------------------------------------------------------===//

#include "facts/Declarations.h"
#include "clang/AST/DeclCXX.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

using namespace clang;

namespace dbtidy {

Declarations::Declarations(ASTContext &Context, const RuleSet &Rules,
                           MacroLookup Macros)
    : Context(Context), Rules(Rules), Macros(std::move(Macros)) {
  for (const Resource &R : Rules.resources())
    for (const CallRule &C : R.Calls)
      MacroRules |= C.Form == CalleeForm::Macro;
}

static bool mentions(const DeclContext *DC, const RuleSet &Rules) {
  for (const Decl *D : DC->decls()) {
    if (const auto *F = dyn_cast<FunctionDecl>(D)) {
      const IdentifierInfo *II = F->getIdentifier();
      if (II && F->isReferenced() && !Rules.callsNamed(II->getName()).empty())
        return true;
    } else if (isa<LinkageSpecDecl>(D)) {
      if (mentions(cast<DeclContext>(D), Rules))
        return true;
    }
  }
  return false;
}

bool Declarations::mentionsAnyRule() const {
  bool NeedsDecls = false;
  for (llvm::StringRef Name : Rules.calleeNames()) {
    if (Name != "delete" && Context.Idents.find(Name) == Context.Idents.end())
      continue;
    for (const CallRule *R : Rules.callsNamed(Name)) {
      if (R->What == Effect::Borrow || R->What == Effect::Query ||
          R->What == Effect::Use)
        continue;
      if (R->Form == CalleeForm::Function &&
          !llvm::StringRef(R->Callee).contains("::")) {
        // The prototype alone, from a header, says nothing.
        NeedsDecls = true;
        continue;
      }
      if (R->Form == CalleeForm::Delete) {
        // Only matters together with an acquisition, which is another rule,
        // or a handle that comes from a function nothing is known of.
        const Resource &Res = Rules.resources()[R->Resource];
        for (llvm::StringRef H : Res.Handles) {
          llvm::StringRef Base = lastComponent(H.rtrim(" *&").split('<').first);
          if (Context.Idents.find(Base) != Context.Idents.end())
            return true;
        }
        continue;
      }
      // A method or qualified function: its scope must be known here too.
      llvm::StringRef Scope = llvm::StringRef(R->Callee);
      Scope = Scope.substr(0, Scope.size() - lastComponent(Scope).size());
      Scope.consume_back("::");
      Scope = lastComponent(Scope);
      if (Scope.empty() || Context.Idents.find(Scope) != Context.Idents.end())
        return true;
    }
  }
  return NeedsDecls && mentions(Context.getTranslationUnitDecl(), Rules);
}

std::string Declarations::qualifiedName(const NamedDecl *D) {
  llvm::SmallVector<llvm::StringRef, 6> Parts;
  std::string Own = D->getDeclName().isIdentifier() ? D->getName().str()
                                                    : D->getNameAsString();
  if (const auto *C = dyn_cast<CXXConstructorDecl>(D))
    D = C->getParent(), Own = C->getParent()->getName().str();
  for (const DeclContext *DC = D->getDeclContext();
       DC && !DC->isTranslationUnit(); DC = DC->getParent()) {
    if (const auto *NS = dyn_cast<NamespaceDecl>(DC)) {
      if (!NS->isInline() && !NS->isAnonymousNamespace())
        Parts.push_back(NS->getName());
    } else if (const auto *R = dyn_cast<TagDecl>(DC)) {
      if (R->getIdentifier())
        Parts.push_back(R->getName());
      else if (const TypedefNameDecl *T = R->getTypedefNameForAnonDecl())
        Parts.push_back(T->getName());
    }
  }
  std::string Name;
  for (llvm::StringRef P : llvm::reverse(Parts))
    Name += (P + "::").str();
  return Name + Own;
}

/// Whether \p R, or a base of it, is called \p Name.
static bool isOrDerivesFrom(const CXXRecordDecl *R, llvm::StringRef Name,
                            unsigned Depth = 0) {
  if (Declarations::qualifiedName(R) == Name)
    return true;
  if (!R->hasDefinition() || Depth > 8)
    return false;
  for (const CXXBaseSpecifier &B : R->bases())
    if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl())
      if (isOrDerivesFrom(Base, Name, Depth + 1))
        return true;
  return false;
}

bool Declarations::matches(const CallRule &R, const FunctionDecl *F) const {
  if (R.Parameters && *R.Parameters != F->getNumParams())
    return false;
  switch (R.Form) {
  case CalleeForm::Function:
    if (const auto *M = dyn_cast<CXXMethodDecl>(F); M && !M->isStatic())
      return false;
    return qualifiedName(F) == R.Callee ||
           (F->isExternC() && F->getName() == R.Callee);
  case CalleeForm::Method: {
    const auto *M = dyn_cast<CXXMethodDecl>(F);
    if (!M || isa<CXXConstructorDecl, CXXDestructorDecl>(M))
      return false;
    llvm::StringRef Class = R.Callee;
    Class = Class.substr(0, Class.size() - lastComponent(Class).size());
    Class.consume_back("::");
    return isOrDerivesFrom(M->getParent(), Class);
  }
  case CalleeForm::Constructor: {
    const auto *C = dyn_cast<CXXConstructorDecl>(F);
    return C && !C->isCopyOrMoveConstructor() && qualifiedName(C) == R.Callee;
  }
  case CalleeForm::Member:
  case CalleeForm::Macro:
  case CalleeForm::Delete:
    return false;
  }
  return false;
}

const Declarations::RuleList &Declarations::rulesFor(const FunctionDecl *F) {
  F = F->getCanonicalDecl();
  auto [It, New] = Known.try_emplace(F);
  if (!New)
    return It->second;
  llvm::StringRef Name;
  if (const auto *C = dyn_cast<CXXConstructorDecl>(F)) {
    if (C->getParent()->getIdentifier())
      Name = C->getParent()->getName();
  } else if (F->getIdentifier()) {
    Name = F->getName();
  }
  RuleList Found;
  if (!Name.empty())
    for (const CallRule *R : Rules.callsNamed(Name))
      if (matches(*R, F))
        Found.push_back(R);
  return Known[F] = std::move(Found);
}

const Declarations::RuleList &
Declarations::rulesForMember(const FieldDecl *Field) {
  auto [It, New] = Known.try_emplace(Field);
  if (!New)
    return It->second;
  RuleList Found;
  if (Field->getIdentifier())
    for (const CallRule *R : Rules.callsNamed(Field->getName()))
      if (R->Form == CalleeForm::Member) {
        std::string Name = qualifiedName(Field);
        llvm::StringRef Struct = R->Callee;
        Struct = Struct.substr(0, Struct.size() - lastComponent(Struct).size());
        Struct.consume_back("::");
        bool Match = Name == R->Callee;
        // `typedef struct st_api Api;` may be named by either.
        if (!Match)
          if (const auto *TD =
                  dyn_cast_or_null<TypedefNameDecl>(findType(Struct)))
            if (const RecordDecl *RD =
                    TD->getUnderlyingType()->getAsRecordDecl())
              Match = RD->getCanonicalDecl() ==
                      Field->getParent()->getCanonicalDecl();
        if (Match)
          Found.push_back(R);
      }
  return Known[Field] = std::move(Found);
}

Declarations::RuleList Declarations::rulesForMacro(llvm::StringRef Name) const {
  RuleList Found;
  for (const CallRule *R : Rules.callsNamed(Name))
    if (R->Form == CalleeForm::Macro)
      Found.push_back(R);
  return Found;
}

Declarations::RuleList Declarations::rulesForDelete(QualType Pointer) {
  RuleList Found;
  int Resource = handleOf(Pointer);
  for (const CallRule *R : Rules.callsNamed("delete"))
    if (R->Form == CalleeForm::Delete && int(R->Resource) == Resource)
      Found.push_back(R);
  return Found;
}

const TypeDecl *Declarations::findType(llvm::StringRef Name) const {
  return dyn_cast_or_null<TypeDecl>(findScope(Name));
}

const Decl *Declarations::findScope(llvm::StringRef Name) const {
  const DeclContext *DC = Context.getTranslationUnitDecl();
  const Decl *Found = nullptr;
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  Name.split(Parts, "::", -1, /*KeepEmpty=*/false);
  for (llvm::StringRef Part : Parts) {
    Part = Part.trim();
    auto II = Context.Idents.find(Part);
    if (!DC || II == Context.Idents.end())
      return nullptr;
    Found = nullptr;
    for (const NamedDecl *D : DC->lookup(DeclarationName(II->second)))
      if (isa<TypeDecl, NamespaceDecl>(D))
        Found = D;
    DC = dyn_cast_or_null<DeclContext>(Found);
  }
  return Found;
}

void Declarations::findHandleTypes() {
  HandleTypesFound = true;
  for (unsigned I = 0; I < Rules.resources().size(); ++I)
    for (llvm::StringRef Spelled : Rules.resources()[I].Handles) {
      unsigned Depth = Spelled.count('*');
      llvm::StringRef Base = Spelled.rtrim(" *&").trim();
      for (llvm::StringRef Word : {"const ", "struct ", "class ", "enum "}) {
        Base.consume_front(Word);
        Base = Base.trim();
      }
      const TypeDecl *TD = findType(Base);
      if (!TD)
        continue;
      QualType Canonical =
          Context.getTypeDeclType(TD).getCanonicalType().getUnqualifiedType();
      if (const auto *TN = dyn_cast<TypedefNameDecl>(TD)) {
        SugarHandles.push_back({TN->getCanonicalDecl(), Depth, int(I)});
        // `typedef void *SQLHSTMT`: only the name tells it from another.
        QualType Inner = Canonical;
        while (Inner->isPointerType())
          Inner = Inner->getPointeeType();
        if (Inner->isBuiltinType())
          continue;
      }
      for (unsigned D = 0; D < Depth; ++D)
        Canonical = Context.getPointerType(Canonical);
      CanonicalHandles.try_emplace(Canonical.getCanonicalType().getTypePtr(),
                                   int(I));
    }
}

int Declarations::handleOf(QualType T) {
  if (T.isNull())
    return -1;
  if (!HandleTypesFound)
    findHandleTypes();
  if (CanonicalHandles.empty() && SugarHandles.empty())
    return -1;
  auto [It, New] = HandleCache.try_emplace(T.getTypePtr(), -1);
  if (!New)
    return It->second;

  int Result = -1;
  QualType Q = T;
  unsigned Depth = 0;
  while (Result < 0) {
    if (const auto *TT = dyn_cast<TypedefType>(Q.getTypePtr()))
      for (const SugarHandle &S : SugarHandles)
        if (S.Depth == Depth && S.Name == TT->getDecl()->getCanonicalDecl())
          Result = S.Resource;
    QualType Next = Q.getSingleStepDesugaredType(Context);
    if (Next.getTypePtr() == Q.getTypePtr()) {
      if (!Q->isPointerType())
        break;
      Next = Q->getPointeeType();
      ++Depth;
    }
    Q = Next;
  }
  if (Result < 0) {
    // `const PGconn *` is a PGconn handle too.
    QualType C = T.getCanonicalType().getUnqualifiedType();
    if (C->isPointerType() && !C->getPointeeType()->isPointerType())
      C = Context.getPointerType(C->getPointeeType().getUnqualifiedType())
              .getCanonicalType();
    auto Found = CanonicalHandles.find(C.getTypePtr());
    if (Found != CanonicalHandles.end())
      Result = Found->second;
  }
  return HandleCache[T.getTypePtr()] = Result;
}

bool Declarations::reachesHandle(QualType T) {
  if (T.isNull() || T->isDependentType())
    return false;
  T = T.getNonReferenceType();
  if (handleOf(T) >= 0)
    return true;
  if (T->isPointerType())
    T = T->getPointeeType();
  if (handleOf(T) >= 0)
    return true;
  return T->isRecordType();
}

bool Declarations::inLibrary(const Decl *D) {
  const SourceManager &SM = Context.getSourceManager();
  if (D->getLocation().isInvalid())
    return false; // Declared by the compiler itself.
  FileID File = SM.getFileID(SM.getExpansionLoc(D->getLocation()));
  auto [It, New] = LibraryFile.try_emplace(File, 0);
  if (!New)
    return It->second;
  llvm::StringRef Path = SM.getFilename(SM.getExpansionLoc(D->getLocation()));
  int Result = 0;
  // A folder that a project calls "mysql" is not the library's.
  bool System = SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation()));
  if (!Path.empty() && File != SM.getMainFileID()) {
    for (unsigned I = 0; System && I < Rules.resources().size() && !Result; ++I)
      Result = Rules.declaresHeader(I, Path);
    for (const Library &L : Rules.libraries())
      for (llvm::StringRef Header : L.Headers)
        if (!Header.empty() && Header.back() != '/' && Path.ends_with(Header)) {
          llvm::StringRef Rest = Path.drop_back(Header.size());
          if (Rest.empty() || Rest.back() == '/')
            Result = 1;
        }
  }
  LibraryFile[File] = Result;
  return Result != 0;
}

bool Declarations::inSystemHeader(const Decl *D) const {
  const SourceManager &SM = Context.getSourceManager();
  return SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())) ||
         D->getLocation().isInvalid();
}

} // namespace dbtidy
