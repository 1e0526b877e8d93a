"""Acts on what an office sets for its workspace."""
