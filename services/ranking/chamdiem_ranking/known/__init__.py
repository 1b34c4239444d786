"""What other services told: criteria sets, forms, periods with their sheets, sent and appraised sheets, closed surveys."""
