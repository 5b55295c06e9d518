//===- Registry.h - The handles that a run has acquired --------*- C++ -*-===//
//
// What the counting libraries are made of: every handle has an entry with its
// kind, its number, its parent and what was borrowed from it. A handle's memory
// is kept to the end of a run, so that no number is given out twice, and is
// poisoned when the handle is released.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ORACLE_REGISTRY_H
#define DBTIDY_ORACLE_REGISTRY_H

#include <cstddef>

namespace oracle {

struct Handle {
  const char *Kind; ///< The handle's type, as C spells it.
  int Number;       ///< Counted from 0 in each run.
  void *Memory;
  size_t Size;
  bool InPlace; ///< The memory is the caller's.
  bool Live;
  bool Lent;      ///< The caller of the tested function owns it.
  bool HandedOut; ///< Found where the caller can reach it.
  bool Refused;   ///< Its release was refused: who goes on to use it errs.
  Handle *Parent;
  int State; ///< For the library that made it.
};

/// A new handle with zeroed memory of that size.
Handle *acquire(const char *Function, const char *Kind, size_t Size = 64,
                const void *Parent = nullptr);
/// The same in memory of the caller's.
Handle *acquireInPlace(const char *Function, const char *Kind, void *Memory,
                       const void *Parent = nullptr);

/// The newest handle in that memory; null if there never was one.
Handle *find(const void *Memory);

/// The live handle of the kind; an error is noted, and null returned, where it
/// is none. A null kind stands for all.
Handle *use(const char *Function, const char *Kind, const void *Memory);

enum class NullRelease { Harmless, Harmful };

/// Ends a handle's life and that of what was borrowed from it. Notes an error
/// and returns null if there is none of the kind, or if it has live children
/// and ChildrenFirst; then those are released too, as a library would crash.
Handle *release(const char *Function, const char *Kind, const void *Memory,
                NullRelease OfNull = NullRelease::Harmless);

bool hasLiveChildren(const Handle *Parent, const char *Kind = nullptr);
void releaseChildren(const char *Function, const Handle *Parent);

/// A copy of the text that lives as long as the handle, or, if that is null, to
/// the end of the run.
char *borrow(const Handle *Owner, const char *Text);

/// Marks the live handles that words in this range refer to, directly or
/// through heap blocks.
void handOut(const void *Begin, size_t Size);
/// Marks those that global variables refer to.
void handOutGlobals();

/// Writes the leaks to the outcome.
void countLeaks();

void setLending(bool On);
bool isLending();

/// Forgets everything: a new run begins.
void resetRegistry();

/// "PGconn#0", "null", or empty for what is no handle.
const char *nameOf(const void *Memory, char (&Buffer)[64]);

/// Notes an error if the address is that of a text borrowed from a handle that
/// was released. Returns the text, or null if the address is none's.
const char *borrowedText(const char *User, const void *Address);

} // namespace oracle

#endif // DBTIDY_ORACLE_REGISTRY_H
