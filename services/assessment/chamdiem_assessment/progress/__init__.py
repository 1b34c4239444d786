"""How far the sheets of a period are: sent or not, how complete, without a value or a score."""
