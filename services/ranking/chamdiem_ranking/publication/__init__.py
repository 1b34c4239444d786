"""Publication with a decision, corrections, and what everybody may see."""
