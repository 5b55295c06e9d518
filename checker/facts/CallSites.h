//===- CallSites.h - What is known of a call before it is run ---*- C++ -*-===//
//
// Fills in a CallSite from a callee's declaration: rules, known standard
// functions, names, exceptions. Used by FactsBuilder, and by the solver once it
// knows where a pointer leads.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_CALLSITES_H
#define DBTIDY_FACTS_CALLSITES_H

#include "facts/Declarations.h"
#include "facts/ExceptionModel.h"
#include "facts/Instruction.h"

namespace dbtidy {

/// Whether \p R is a class whose destructor releases the handle it was given:
/// the standard smart pointers and those modelled on them.
bool isSmartPointer(const clang::CXXRecordDecl *R);

/// Whether \p F is `free` or one of its kind.
bool freesMemory(const clang::FunctionDecl *F);

/// Describes a call of the declared function \p F.
void describeCallee(CallSite &Site, const clang::FunctionDecl *F,
                    Declarations &Decls, ExceptionModel &Exceptions);
/// Describes a call through the pointer \p Callee.
void describeIndirect(CallSite &Site, const clang::Expr *Callee,
                      Declarations &Decls, ExceptionModel &Exceptions);
/// Drops the rules whose `when` does not hold for \p Args.
void applyArgumentConditions(CallSite &Site,
                             llvm::ArrayRef<const clang::Expr *> Args,
                             Declarations &Decls);

/// Whether \p F never returns: by attribute, by its body, or by its name where
/// there is no body.
bool neverReturns(const clang::FunctionDecl *F, Declarations &Decls);

} // namespace dbtidy

#endif // DBTIDY_FACTS_CALLSITES_H
