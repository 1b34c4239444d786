"""Questions a round asks about leaves, and what units answered."""
