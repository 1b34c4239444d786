"""Units by field with best, worst and mean, and how indexes and levels are spread."""
