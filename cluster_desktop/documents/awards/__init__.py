"""Documents about awards: nominations, councils, decisions, dossiers, the register."""
