"""The rules of ``handrail parity drift``, one a module: name, weight, explanation and judge."""
