"""What every room stands on: actions, verdicts, time, money, letters, pages."""
