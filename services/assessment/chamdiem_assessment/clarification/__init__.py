"""A unit's answers to what a round of appraisal asked about its leaves."""
