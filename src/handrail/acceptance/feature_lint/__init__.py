"""Reads features, steps and Robot suites, and lists what lets a suite deceive its readers.

``python -m handrail.acceptance.feature_lint [FEATURES [STEPS [ROBOT]]]`` (default: the folders
``features`` and ``steps``, and no Robot suites) runs no test and prints a line for each problem:

``tag-not-allowed``
    A tag that is neither Handrail's nor listed under ``[tool.handrail.lint] tags``: a misspelled
    tag selects nothing, and nobody notices.
``same-name``
    Two scenarios of one name, wherever in the features they are: reports cannot tell them apart.
``checks-nothing``
    A scenario without a Then: it cannot fail for a reason of its own.
``dead-step``
    A step definition of the folder that no feature uses; those of packages it imports may rest.
``no-assertion``
    A Then step, or a keyword with "Should" in its name, that cannot raise an AssertionError: none
    is in its body, in what it calls, nor further down in what says by its name that it checks.

Exit codes: 0 no problem, 1 problems, 2 something that cannot be read.
"""
