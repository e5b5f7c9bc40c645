"""What :mod:`handrail.snapshots.postgresql_catalog` asks the catalog.

What users make has an object identifier of 16384 or more; what initdb makes has a lower one.
"""

# ruff: noqa: S608 - nothing but names of the catalog is put into these texts.
from __future__ import annotations

_MINE = "n.nspname !~ '^pg_'"
_NAME = """CASE WHEN n.nspname = current_schema() AND position('.' in {0}) = 0
           THEN {0}::text ELSE n.nspname || '.' || {0} END"""


def _not_of_an_extension(catalog: str, oid: str) -> str:
    return f"""NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = '{catalog}'::regclass
               AND e.objid = {oid} AND e.deptype = 'e')"""


_SEEN = """
    SELECT oid AS relation, hash_record_extended(ROW(ctid, xmin), 0) AS part
    FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'p', 'f')
    UNION ALL SELECT attrelid, hash_record_extended(ROW(ctid, xmin), 1)
    FROM pg_attribute WHERE attrelid >= 16384 AND attnum > 0
    UNION ALL SELECT adrelid, hash_record_extended(ROW(ctid, xmin), 2)
    FROM pg_attrdef WHERE adrelid >= 16384
    UNION ALL SELECT conrelid,
      hash_record_extended(ROW(x.ctid, x.xmin, r.relname, r.relnamespace), 3)
    FROM pg_constraint x LEFT JOIN pg_class r ON r.oid = x.confrelid WHERE conrelid >= 16384
    UNION ALL SELECT indrelid, hash_record_extended(ROW(i.ctid, i.xmin, c.ctid, c.xmin), 4)
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE indrelid >= 16384
    UNION ALL SELECT tgrelid, hash_record_extended(ROW(ctid, xmin), 5)
    FROM pg_trigger WHERE tgrelid >= 16384 AND NOT tgisinternal
    UNION ALL SELECT refobjid, hash_record_extended(
      ROW(d.ctid, d.xmin, d.refobjsubid, s.relname, s.relnamespace), 6)
    FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = d.classid
      AND d.refobjid >= 16384 AND d.deptype IN ('a', 'i')
    UNION ALL SELECT inhrelid,
      hash_record_extended(ROW(i.ctid, i.xmin, c.relname, c.relnamespace), 7)
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhparent WHERE inhrelid >= 16384"""

RELATIONS = f"""
    SELECT c.oid, {_NAME.format("c.relname")}, c.relkind::text, c.relfilenode,
      coalesce(seen.version, 0)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    LEFT JOIN (SELECT relation, bit_xor(part) AS version FROM ({_SEEN}) parts
               GROUP BY relation) seen ON seen.relation = c.oid
    WHERE c.oid >= 16384 AND {_MINE} AND {_not_of_an_extension("pg_class", "c.oid")}
      AND (c.relkind IN ('r', 'p', 'f', 'v', 'm') OR c.relkind = 'S' AND NOT EXISTS (
        SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
          AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')))
    ORDER BY n.nspname, c.relname"""
"""Object identifier, name, kind, file node, and the version of what the catalog says of a table.

Each change writes its rows of the catalog anew, with a transaction and a place that they never had
before: as long as both are the same in all of them, so is everything that they say. Names that
belong to others (of a referred table, of the sequence of a default) are part of the version.
"""

WORLD = """
    SELECT current_schema(), bit_xor(part) FROM (
      SELECT hash_record_extended(ROW(ctid, xmin), 0) AS part FROM pg_namespace
      UNION ALL SELECT hash_record_extended(ROW(ctid, xmin), 1)
      FROM pg_type WHERE oid >= 16384 AND typrelid = 0 AND typelem = 0
      UNION ALL SELECT hash_record_extended(ROW(ctid, xmin), 2) FROM pg_enum
      UNION ALL SELECT hash_record_extended(ROW(ctid, xmin), 3) FROM pg_proc WHERE oid >= 16384
      UNION ALL SELECT hash_record_extended(ROW(ctid, xmin), 4) FROM pg_extension
      UNION ALL SELECT hash_record_extended(ROW(ctid, xmin), 5)
      FROM pg_constraint WHERE contypid <> 0
      UNION ALL SELECT hash_record_extended(ROW(g.ctid, g.xmin, c.ctid, c.xmin), 6)
      FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
      WHERE c.relkind = 'v' AND g.tgrelid >= 16384) parts"""
"""The schema in which names are plain, and the version of all that is no part of a table."""

VIEWS = f"""
    SELECT {_NAME.format("c.relname")}, pg_get_viewdef(c.oid, true)
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.oid >= 16384 AND c.relkind IN ('v', 'm') AND {_MINE}
      AND {_not_of_an_extension("pg_class", "c.oid")}
    ORDER BY n.nspname, c.relname"""

OPTIONS = """
    SELECT c.oid, concat_ws(' ',
      CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED' END,
      CASE WHEN c.relkind = 'f' THEN 'FOREIGN' END,
      (SELECT 'PARTITION OF ' || string_agg(i.inhparent::regclass::text, ', ')
       FROM pg_inherits i WHERE i.inhrelid = c.oid),
      pg_get_expr(c.relpartbound, c.oid),
      'PARTITION BY ' || pg_get_partkeydef(c.oid))
    FROM pg_class c WHERE c.oid = ANY(%s)"""
