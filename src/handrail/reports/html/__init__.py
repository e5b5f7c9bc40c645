"""A report as one page for a browser: it holds all that it shows, and asks for nothing."""

from handrail.reports.html.writing import as_html

__all__ = ["as_html"]
