"""The appraisal record of a sheet as a document."""
