int Defined = NAME;
