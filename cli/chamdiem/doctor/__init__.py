"""`chamdiem doctor`: every connection, right, clock, queue, bucket and migration of an installation looked at, and what to mend said."""
