"""The example province in the middle of its cycle, made over the public HTTP API as a province would."""
