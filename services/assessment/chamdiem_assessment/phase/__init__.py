"""The self-assessment phase as one unit has it: when it may enter and send, by the period's clock and its own extension."""
