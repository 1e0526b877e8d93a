"""Whether somebody may be proposed for an award: one function per rule, each with its reason and its law."""
