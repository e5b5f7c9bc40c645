"""What reports find in themselves, a rule a module: name, weight, explanation and judge."""
