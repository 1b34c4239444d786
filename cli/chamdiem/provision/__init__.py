"""Bringing running servers to what the services need; every function may be called again and then changes only what is missing."""
