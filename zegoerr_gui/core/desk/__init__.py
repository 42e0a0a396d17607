"""What an agent keeps: pins, notes, what was looked at last. It knows neither catalogue nor logs."""
