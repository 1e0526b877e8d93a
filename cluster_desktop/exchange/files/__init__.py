"""Somebody's file: read once, named for what it is, and taken apart in a process with limits."""
