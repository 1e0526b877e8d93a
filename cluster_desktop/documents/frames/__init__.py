"""Parts that documents share: heading, number, bases, signature, distribution."""
