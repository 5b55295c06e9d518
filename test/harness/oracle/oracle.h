//===- oracle.h - What a driven test may say to the oracle --------*- C -*-===//
//
// Included before the source of a test, by the driver that run_oracle.py writes
// for it; C and C++. A test uses it between #ifdef DBTIDY_ORACLE and #endif, to
// define functions of its own that acquire and release, and in the arguments of
// its ORACLE directives (LEND, OUT).
//
//===----------------------------------------------------------------------===//

#ifndef DBTIDY_ORACLE_ORACLE_H
#define DBTIDY_ORACLE_ORACLE_H

#define DBTIDY_ORACLE 1

#ifdef __cplusplus
extern "C" {
#endif

/// A new handle of the kind; null where the plan lets the call fail.
void *oracle_acquire(const char *Kind, const void *Parent);
/// Gives a handle of the kind back.
void oracle_release(const char *Kind, const void *Handle);
/// Whether the handle may be used; an error of the test if not.
int oracle_use(const char *Function, const void *Handle);
/// One of 0 to Options - 1, by the plan.
int oracle_choose(int Options);

// For the macros below and the driver.
void oracle_lend(int On);
void *oracle_slot(unsigned long Size);
void *oracle_handle(const char *Kind);
void oracle_returned(long Value);

#ifdef __cplusplus
}
#endif

/// LEND(EXPRESSION): its value. The handles in it belong to the caller of the
/// tested function: its calls do not fail, and what it acquires is no leak.
#ifdef __cplusplus
#define LEND(...) (oracle_lend(1), oracle::lent(__VA_ARGS__))
#else
#define LEND(...)                                                              \
  __extension__({                                                              \
    oracle_lend(1);                                                            \
    __typeof__(__VA_ARGS__) Lent = (__VA_ARGS__);                              \
    oracle_lend(0);                                                            \
    Lent;                                                                      \
  })
#endif

/// The address of a zeroed variable of the type. It is the caller's: a handle
/// that is stored there is handed out.
#define OUT(...) ((__typeof__(__VA_ARGS__) *)oracle_slot(sizeof(__VA_ARGS__)))

#ifdef __cplusplus

#include <type_traits>
#include <utility>

namespace oracle {
template <class T> T lent(T Value) {
  oracle_lend(0);
  return Value;
}

/// Checks for leaks; the words of the object at Data count as handed out.
void returnedObject(const void *Data, unsigned long Size);
void returnedNothing();

template <class T>
typename std::enable_if<std::is_integral<T>::value || std::is_enum<T>::value ||
                        std::is_floating_point<T>::value>::type
returned(const T &Value) {
  oracle_returned(static_cast<long>(Value));
}
template <class T> void returned(T *const &Value) {
  oracle_returned(reinterpret_cast<long>(Value));
}
inline void returned(std::nullptr_t) { oracle_returned(0); }
template <class T>
typename std::enable_if<std::is_class<T>::value ||
                        std::is_union<T>::value>::type
returned(const T &Value) {
  returnedObject(&Value, sizeof(Value));
}

template <class F>
typename std::enable_if<
    std::is_void<decltype(std::declval<F>()())>::value>::type
call(F Function) {
  Function();
  returnedNothing();
}
template <class F>
typename std::enable_if<
    !std::is_void<decltype(std::declval<F>()())>::value>::type
call(F Function) {
  auto &&Value = Function();
  returned(Value);
}
} // namespace oracle

#define ORACLE_CALL(...)                                                       \
  oracle::call([&]() -> decltype(__VA_ARGS__) { return __VA_ARGS__; })

#else

#define ORACLE_CALL(...)                                                       \
  oracle_returned((long)__builtin_choose_expr(                                 \
      __builtin_types_compatible_p(__typeof__(__VA_ARGS__), void),             \
      ((__VA_ARGS__), 0), (__VA_ARGS__)))

#endif

#endif // DBTIDY_ORACLE_ORACLE_H
