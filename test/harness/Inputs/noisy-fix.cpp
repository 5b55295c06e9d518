int *zero() { return 0; }
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: use nullptr
// CHECK-FIXES: int *zero() { return nullptr; }
int twice(int A) { return A > 1 ? 2 : 2; }
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: conditional operator with identical true and false expressions
