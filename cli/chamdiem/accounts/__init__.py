"""Accounts from a file: granted many at once, taken up again where it stopped."""
