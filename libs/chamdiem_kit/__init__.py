"""What every service needs of machinery and nothing of the business: settings, database, events, access, problems, clock."""
