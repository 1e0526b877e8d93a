"""Reads for eligibility: everybody with what the register holds of them."""
