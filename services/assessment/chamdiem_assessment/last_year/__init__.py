"""What the same unit declared for the same program in the period before."""