"""Table and options."""

COLUMNS = """
    SELECT a.attrelid, a.attnum, a.attname::text,
      CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod)
           ELSE format_type(a.atttypid, a.atttypmod) END,
      NOT (a.attnotnull OR t.typnotnull),
      CASE a.attidentity WHEN 'a' THEN 'generated always as identity'
                         WHEN 'd' THEN 'generated by default as identity'
           ELSE CASE WHEN a.attgenerated = ''
                THEN coalesce(pg_get_expr(d.adbin, d.adrelid, true), t.typdefault) END END,
      CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid, true) END,
      s.refobjid IS NOT NULL,
      (SELECT l.collname::text FROM pg_collation l
       WHERE l.oid = a.attcollation AND a.attcollation <> t.typcollation)
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    LEFT JOIN pg_depend s ON s.classid = 'pg_class'::regclass AND s.refclassid = s.classid
      AND s.refobjid = a.attrelid AND s.refobjsubid = a.attnum AND s.deptype IN ('a', 'i')
      AND s.objid IN (SELECT oid FROM pg_class WHERE relkind = 'S')
    WHERE a.attrelid = ANY(%s) AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attrelid, a.attnum"""
"""Table, number, and what :class:`handrail.model.Column` asks for, in its order.

A domain is shown as the type that it is made of; its NOT NULL and default are the column's.
"""

CONSTRAINTS = f"""
    SELECT conrelid, conname::text, contype::text, conkey,
      confrelid, {_NAME.format("c.relname")}, confkey,
      confdeltype::text, confupdtype::text, condeferrable::int, condeferred::int,
      pg_get_expr(conbin, conrelid, true)
    FROM pg_constraint LEFT JOIN pg_class c ON c.oid = confrelid
    LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE conrelid = ANY(%s) AND contype IN ('c', 'f', 'p', 'u') ORDER BY conrelid, conname"""
"""Table, name, kind, columns, referred table and columns, actions, timing, condition."""

INDEXES = """
    SELECT i.indrelid, c.relname::text, i.indisunique, (i.indkey::int2[])[0:i.indnkeyatts - 1],
      ARRAY(SELECT pg_get_indexdef(i.indexrelid, part, true)
            FROM generate_series(1, i.indnkeyatts) part),
      pg_get_expr(i.indpred, i.indrelid, true),
      coalesce(pg_get_constraintdef(x.oid, true),
               regexp_replace(pg_get_indexdef(i.indexrelid), '^.*? USING ', ''))
    FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
    LEFT JOIN pg_constraint x ON x.conindid = i.indexrelid AND x.contype IN ('p', 'u', 'x')
    WHERE i.indrelid = ANY(%s) AND (x.contype IS NULL OR x.contype = 'x')
    ORDER BY i.indrelid, c.relname"""
"""Table, name, uniqueness, numbers and texts of the parts, predicate, definition.

The index of an exclusion constraint stands for the constraint, whose text defines it.
"""

TRIGGERS = """
    SELECT tgrelid, tgname::text, pg_get_triggerdef(oid, true)
    FROM pg_trigger WHERE tgrelid = ANY(%s) AND NOT tgisinternal
    ORDER BY tgrelid, tgname"""

ENUMS = f"""
    SELECT {_NAME.format("t.typname")}, array_agg(e.enumlabel::text ORDER BY e.enumsortorder)
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
    JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.oid >= 16384 AND {_MINE} AND {_not_of_an_extension("pg_type", "t.oid")}
    GROUP BY n.nspname, t.typname ORDER BY n.nspname, t.typname"""

OTHERS = f"""
    SELECT 'schema ' || n.nspname AS name, '' AS text FROM pg_namespace n
    WHERE n.oid >= 16384 AND {_MINE} AND {_not_of_an_extension("pg_namespace", "n.oid")}
    UNION ALL
    SELECT 'extension ' || x.extname, x.extversion FROM pg_extension x WHERE x.oid >= 16384
    UNION ALL
    SELECT 'function ' || {_NAME.format("p.proname")}
      || '(' || pg_get_function_identity_arguments(p.oid) || ')', pg_get_functiondef(p.oid)
    FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE p.oid >= 16384 AND {_MINE} AND p.prokind IN ('f', 'p')
      AND {_not_of_an_extension("pg_proc", "p.oid")}
    UNION ALL
    SELECT 'domain ' || {_NAME.format("t.typname")}, concat_ws(' ',
      format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN 'NOT NULL' END,
      'DEFAULT ' || t.typdefault,
      (SELECT string_agg(pg_get_constraintdef(k.oid, true), ' ' ORDER BY k.conname)
       FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'))
    FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
    WHERE t.oid >= 16384 AND t.typtype = 'd' AND {_MINE}
      AND {_not_of_an_extension("pg_type", "t.oid")}
    UNION ALL
    SELECT 'trigger ' || g.tgname, pg_get_triggerdef(g.oid, true)
    FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
    WHERE g.tgrelid >= 16384 AND c.relkind = 'v' AND NOT g.tgisinternal
    ORDER BY 1"""
"""Schemas, extensions, functions, domains and the triggers of views with what defines them; range
and composite types are not looked at."""
