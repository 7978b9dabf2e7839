"""What the tables have in common, and rows as they are written and read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy import MetaData, RowMapping, Table
from sqlmodel import SQLModel

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Row(SQLModel):
    metadata: ClassVar[MetaData] = METADATA


def table(row: type[SQLModel]) -> Table:
    return METADATA.tables[str(row.__tablename__)]


# A row before it is written and as it is read: column -> text, number or None.
Columns = dict[str, Any]
Stored = Mapping[str, Any] | RowMapping
