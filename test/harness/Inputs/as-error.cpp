int *zero() { return 0; }
// CHECK-MESSAGES: :[[@LINE-1]]:22: error: use nullptr [modernize-use-nullptr,-warnings-as-errors]
