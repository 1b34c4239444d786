"""Which leaves of a sheet a unit gave to which of its sub-units (Điều 6.1, 8)."""
