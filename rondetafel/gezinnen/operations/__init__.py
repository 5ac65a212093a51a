"""Everything that can happen round the table of a family, by what it is about."""

from rondetafel.gezinnen.operations.afscherming import answer_geheim as answer_geheim
from rondetafel.gezinnen.operations.afscherming import start_afscherming as start_afscherming
from rondetafel.gezinnen.operations.afscherming import stop_afscherming as stop_afscherming
from rondetafel.gezinnen.operations.delen import answer_deelvraag as answer_deelvraag
from rondetafel.gezinnen.operations.delen import ask_deelvraag as ask_deelvraag
from rondetafel.gezinnen.operations.delen import decide_deelvraag as decide_deelvraag
from rondetafel.gezinnen.operations.delen import record_deelantwoord as record_deelantwoord
from rondetafel.gezinnen.operations.delen import withdraw_toestemming as withdraw_toestemming
from rondetafel.gezinnen.operations.feiten import complete_verjaardag as complete_verjaardag
from rondetafel.gezinnen.operations.feiten import correct_geboortedatum as correct_geboortedatum
from rondetafel.gezinnen.operations.feiten import record_informatie as record_informatie
from rondetafel.gezinnen.operations.feiten import record_wilsoordeel as record_wilsoordeel
from rondetafel.gezinnen.operations.feiten import stop_gezag as stop_gezag
from rondetafel.gezinnen.operations.maatregel import assign_jeugdbeschermer as assign_jeugdbeschermer
from rondetafel.gezinnen.operations.maatregel import correct_kenmerk as correct_kenmerk
from rondetafel.gezinnen.operations.maatregel import extend_maatregel as extend_maatregel
from rondetafel.gezinnen.operations.maatregel import record_maatregel as record_maatregel
from rondetafel.gezinnen.operations.maatregel import stop_maatregel as stop_maatregel
from rondetafel.gezinnen.operations.tafel import add_betrokkene as add_betrokkene
from rondetafel.gezinnen.operations.tafel import close_inzage as close_inzage
from rondetafel.gezinnen.operations.tafel import correct_betrokkene as correct_betrokkene
from rondetafel.gezinnen.operations.tafel import invite_betrokkene as invite_betrokkene
from rondetafel.gezinnen.operations.tafel import invite_by_letter as invite_by_letter
