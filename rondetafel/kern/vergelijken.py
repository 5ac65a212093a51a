"""Is it one of these? As one parameter, so that the statement stays the same for any number of values.

`in` writes a parameter for every value: someone with sixty families then gets other SQL than someone
with six, each planned anew, and Django spends more time on the list than PostgreSQL on the answer.
"""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, ForeignKey, Lookup
from django.db.models.sql.compiler import SQLCompiler


@Field.register_lookup
@ForeignKey.register_lookup
class OneOf(Lookup):
    """`gezin_id__one_of=ids`: true for a row whose value is among them; of an empty list none is."""

    lookup_name = "one_of"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, Any]:
        left, params = self.process_lhs(compiler, connection)
        return f"{left} = any(%s)", (*params, list(self.rhs))
