"""Certificates: layouts in millimetres, borders, fitting text, batches."""
