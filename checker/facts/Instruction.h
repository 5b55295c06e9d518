//===- Instruction.h - The facts of one function ----------------*- C++ -*-===//
//
// A function as a small register program: what the solver needs of its AST
// and CFG and nothing else. Made by FactsBuilder, read by the transfer
// functions. Registers are written before they are read; those that cross a
// block boundary are marked in FunctionFacts::Crosses.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FACTS_INSTRUCTION_H
#define DBTIDY_FACTS_INSTRUCTION_H

#include "facts/ScopeTree.h"
#include "model/Rule.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/SmallVector.h"
#include <string>
#include <vector>

namespace dbtidy {

using RegId = unsigned;
constexpr RegId NoReg = ~0u;

enum class Opcode : uint8_t {
  Constant,        ///< Dst = Imm
  FunctionAddress, ///< Dst = D
  This,            ///< Dst = this
  VarAddress,      ///< Dst = &D
  FieldAddress,    ///< Dst = &A->D
  ElementAddress,  ///< Dst = &A[Imm], or &A[?] where B is not constant
  TempAddress,     ///< Dst = the address of a temporary that holds A
  Load,            ///< Dst = *A
  LoadAggregate,   ///< Dst = a copy of the record *A
  MoveAggregate,   ///< the same, and *A gives up what it owned
  Store,           ///< *A = B
  BindReference,   ///< D refers to A from here on
  Declare,         ///< D starts its life with no known value
  Compare,         ///< Dst = A Rel B
  Mask,            ///< Dst = A & B
  Or,              ///< Dst = A | B
  Add,             ///< Dst = A + Imm
  Not,             ///< Dst = !A
  Copy,            ///< Dst = A; Dst may be written in several blocks
  Opaque,          ///< Dst = unknown
  Modify,          ///< *A = unknown
  Call,            ///< Dst = call
  Closure,         ///< Dst = a lambda object; Call->E is the LambdaExpr
  Escape,          ///< whatever A is or points to is kept by somebody else
  Return,          ///< leaves the function with A
  Throw,           ///< leaves by an exception of type Thrown; with Imm, or of
                   ///< one derived from it
  Stop,            ///< control does not get past here
  MayThrow,        ///< an exception of unknown type may leave here
  EndStatement     ///< temporaries of the full expression die
};

/// Callees whose meaning the engine knows without a rule: the language's and
/// the standard library's own.
enum class KnownCallee : uint8_t {
  None,
  Identity,     ///< Returns its first argument: std::move, forward, launder.
  AddressOf,    ///< std::addressof
  Swap,         ///< std::swap(a, b)
  Exchange,     ///< std::exchange(a, v)
  Allocate,     ///< malloc, calloc, operator new
  Reallocate,   ///< realloc
  Deallocate,   ///< free, delete
  CopyMemory,   ///< memcpy(to, from, n)
  OwnerMake,    ///< constructor of a smart pointer
  OwnerGet,     ///< get, operator->, operator*, operator bool
  OwnerRelease, ///< release: gives the handle up
  OwnerReset,   ///< reset: releases, takes another one
  OwnerAssign,  ///< operator= of a smart pointer
  OwnerSwap,
  PairMake,  ///< constructor of std::pair; std::make_pair
  PairGet,   ///< std::get of a std::pair
  StdBorrow, ///< a standard function that keeps nothing it is given
  Fork       ///< fork, vfork
};

/// One call, constructor call, `new` or `delete`.
struct CallSite {
  const clang::Expr *E = nullptr;
  const clang::FunctionDecl *Callee = nullptr; ///< Null through a pointer.
  std::string Name;                            ///< As diagnostics name it.
  llvm::SmallVector<RegId, 4> Args;
  llvm::SmallVector<clang::QualType, 4> ParamTypes;
  RegId Object = NoReg; ///< Address of the object of a method or constructor.
  RegId Target = NoReg; ///< The called pointer.
  llvm::SmallVector<const CallRule *, 2> Rules;
  /// Those of them whose `when` asks for an argument that is no constant.
  llvm::SmallVector<const CallRule *, 1> Undecided;
  KnownCallee Known = KnownCallee::None;
  int ReturnsHandle = -1; ///< Resource whose handle type the call returns.
  bool MayThrow = false;
  bool IsVirtual = false;    ///< The callee is only known at run time.
  bool InLibrary = false;    ///< Declared by a header of a described library.
  bool InSystem = false;     ///< Declared by a system header.
  bool NamedRelease = false; ///< The name says that it takes a handle back.
  bool NamedKeep = false;    ///< The name says that it keeps what it is given.
  /// An attribute says that the returned handle is the caller's.
  bool GivesOwnership = false;
  /// Arguments that an attribute says are released (false) or kept (true).
  llvm::SmallVector<std::pair<unsigned, bool>, 1> Takes;
  bool HasCallback = false; ///< A function is among the arguments.

  /// The type of a parameter; null where it is not known.
  clang::QualType paramType(unsigned N) const {
    return N < ParamTypes.size() ? ParamTypes[N] : clang::QualType();
  }
};

struct Instruction {
  Opcode Op;
  clang::BinaryOperatorKind Rel = clang::BO_EQ;
  ScopeId Scope = 0;
  RegId Dst = NoReg, A = NoReg, B = NoReg;
  int64_t Imm = 0;
  const clang::Decl *D = nullptr;
  const clang::Stmt *S = nullptr;
  CallSite *Call = nullptr;
  clang::QualType Thrown;
};

} // namespace dbtidy

#endif // DBTIDY_FACTS_INSTRUCTION_H
