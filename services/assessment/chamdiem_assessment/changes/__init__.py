"""What changed on a sheet since one of its steps: what the head needs to see before approving again."""
