"""What every factory is: it makes rows as the owner of the tables, whoever the test looks as."""

from typing import Any

from factory.django import DjangoModelFactory

from tests.rollen import as_eigenaar


class Fabriek(DjangoModelFactory):
    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class: Any, *args: Any, **kwargs: Any) -> Any:
        with as_eigenaar():
            return super()._create(model_class, *args, **kwargs)
