"""Acts on units: roles, names, mergers, pledge, hand-over."""
