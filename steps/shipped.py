"""What users have too."""

from handrail.acceptance.behave_steps import *  # noqa: F403
