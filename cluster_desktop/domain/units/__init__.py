"""Clusters, schools, departments, their dated names, and the office's own profile."""
