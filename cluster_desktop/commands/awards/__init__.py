"""Acts of the award year: register, nominate, vote, decide."""
