"""One rule, one module: ``RULE``, ``judge(reading)``, and the docstring for the catalogue."""
