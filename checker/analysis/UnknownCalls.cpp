//===- UnknownCalls.cpp - Functions that cannot be seen -------------------===//
//
// Calls of functions of which nothing but the declaration is known: what they
// are given they borrow, keep or release, by their names, types and attributes;
// what they hand out is owed by belief. See Solver.h.
//
//===----------------------------------------------------------------------===//

#include "analysis/Solver.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace dbtidy {

//===- Giving -------------------------------------------------------------===//

static bool isConstruction(const CallSite &Site) {
  return isa_and_nonnull<CXXConstructorDecl>(Site.Callee);
}

/// A C++ function of the standard library, which may do anything; those of C
/// keep nothing.
bool Solver::isStandardCpp(const CallSite &Site) const {
  return Site.InSystem && Site.Callee && !Site.Callee->isExternC() &&
         !Site.Callee->getBuiltinID() &&
         Decls.context().getLangOpts().CPlusPlus;
}

/// pthread_setspecific, g_hash_table_insert: a function of a system library
/// that takes any pointer keeps it, but for those that look at memory.
static bool takesUserData(const CallSite &Site, QualType T) {
  return Site.InSystem && !T.isNull() && T->isVoidPointerType() &&
         !llvm::StringRef(Site.Name).contains("mem") &&
         !llvm::StringRef(Site.Name).contains("print");
}

/// `snprintf(text, size, "%p", handle)`: who has the text has the handle.
static bool writesAsText(const CallSite &Site, QualType T) {
  llvm::StringRef Name = Site.Name;
  return T.isNull() && Site.Callee && Site.Callee->isVariadic() &&
         (Name.ends_with("sprintf") || Name.ends_with("snprintf") ||
          Name.ends_with("asprintf") || Name.ends_with("mprintf"));
}

/// Whether a handle that is given away so is somebody else's from here on.
bool Solver::keeps(const State &S, const CallSite &Site, const Given &G) {
  if (writesAsText(Site, G.Type) && !G.IsObject)
    return true;
  if (Site.InLibrary)
    return false;
  // What a callback that is run at once does with its user data is seen here.
  bool UserDataKept = Site.NamedKeep ||
                      (Site.HasCallback ? callbackKeeps(S, Site) : std::nullopt)
                          .value_or(takesUserData(Site, G.Type));
  // A record by value takes the handle in it along.
  return UserDataKept || isConstruction(Site) || G.V.isAggregate() ||
         isStandardCpp(Site) || Unit.options().Unknown == UnknownCallee::Keep;
}

/// \p Handle is what is given, or in it.
void Solver::giveHandle(State &S, const CallSite &Site, const Given &G,
                        Value Handle) {
  bool IsCallers = Handle.isSymbol() &&
                   Vals.symbol(Handle.asSymbol()).K == SymbolInfo::Initial;
  if (Site.NamedRelease && !Site.InLibrary) {
    if (!giveBack(S, Handle) && IsCallers && Decls.handleOf(G.Type) >= 0) {
      logEvent(S, Handle, HandleEvent::ReleasedOtherwise);
      insertSorted(S.Released, Handle);
    }
    forgetRelease(S, Handle); // A name is not enough to tell what is left.
    return;
  }
  if (keeps(S, Site, G)) {
    escape(S, Handle);
    return;
  }
  touch(S, Handle, Site.E);
  // A destructor hands its member to code that is not visible: a guard with
  // a release function of its own.
  if (isa<CXXDestructorDecl>(Facts.Function) && IsCallers)
    insertSorted(S.Kept, Handle);
  if (Held *H = S.held(Handle))
    if (Site.ReturnsHandle == int(Sites[H->Site].Resource) && !Site.InLibrary)
      H->Forwarded = true;
}

/// An argument that an unseen function receives, or the object of a method.
void Solver::giveToUnknown(State &S, const CallSite &Site, const Given &G) {
  Value V = G.V;
  if (!V.isKnown() || V.isInt())
    return;
  if (V.isSymbol() && Elements.count(V.asSymbol()) &&
      (Site.NamedRelease || keeps(S, Site, G)))
    escapeArray(S, V);
  if (closureOf(S, V))
    giveClosure(S, Site, V);
  else if (S.held(V) && G.IsObject)
    touch(S, V, Site.E);
  else if (S.held(V))
    giveHandle(S, Site, G, V);
  else if (V.isAddress() || V.isAggregate())
    giveObject(S, Site, G);
  else if (V.isSymbol())
    givePointer(S, Site, G);
}

