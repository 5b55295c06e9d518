int *zero() { return 0; }
