"""Appraisal: assignments, appraised scores and reasons, manual knock-outs, sending of results, appraisal records."""
