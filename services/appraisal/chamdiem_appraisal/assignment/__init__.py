"""Who scores which items of which units, and never the own unit's; the work among the members of an agency."""
