"""The law as data: catalogue, regimes by date, bonus money, eligibility."""
