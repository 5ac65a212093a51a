"""Which rows of the family does a reader see? The first fence of every table of this room."""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Coalesce

from rondetafel.gezinnen.schermen import Geheim, Verborgen, hidden_from, not_hidden
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
        Gezag,
        Gezin,
        Netwerkplek,
        Omgevingsvraag,
        Persoon,
        Relatie,
        Samenvoeging,
        Stoelvraag,
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


class PersoonQuerySet(models.QuerySet["Persoon"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """The members of a family; not the record that turned out to be somebody who stands here already."""
        return self.filter(reach(wie, Onderdeel.GEZIN, peildatum)).standing()

    def standing(self) -> Self:
        return self.filter(opgegaan_in__isnull=True)


class SamenvoegingQuerySet(models.QuerySet["Samenvoeging"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.GEZIN, peildatum))

    def standing(self) -> Self:
        return self.filter(teruggedraaid_op__isnull=True)


class GezagQuerySet(models.QuerySet["Gezag"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.GEZIN, peildatum))

    def held(self) -> Self:
        """Leave out what says that somebody has none."""
        return self.exclude(soort="geen")


class RelatieQuerySet(models.QuerySet["Relatie"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """For who may read who reads along; never of whom the partner is hidden, or a chair that is hidden."""
        partner = wie.shielded(Wat.PARTNER, peildatum)
        van_wie = Q(persoon_id__in=partner) | Q(met_id__in=partner)
        return self.filter(
            reach(wie, Onderdeel.TOEGANG, peildatum), not_hidden(wie, peildatum, "met_stoel__")
        ).exclude(van_wie & Q(soort="partner"))


class NetwerkQuerySet(models.QuerySet["Netwerkplek"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """For who may read who reads along; never of a chair that is hidden."""
        return self.filter(
            reach(wie, Onderdeel.TOEGANG, peildatum), not_hidden(wie, peildatum, "betrokkene__")
        )


class StoelvraagQuerySet(models.QuerySet["Stoelvraag"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        """With the name of who may not be approached yet: for who may read addresses."""
        return self.filter(reach(wie, Onderdeel.ADRES, peildatum), not_hidden(wie, peildatum, "betrokkene__"))


class OmgevingsvraagQuerySet(models.QuerySet["Omgevingsvraag"]):
    def visible_to(self, wie: Wie, peildatum: date) -> Self:
        return self.filter(reach(wie, Onderdeel.TOEGANG, peildatum))


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
