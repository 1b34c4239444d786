"""Council sessions, agreement by item, and the agreement on a result (Điều 11.2)."""
