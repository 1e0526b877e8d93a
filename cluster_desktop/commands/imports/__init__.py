"""Plan an import from the rows of somebody's table, with every question it leaves open, and carry it out."""
