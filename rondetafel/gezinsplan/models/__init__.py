"""The plan, its goals and actions, and how they went."""

from rondetafel.gezinsplan.models.doel import Actie as Actie
from rondetafel.gezinsplan.models.doel import Doel as Doel
from rondetafel.gezinsplan.models.doel import DoelQuerySet as DoelQuerySet
from rondetafel.gezinsplan.models.doel import Meedoener as Meedoener
from rondetafel.gezinsplan.models.eigendossier import Aantekening as Aantekening
from rondetafel.gezinsplan.models.eigenplan import Eigenplanstap as Eigenplanstap
from rondetafel.gezinsplan.models.evaluatie import Evaluatie as Evaluatie
from rondetafel.gezinsplan.models.evaluatie import EvaluatieQuerySet as EvaluatieQuerySet
from rondetafel.gezinsplan.models.format import Formatversie as Formatversie
from rondetafel.gezinsplan.models.format import Matrixdoel as Matrixdoel
from rondetafel.gezinsplan.models.format import Resultaatgebied as Resultaatgebied
from rondetafel.gezinsplan.models.gasscore import Gasscore as Gasscore
from rondetafel.gezinsplan.models.keuze import Keuze as Keuze
from rondetafel.gezinsplan.models.plan import Gezinsplan as Gezinsplan
from rondetafel.gezinsplan.models.plan import PlanQuerySet as PlanQuerySet
from rondetafel.gezinsplan.models.versie import Aanleiding as Aanleiding
from rondetafel.gezinsplan.models.versie import Planantwoord as Planantwoord
from rondetafel.gezinsplan.models.versie import Planversie as Planversie
from rondetafel.gezinsplan.models.versie import Versieactie as Versieactie
from rondetafel.gezinsplan.models.versie import Versiedoel as Versiedoel
from rondetafel.gezinsplan.models.week import Tafelwoord as Tafelwoord
from rondetafel.gezinsplan.models.week import Weekkleur as Weekkleur
