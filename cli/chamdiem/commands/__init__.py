"""One file a subcommand: reads its arguments, calls the room that does the work, turns faults into a sentence and an exit status."""
