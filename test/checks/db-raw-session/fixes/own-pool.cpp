// RUN: %check_dbtidy %s db-raw-session %t -std=c++11,c++17,c++20,c++23 \
// RUN:   -options=RuleFiles:%S/Inputs/pool.yaml -fix-alone
// ORACLE-CLEAN: ping(*OUT(Pool), {0, 1})

struct Lease {
  int number;
};

#ifdef DBTIDY_ORACLE
class Pool {
public:
  Lease *get() { return static_cast<Lease *>(oracle_acquire("lease", nullptr)); }
  void put(Lease *lease) { oracle_release("lease", lease); }
};
#else
class Pool {
public:
  Lease *get();
  void put(Lease *lease);
};
#endif

void show(Lease *lease) noexcept;

int ping(Pool &pool, int order) {
  Lease *lease = pool.get();
  if (!lease)
    return 1;
  if (order == 0) {
    pool.put(lease);
    return 2;
  }
  show(lease);
  pool.put(lease);
  show(nullptr);
  return 0;
}

// CHECK-FIXES: #include <memory>
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: // RUN: %check_dbtidy %s db-raw-session %t -std=c++11,c++17,c++20,c++23 \
// CHECK-FIXES-NEXT: // RUN:   -options=RuleFiles:%S/Inputs/pool.yaml -fix-alone
// CHECK-FIXES-NEXT: // ORACLE-CLEAN: ping(*OUT(Pool), {0, 1})
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: struct Lease {
// CHECK-FIXES-NEXT:   int number;
// CHECK-FIXES-NEXT: };
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: #ifdef DBTIDY_ORACLE
// CHECK-FIXES-NEXT: class Pool {
// CHECK-FIXES-NEXT: public:
// CHECK-FIXES-NEXT:   Lease *get() { return static_cast<Lease *>(oracle_acquire("lease", nullptr)); }
// CHECK-FIXES-NEXT:   void put(Lease *lease) { oracle_release("lease", lease); }
// CHECK-FIXES-NEXT: };
// CHECK-FIXES-NEXT: #else
// CHECK-FIXES-NEXT: class Pool {
// CHECK-FIXES-NEXT: public:
// CHECK-FIXES-NEXT:   Lease *get();
// CHECK-FIXES-NEXT:   void put(Lease *lease);
// CHECK-FIXES-NEXT: };
// CHECK-FIXES-NEXT: #endif
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: void show(Lease *lease) noexcept;
// CHECK-FIXES-EMPTY:
// CHECK-FIXES-NEXT: int ping(Pool &pool, int order) {
// CHECK-FIXES-NEXT:   auto leaseRelease = [&](Lease *handle) { pool.put(handle); };
// CHECK-FIXES-NEXT:   std::unique_ptr<Lease, decltype(leaseRelease)> lease(pool.get(), leaseRelease);
// CHECK-FIXES-NEXT:   if (!lease)
// CHECK-FIXES-NEXT:     return 1;
// CHECK-FIXES-NEXT:   if (order == 0) {
// CHECK-FIXES-NEXT:     return 2;
// CHECK-FIXES-NEXT:   }
// CHECK-FIXES-NEXT:   show(lease.get());
// CHECK-FIXES-NEXT:   lease.reset();
// CHECK-FIXES-NEXT:   show(nullptr);
// CHECK-FIXES-NEXT:   return 0;
// CHECK-FIXES-NEXT: }
