"""Which rows of the family does a reader see? The first fence of every table of this room."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.schermen import Geheim, Verborgen, hidden_from
from rondetafel.kern.looptijd import running_on
from rondetafel.toegang.mag import Reikwijdte, Wie, reach, scope_of
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.schermen import Wat

if TYPE_CHECKING:
    from rondetafel.gezinnen.models import (  # noqa: F401 - named in quotes
        Adres,
        Afscherming,
        Betrokkene,
        Burgerservicenummer,
        Contact,
        Gezin,
        VanGezin,
    )


class GezinQuerySet(models.QuerySet["Gezin"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.GEZIN, peildatum))

    def within(self, bereik: Reikwijdte) -> Self:
        return self.filter(bereik.rows(gezin="id"))


class VanGezinQuerySet(models.QuerySet["VanGezin"]):
    """Rows of the part GEZIN: who belongs to a family and who sits at its table."""

    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.GEZIN, peildatum))


class BsnQuerySet(models.QuerySet["Burgerservicenummer"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.BSN, peildatum, sleutel="persoon_id"))


class AdresQuerySet(models.QuerySet["Adres"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """A secret address is for who may see what is shielded; a shielded one is not for whom it is shielded."""
        return self.filter(
            reach(wie, Onderdeel.ADRES, peildatum, sleutel="persoon_id"),
            Q(geheim=Geheim.NEE) | reach(wie, Onderdeel.AFSCHERMING, peildatum),
        ).exclude(persoon_id__in=wie.shielded(Wat.ADRES, peildatum))

    def missing_first(self) -> Self:
        """Put first of which nobody said yet whether it is secret."""
        return self.order_by(Case(When(geheim=Geheim.ONBEKEND, then=0), default=1), "created_at", "pk")


class BetrokkeneQuerySet(models.QuerySet["Betrokkene"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.within(scope_of(wie, Onderdeel.GEZIN, peildatum), hidden_from(wie, peildatum))

    def within(self, bereik: Reikwijdte, verborgen: Verborgen) -> Self:
        return self.filter(bereik.rows(), verborgen.leave_out(""))

    def with_email(self) -> Self:
        """Add `email`, which is empty for who may not read it."""
        return self.annotate(email=Coalesce("contact__email", Value("")))


class ContactQuerySet(models.QuerySet["Contact"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        hidden = wie.shielded(Wat.CONTACT, peildatum)
        return (
            self.filter(reach(wie, Onderdeel.ADRES, peildatum))
            .exclude(betrokkene__persoon_id__in=hidden)
            .exclude(betrokkene__hoort_bij_id__in=hidden)
        )


class AfschermingQuerySet(models.QuerySet["Afscherming"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """For who keeps them, and never for the one from whom something is hidden."""
        return self.filter(reach(wie, Onderdeel.AFSCHERMING, peildatum)).exclude(
            Q(voor_gebruiker_id=wie.id) | Q(voor_persoon__betrokkene__gebruiker_id=wie.id)
        )

    def running(self, peildatum: date) -> Self:
        return self.filter(running_on(peildatum))
