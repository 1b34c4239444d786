"""The smallest service there can be, to test the kit by: one table, a few operations."""
