"""Field descriptions and the words that records choose from."""
