"""Manual knock-outs, confirmed by the lead of the agency they belong to."""
