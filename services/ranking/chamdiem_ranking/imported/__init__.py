"""Published results of earlier years, brought in as they were published (rights.md, "Assessment"; decision 0027)."""
