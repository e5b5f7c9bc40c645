def cell(value: object) -> str:
    return "NULL" if value is None else str(value)
