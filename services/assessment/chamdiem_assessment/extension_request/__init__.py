"""A unit's head asks for a longer deadline; Home Affairs grants or refuses it with a reason."""
