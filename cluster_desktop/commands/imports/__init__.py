"""From the rows of somebody's table to a plan of what would be written, with every question it leaves open."""