static bool isConstMethod(const CallSite &Site) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  return M && M->isConst();
}

/// A variable of ours, by value or by its address, that is no handle itself.
void Solver::giveObject(State &S, const CallSite &Site, const Given &G) {
  PlaceId P = G.V.asPlace();
  QualType T = G.Type;
  bool Indirect = !T.isNull() && (T->isReferenceType() || T->isPointerType());
  bool ByValue = G.V.isAggregate() || (!T.isNull() && T->isReferenceType() &&
                                       T->getPointeeType().isConstQualified());
  // A handle of the caller's, in a parameter that is passed on.
  Value Whole = S.lookup(P) ? Value() : loadPlace(S, P);
  bool IsHandle =
      Decls.handleOf(T.isNull() ? T : T.getNonReferenceType()) >= 0 ||
      (Indirect && Decls.handleOf(T->getPointeeType()) >= 0);
  if (Whole.isSymbol() && IsHandle && !G.IsObject) {
    if (ByValue)
      giveHandle(S, Site, G, Whole);
    else if (!Site.InLibrary)
      escape(S, Whole);
  }
  if (ByValue && !G.IsObject) {
    llvm::SmallVector<Value, 4> Inside;
    for (const State::Binding &B : S.Env)
      if (Vals.within(B.first, P) && S.held(B.second) &&
          Vals.place(B.first).K != PlaceInfo::Owned)
        Inside.push_back(B.second);
    for (Value Each : Inside)
      giveHandle(S, Site, G, Each);
    return;
  }
  if (G.IsObject && isConstMethod(Site))
    return;
  if (Site.InLibrary ||
      (Site.InSystem && !isStandardCpp(Site) && !G.IsObject)) {
    forget(S, P, Site.E);
    return;
  }
  if (isConstruction(Site) && G.IsObject)
    return;
  // The address of a variable that holds a handle, or of the struct around
  // it: the function may do anything with it.
  llvm::SmallVector<Held, 4> Before(S.Resources.begin(), S.Resources.end());
  escapePlace(S, P);
  if (Site.NamedRelease)
    for (const Held &H : Before)
      if (!S.held(H.Handle))
        Sites[H.Site].SeenReleased = true;
  forget(S, P, Site.E);
}

/// Whether the object of the method is itself what a rule calls a handle.
bool Solver::objectIsHandle(const CallSite &Site, SymbolId Object) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  if (M && M->isInstance() && Decls.handleOf(M->getThisType()) >= 0)
    return true;
  // A method of a base: the variable tells.
  const SymbolInfo &Info = Vals.symbol(Object);
  if (Info.K != SymbolInfo::Initial)
    return false;
  QualType T = Vals.typeOf(Info.Place);
  return !T.isNull() && Decls.handleOf(T) >= 0;
}

/// A pointer to memory that is not a variable of ours.
void Solver::givePointer(State &S, const CallSite &Site, const Given &G) {
  SymbolId Sym = G.V.asSymbol();
  const SymbolInfo Info = Vals.symbol(Sym);
  PlaceId Memory = Vals.deref(Sym);
  bool ToMutable = !G.Type.isNull() && G.Type->isPointerType() &&
                   !G.Type->getPointeeType().isConstQualified();
  if (writesAsText(Site, G.Type) && !G.IsObject) {
    escape(S, G.V);
    return;
  }
  if (Site.InSystem && !isStandardCpp(Site)) {
    if (ToMutable)
      forget(S, Memory, Site.E);
    return;
  }
  if (G.IsObject && isConstMethod(Site))
    return;
  bool IsCallers = Info.K == SymbolInfo::Initial;
  bool IsMade = isConstruction(Site) && G.IsObject;
  bool IsHandle = Decls.handleOf(G.Type) >= 0;
  if (IsCallers && G.IsObject && objectIsHandle(Site, Sym)) {
    touch(S, G.V, Site.E);
    return;
  }
  // What is given away of an object of the caller's is the caller's loss.
  if (IsCallers && !IsHandle && (G.IsObject || ToMutable))
    insertSorted(S.Shared, Sym);
  if (Info.Heap && !IsMade)
    insertSorted(S.EscapedHeap, Sym);
  // A handle of the caller's.
  if (IsCallers && !G.IsObject &&
      (IsHandle || isa<CXXDestructorDecl>(Facts.Function))) {
    giveHandle(S, Site, G, G.V);
    return;
  }
  if (!IsMade)
    escapePlace(S, Memory);
  forget(S, Memory, Site.E);
}

