//===- Unknown.h - Functions that a test declares and nobody defines
//-------===//
//
// run_oracle.py writes a definition for each of them, which comes here. What
// they are given has to be in order; what they return, and whether they throw,
// is the plan's choice.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ORACLE_UNKNOWN_H
#define DBTIDY_ORACLE_UNKNOWN_H

namespace oracle {

enum class Returns { Nothing, Number, Truth, Text, Handle, Pointer };

struct Unknown {
  const char *Name;
  int Arguments; ///< How many of the words are arguments; 6 at most.
  Returns Kind;
  const char *HandleKind; ///< Of what it returns.
  bool MayThrow;
  bool MayFail; ///< False for functions of a library: they return 0.
  const long *Values;
  int ValueCount;
  int Calls; ///< In this run.
  void *Returned;
};

long callUnknown(Unknown &Function, const long (&Words)[6]);

} // namespace oracle

#endif // DBTIDY_ORACLE_UNKNOWN_H
