"""What is seen in a database: schema, rows and ledger, read from its catalog; and differences."""

from handrail.snapshots.contents import checksum, contents, count, tables_with_rows
from handrail.snapshots.difference import Difference, LedgerDifference, difference
from handrail.snapshots.naming import dialect_named, quoted, quoted_table
from handrail.snapshots.references import Dangling, foreign_key_violations
from handrail.snapshots.row_difference import change_in_words, row_changes, row_pairs
from handrail.snapshots.schema_difference import SchemaDifference, in_words, schema_differences
from handrail.snapshots.spelling import same_text
from handrail.snapshots.taking import schema_of, take, with_rows_of

__all__ = [
    "Dangling",
    "Difference",
    "LedgerDifference",
    "SchemaDifference",
    "change_in_words",
    "checksum",
    "contents",
    "count",
    "dialect_named",
    "difference",
    "foreign_key_violations",
    "in_words",
    "quoted",
    "quoted_table",
    "row_changes",
    "row_pairs",
    "same_text",
    "schema_differences",
    "schema_of",
    "tables_with_rows",
    "take",
    "with_rows_of",
]
