"""Sổ Thi Đua: the emulation and commendation book of a cluster of schools."""

__version__ = "0.1.0"
