"""Sending, which ends writing; reopening; extensions of the phase; what is missing."""
