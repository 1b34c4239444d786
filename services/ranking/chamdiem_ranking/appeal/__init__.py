"""Appeals against a published result: the head asks, Home Affairs answers by a reason or a correction (rights.md, "Ranking")."""
