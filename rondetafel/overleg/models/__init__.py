"""The meetings of a family, and what comes before the first: the intake, who is asked, and the day."""

from rondetafel.overleg.models.intake import Beschikbaarheid as Beschikbaarheid
from rondetafel.overleg.models.intake import Bespreking as Bespreking
from rondetafel.overleg.models.intake import Datumoptie as Datumoptie
from rondetafel.overleg.models.intake import Genodigde as Genodigde
from rondetafel.overleg.models.intake import Voorbereiding as Voorbereiding
from rondetafel.overleg.models.overleg import EEN_PER_MOMENT as EEN_PER_MOMENT
from rondetafel.overleg.models.overleg import Deelname as Deelname
from rondetafel.overleg.models.overleg import Overleg as Overleg
from rondetafel.overleg.models.overleg import OverlegSoort as OverlegSoort
from rondetafel.overleg.models.overleg import Plek as Plek
from rondetafel.overleg.models.overleg import knows_places as knows_places
