"""What other pages show of the meetings and of the intake."""

from rondetafel.overleg.queries.overleg import Overlegstand as Overlegstand
from rondetafel.overleg.queries.overleg import adopted_at as adopted_at
from rondetafel.overleg.queries.overleg import as_rto as as_rto
from rondetafel.overleg.queries.overleg import counting_days as counting_days
from rondetafel.overleg.queries.overleg import find_overleg as find_overleg
from rondetafel.overleg.queries.overleg import foresee_rto as foresee_rto
from rondetafel.overleg.queries.overleg import last_met_within as last_met_within
from rondetafel.overleg.queries.overleg import last_record_of as last_record_of
from rondetafel.overleg.queries.overleg import list_overleggen as list_overleggen
from rondetafel.overleg.queries.overleg import rtos_of as rtos_of
from rondetafel.overleg.queries.overleg import stand_of as stand_of
from rondetafel.overleg.queries.overleg import words_for as words_for
from rondetafel.overleg.queries.voorkeur import Regiekeuze as Regiekeuze
from rondetafel.overleg.queries.voorkeur import as_keuze as as_keuze
from rondetafel.overleg.queries.voorkeur import voorkeur_within as voorkeur_within
