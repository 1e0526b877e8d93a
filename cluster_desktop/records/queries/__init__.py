"""Reads: functions of a session that give frozen rows."""
