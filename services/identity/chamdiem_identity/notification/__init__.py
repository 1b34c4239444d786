"""What a person is told: reminders by Home Affairs."""
