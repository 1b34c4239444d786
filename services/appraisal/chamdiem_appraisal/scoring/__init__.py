"""Scores with reasons, counts, answers to claims of not applicable."""
