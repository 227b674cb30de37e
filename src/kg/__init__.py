"""A knowledge graph of published child-safeguarding case reviews."""
