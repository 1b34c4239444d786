"""What was published of other years, for comparison; it reads publications and needs no other feature."""
