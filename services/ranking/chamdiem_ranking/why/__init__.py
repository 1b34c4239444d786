"""Why a number is so: from a sheet's totals, level and rank down to declared values, survey answers and instants (rules §3, §5-§7)."""
