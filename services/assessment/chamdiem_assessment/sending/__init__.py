"""Sending the approved sheet with a receipt, taking it back in time (Điều 9.3)."""
