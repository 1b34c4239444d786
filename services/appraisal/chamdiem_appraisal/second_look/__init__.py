"""A second look inside the agency: the lead asks a member to look again at what stands."""
