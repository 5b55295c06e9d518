extern int Announced; // Others are told of it, and may change it.
