"""How far the keying in of a survey campaign is, by form and unit."""
