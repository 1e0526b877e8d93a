"""Score sheets of a cluster's year: criteria, points, totals and the vote."""
