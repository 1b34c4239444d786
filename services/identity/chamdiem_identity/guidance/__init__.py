"""Guidance in words, tied to a page or a criterion (Điều 7, 12.2)."""
