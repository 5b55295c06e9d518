int *zero() { return 0; }
int *none() { return nullptr; }
// CHECK-MESSAGES: :[[@LINE-2]]:22: warning: use nullptr
// CHECK-MESSAGES: :[[@LINE-2]]:22: warning: use nullptr
