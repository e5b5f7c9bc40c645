"""What Handrail says of inputs that are mangled: real files of this repository, changed by chance.

``python -m benches.mangling --help`` tells how to call it.
"""
