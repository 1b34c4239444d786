"""What an operator does about events: see what waits and what is dead, deliver again, tell again, learn again."""