//===- Handing out --------------------------------------------------------===//

/// "get", "handle", "current": shows a handle without giving it away.
static bool isAccessor(const CallSite &Site) {
  const auto *M = dyn_cast_or_null<CXXMethodDecl>(Site.Callee);
  if (!M)
    return false;
  if (isa<CXXConversionDecl>(M) || M->isOverloadedOperator())
    return true;
  return M->isConst() && M->getNumParams() == 0;
}

/// Ownership by belief: what this function releases on one path, it owns.
/// A handle handed out through a pointer, with a status: whether zero means
/// success is for the code to tell, so both are tried. \returns whether there
/// is such a pointer among the arguments.
bool Solver::handsOutByBelief(const State &S, const CallSite &Site,
                              Splits &Out) {
  if (Site.InLibrary || Site.InSystem || Site.NamedRelease || !Site.Callee ||
      isConstruction(Site))
    return false;
  for (unsigned A = 0; A < Site.Args.size() && A < Site.ParamTypes.size();
       ++A) {
    QualType T = Site.ParamTypes[A];
    if (!T->isPointerType() && !T->isReferenceType())
      continue;
    if (T->getPointeeType().isConstQualified() || Decls.handleOf(T) >= 0)
      continue;
    int Resource = Decls.handleOf(T->getPointeeType());
    PlaceId P = Vals.pointee(reg(S, Site.Args[A]));
    if (Resource < 0 || P == NoId || !isLocal(P))
      continue;
    bool HasStatus =
        Site.Callee->getReturnType()->isIntegralOrEnumerationType();
    for (bool Zero : {true, false}) {
      State Hypothesis = S;
      unsigned Number = 70 + 2 * A + Zero;
      Value Handle = makeFresh(Hypothesis, Site.E, Number);
      unsigned SiteIndex =
          Sites.siteFor(Site.E, Number, unsigned(Resource), Site.Name, true);
      own(Hypothesis, SiteIndex, Handle, Value());
      storePlace(Hypothesis, P, Handle, Site.E);
      Value Status;
      if (HasStatus) {
        Status = makeFresh(Hypothesis, Site.E, 0);
        if (!refine(Hypothesis, Status.asSymbol(),
                    Zero ? Relation::EQ : Relation::NE, 0))
          continue;
      }
      Out.push_back({std::move(Hypothesis), Status});
      if (!HasStatus)
        break;
    }
    return true;
  }
  return false;
}

/// `if (!check(handle))`: what becomes of the handle may hang on the answer.
void Solver::noteAsked(State &S, const CallSite &Site) {
  if (!Site.Callee->getReturnType()->isIntegralOrEnumerationType())
    return;
  for (RegId A : Site.Args)
    if (Held *H = S.held(reg(S, A))) {
      H->Asked = &Site;
      Unit.answers().asked(Site.Callee, Site.E);
    }
}

void Solver::unknownCall(State S, const Instruction &I, const CallSite &Site,
                         Splits &Out) {
  for (unsigned A = 0; A < Site.Args.size(); ++A)
    giveToUnknown(S, Site, {reg(S, Site.Args[A]), Site.paramType(A)});
  if (Site.Object != NoReg)
    giveToUnknown(S, Site,
                  {reg(S, Site.Object), QualType(), /*IsObject=*/true});
  for (auto [Index, Keeps] : Site.Takes) {
    Value V = argument(S, Site, Index);
    if (const Held *H = S.held(V)) {
      if (!Keeps)
        Sites[H->Site].SeenReleased = true;
      escape(S, V);
    }
  }
  if (handsOutByBelief(S, Site, Out))
    return;

  Value Result = makeFresh(S, Site.E, 0);
  bool Unseen =
      !Site.InLibrary && !Site.InSystem && Site.Known == KnownCallee::None;
  if (Unseen && Site.Callee)
    noteAsked(S, Site);
  if (Site.ReturnsHandle >= 0 && Unseen && !isAccessor(Site) &&
      !isConstruction(Site)) {
    bool Owned = Site.GivesOwnership ||
                 Rules.resources()[Site.ReturnsHandle].AlwaysOwned;
    unsigned SiteIndex = Sites.siteFor(Site.E, 0, unsigned(Site.ReturnsHandle),
                                       Site.Name, !Owned);
    own(S, SiteIndex, Result, Value());
  }
  Out.push_back({std::move(S), Result});
}

} // namespace dbtidy
