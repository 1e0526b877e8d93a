"""Eligibility verdicts and the law's figures on screen."""
