"""A unit gives leaves of its sheet to its sub-units, and takes them back."""
