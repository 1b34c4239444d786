"""Which agency scores which item of which unit, all in one picture for Home Affairs, with gaps and doubles."""
