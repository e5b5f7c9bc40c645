"""What :mod:`handrail.snapshots.mariadb_catalog` asks ``information_schema``, in either server.

MariaDB and MySQL tell the same things in two ways where there are two queries. Names of the
database itself in what they tell are left to the reader.
"""

# ruff: noqa: S608 - nothing but parts of these texts is put into them.
from __future__ import annotations

_MINE = "= database()"

TABLES = f"""
    SELECT table_name, table_type, concat_ws(' ',
      if(engine <> 'InnoDB', concat('ENGINE=', engine), NULL),
      if(table_collation <> @@collation_database, concat('COLLATE ', table_collation), NULL),
      nullif(trim(replace(create_options, 'partitioned', '')), ''),
      if(table_type = 'SYSTEM VERSIONED', 'WITH SYSTEM VERSIONING', NULL)),
      create_options LIKE '%partitioned%'
    FROM information_schema.tables t WHERE table_schema {_MINE} ORDER BY table_name"""
"""Name, kind, options, and whether it is partitioned."""

PARTITIONS = f"""
    SELECT table_name, group_concat(concat_ws(' ', partition_method, partition_expression,
      partition_name, partition_description)
      ORDER BY partition_ordinal_position, subpartition_ordinal_position SEPARATOR ', ')
    FROM information_schema.partitions
    WHERE table_schema {_MINE} AND partition_name IS NOT NULL GROUP BY table_name"""

VIEWS = f"""
    SELECT table_name, view_definition
    FROM information_schema.views WHERE table_schema {_MINE} ORDER BY table_name"""

_COLUMN = f"""
    SELECT table_name, column_name,
      concat(column_type, if(extra LIKE '%on update%',
        concat(' ', substring(extra, locate('on update', lower(extra)))), '')),
      is_nullable = 'YES', {{default}}, nullif(generation_expression, ''),
      extra LIKE '%auto_increment%',
      if(collation_name = @@collation_database AND collation_name LIKE '%\\_ci', NULL,
         collation_name)
    FROM information_schema.columns WHERE table_schema {_MINE}
    ORDER BY table_name, ordinal_position"""
_MARIADB_DEFAULT = "nullif(column_default, 'NULL')"
_MYSQL_DEFAULT = """
      if(extra LIKE '%DEFAULT_GENERATED%' OR data_type LIKE '%int' OR data_type
         IN ('bit', 'decimal', 'double', 'float', 'year'), column_default,
         if(column_default IS NULL, NULL, quote(column_default)))"""
COLUMNS = {
    "mariadb": _COLUMN.format(default=_MARIADB_DEFAULT),
    "mysql": _COLUMN.format(default=_MYSQL_DEFAULT),
}
"""Table, and what :class:`handrail.model.Column` asks for, in its order.

A collation is told where it is not that of the database, or keeps capitals apart.
"""

CHECKS = {
    "mariadb": f"""
    SELECT table_name, if(level = 'Column', NULL, constraint_name), check_clause,
      if(level = 'Column', constraint_name, NULL)
    FROM information_schema.check_constraints WHERE constraint_schema {_MINE}
    ORDER BY table_name, level, constraint_name""",
    "mysql": f"""
    SELECT t.table_name, c.constraint_name,
      replace(replace(check_clause, '_utf8mb4', ''), '\\\\''', ''''), NULL
    FROM information_schema.check_constraints c JOIN information_schema.table_constraints t
    ON t.constraint_schema = c.constraint_schema AND t.constraint_name = c.constraint_name
    WHERE c.constraint_schema {_MINE} AND t.enforced = 'YES'
    ORDER BY t.table_name, c.constraint_name""",
}
"""Table, name, condition, and the column that bears it, where one does and it has no name."""

_INDEX = f"""
    SELECT table_name, index_name, non_unique = 0, {{part}}, sub_part, index_type,
      collation = 'D'
    FROM information_schema.statistics WHERE table_schema {_MINE}
    ORDER BY table_name, index_name, seq_in_index"""
INDEXES = {
    "mariadb": _INDEX.format(part="column_name, NULL"),
    "mysql": _INDEX.format(part="column_name, replace(expression, '\\\\''', '''')"),
}
"""Table, name, whether it is unique; column or expression of a part, its prefix, kind, order."""

REFERENCES = f"""
    SELECT table_name, constraint_name, column_name,
      if(referenced_table_schema {_MINE}, referenced_table_name,
         concat(referenced_table_schema, '.', referenced_table_name)), referenced_column_name
    FROM information_schema.key_column_usage
    WHERE table_schema {_MINE} AND referenced_table_name IS NOT NULL
    ORDER BY table_name, constraint_name, ordinal_position"""
ACTIONS = f"""
    SELECT table_name, constraint_name, delete_rule, update_rule
    FROM information_schema.referential_constraints WHERE constraint_schema {_MINE}"""

OBJECTS = f"""
    SELECT 'trigger', trigger_name, event_object_table, concat(action_timing, ' ',
      event_manipulation, ' ON ', event_object_table, ' FOR EACH ROW ', action_statement)
    FROM information_schema.triggers WHERE event_object_schema {_MINE}
    UNION ALL SELECT lower(routine_type), routine_name, '', concat('(', coalesce(
        (SELECT group_concat(concat_ws(' ', parameter_mode, parameter_name, p.dtd_identifier)
           ORDER BY ordinal_position SEPARATOR ', ')
         FROM information_schema.parameters p WHERE p.specific_schema {_MINE}
           AND p.specific_name = r.specific_name AND p.ordinal_position > 0), ''), ') ',
      if(routine_type = 'FUNCTION', concat('RETURNS ', dtd_identifier, ' '), ''),
      coalesce(routine_definition, ''))
    FROM information_schema.routines r WHERE routine_schema {_MINE}
    UNION ALL SELECT 'event', event_name, '', concat_ws(' ', event_type, execute_at,
      interval_value, interval_field, event_definition)
    FROM information_schema.events WHERE event_schema {_MINE}
    ORDER BY 1, 2"""
"""Kind, name, table and text of what is neither table nor view."""

_STORAGE = """
    SELECT convert(CAST(substring(name, locate('/', name) + 1) AS BINARY) USING filename), table_id
    FROM information_schema.{0} WHERE name LIKE concat(database(), '/%')"""
STORAGE = {
    "mariadb": _STORAGE.format("innodb_sys_tables"),
    "mysql": _STORAGE.format("innodb_tables"),
}
"""Table, and the number of what holds its rows."""
