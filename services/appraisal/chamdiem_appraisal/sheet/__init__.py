"""A sheet as its appraisers and managers see it, with history and evidence."""
