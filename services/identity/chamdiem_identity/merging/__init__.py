"""Units merged into a new or a surviving one, from a day on, with what becomes of their accounts."""
