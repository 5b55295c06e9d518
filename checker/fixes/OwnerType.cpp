//===- OwnerType.cpp - The owner that a C++ fix writes --------------------===//
//
// See OwnerType.h.
//
//===----------------------------------------------------------------------===//

#include "fixes/OwnerType.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/StringExtras.h"
#include <fmt/format.h>

using namespace clang;

namespace dbtidy {

static const CXXRecordDecl *findRecord(llvm::StringRef QualifiedName,
                                       ASTContext &Context) {
  const DeclContext *Scope = Context.getTranslationUnitDecl();
  llvm::SmallVector<llvm::StringRef, 4> Parts;
  QualifiedName.split(Parts, "::", -1, /*KeepEmpty=*/false);
  const CXXRecordDecl *Found = nullptr;
  for (llvm::StringRef Part : Parts) {
    const DeclContext *Next = nullptr;
    Found = nullptr;
    for (const NamedDecl *D : Scope->lookup(&Context.Idents.get(Part))) {
      if (const auto *T = dyn_cast<TypedefNameDecl>(D))
        D = T->getUnderlyingType()->getAsCXXRecordDecl();
      if (const auto *N = dyn_cast_or_null<NamespaceDecl>(D))
        Next = N;
      else if (const auto *R = dyn_cast_or_null<CXXRecordDecl>(D))
        if (R->getDefinition())
          Next = Found = R->getDefinition();
    }
    if (!Next)
      return nullptr;
    Scope = Next;
  }
  return Found;
}

/// Whether a project's own owner can be used as std::unique_ptr is.
static bool isOwner(const CXXRecordDecl *R, QualType Handle,
                    ASTContext &Context) {
  llvm::SmallVector<llvm::StringRef, 4> Missing = {"get", "reset", "release"};
  for (const CXXMethodDecl *M : R->methods())
    if (M->getDeclName().isIdentifier())
      llvm::erase_if(Missing,
                     [&](llvm::StringRef N) { return N == M->getName(); });
  if (!Missing.empty())
    return false;
  for (const CXXConstructorDecl *C : R->ctors())
    if (C->getNumParams() >= 1 && C->getMinRequiredArguments() <= 1 &&
        C->getParamDecl(0)->getType().getCanonicalType().getUnqualifiedType() ==
            Handle.getCanonicalType().getUnqualifiedType())
      return true;
  return false;
}

/// Attributes of a function that GCC drops from `decltype(&f)`, with a warning.
static bool hasTypeAttributes(const FunctionDecl *F) {
  for (const Attr *A : F->attrs())
    if (isa<NonNullAttr, ReturnsNonNullAttr, WarnUnusedResultAttr, PureAttr,
            ConstAttr, FormatAttr, AllocSizeAttr, RestrictAttr, NoThrowAttr>(A))
      return true;
  for (const ParmVarDecl *P : F->parameters())
    if (P->hasAttrs())
      return true;
  return false;
}

std::optional<OwnerType> ownerTypeFor(QualType Handle, llvm::StringRef Name,
                                      const ReleaseCall &Call,
                                      const Resource &R, OwnerStyle Style,
                                      Declarations &Decls) {
  ASTContext &Context = Decls.context();
  PrintingPolicy Policy = Context.getPrintingPolicy();
  Policy.SuppressTagKeyword = true;
  QualType Pointee = Handle->getPointeeType();
  if (Pointee.isNull() || Pointee.isConstQualified() ||
      Pointee.isVolatileQualified() || Pointee->isFunctionType())
    return std::nullopt;
  OwnerType Result;
  for (llvm::StringRef Owner : R.Owners) {
    if (Owner == "unique_ptr")
      break;
    const CXXRecordDecl *Record = findRecord(Owner, Context);
    if (Record && isOwner(Record, Handle, Context)) {
      Result.Type = Owner.str();
      return Result;
    }
  }

  std::string T = Pointee.getAsString(Policy);
  Result.Header = "memory";
  if (Style != OwnerStyle::DeleterType && Call.Function &&
      (!Context.getLangOpts().CPlusPlus || !isa<CXXMethodDecl>(Call.Function) ||
       cast<CXXMethodDecl>(Call.Function)->isStatic())) {
    std::string Deleter = "decltype(&" + Call.FunctionName + ")";
    if (hasTypeAttributes(Call.Function))
      Deleter = Context.getPointerType(Call.Function->getType())
                    .getCanonicalType()
                    .getAsString(Policy);
    Result.Type = fmt::format("std::unique_ptr<{}, {}>", T, Deleter);
    Result.Deleter = ", &" + Call.FunctionName;
    return Result;
  }
  std::string Parameter = fmt::format("{} *handle", T);
  if (Style == OwnerStyle::DeleterType && !Call.NeedsContext) {
    std::string Struct = Name.str() + "Deleter";
    Struct[0] = llvm::toUpper(Struct[0]);
    Result.Before =
        fmt::format("struct {} {{ void operator()({}) const {{ {}; }} }};",
                    Struct, Parameter, Call.of("handle"));
    Result.Type = fmt::format("std::unique_ptr<{}, {}>", T, Struct);
    return Result;
  }
  std::string Lambda = Name.str() + "Release";
  Result.Before =
      fmt::format("auto {} = [{}]({}) {{ {}; }};", Lambda,
                  Call.NeedsContext ? "&" : "", Parameter, Call.of("handle"));
  Result.Type = fmt::format("std::unique_ptr<{}, decltype({})>", T, Lambda);
  Result.Deleter = ", " + Lambda;
  return Result;
}

} // namespace dbtidy
