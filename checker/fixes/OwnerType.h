//===- OwnerType.h - The owner that a C++ fix writes ------------*- C++ -*-===//
//
// The type of an RAII owner for one handle, the argument that names its
// deleter, and the declaration that has to stand before it, if any. Text only.
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_FIXES_OWNERTYPE_H
#define DBTIDY_FIXES_OWNERTYPE_H

#include "facts/Declarations.h"
#include "fixes/Fix.h"
#include "fixes/ReleaseCall.h"
#include <optional>

namespace dbtidy {

struct OwnerType {
  std::string Type;
  /// Follows the handle in the constructor: `, &close`, or nothing.
  std::string Deleter;
  /// A statement to be written before, without a line break; mostly none.
  std::string Before;
  /// The standard header of Type; empty for a project's own.
  std::string Header;
};

/// The owner of the handle \p Name of type \p Handle, a pointer, that \p Call
/// releases. None where the language or the rule offers none.
std::optional<OwnerType> ownerTypeFor(clang::QualType Handle,
                                      llvm::StringRef Name,
                                      const ReleaseCall &Call,
                                      const Resource &R, OwnerStyle Style,
                                      Declarations &Decls);

} // namespace dbtidy

#endif // DBTIDY_FIXES_OWNERTYPE_H
