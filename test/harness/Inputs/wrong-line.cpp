int *zero() { return 0; }

// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: use nullptr
