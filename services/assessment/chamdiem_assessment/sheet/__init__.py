"""A unit's sheet: declared values with computed self-scores, what is missing, submitting and returning inside the unit."""
