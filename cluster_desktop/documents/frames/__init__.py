"""What documents share: heading, number, bases, signature, distribution."""
