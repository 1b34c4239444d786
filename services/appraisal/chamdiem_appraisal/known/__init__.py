"""What other services told: units, criteria sets, survey forms, periods with their sheets, sent sheets, results."""
