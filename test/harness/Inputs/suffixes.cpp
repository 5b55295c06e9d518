int *zero() { return 0; }
// CHECK-MESSAGES-ON: :[[@LINE-1]]:22: warning: use nullptr
// CHECK-MESSAGES-OTHER: :[[@LINE-2]]:22: warning: something else
