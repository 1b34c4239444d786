"""An amending decision gives an open period another version of one of its sets (scoring-rules.md section 2)."""
