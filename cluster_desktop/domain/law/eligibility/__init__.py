"""Eligibility for an award: one function per rule, each with its reason and its law."""
