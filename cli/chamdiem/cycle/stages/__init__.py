"""One file a stage of a cycle, in the order in which `chamdiem.cycle.player` plays them."""
