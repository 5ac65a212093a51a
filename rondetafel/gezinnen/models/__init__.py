"""The family with everyone round it, who decided what they share, and what a judge decided."""

from rondetafel.gezinnen.models.afscherming import Afscherming as Afscherming
from rondetafel.gezinnen.models.afscherming import Contact as Contact
from rondetafel.gezinnen.models.delen import DEELBAAR as DEELBAAR
from rondetafel.gezinnen.models.delen import Deelantwoord as Deelantwoord
from rondetafel.gezinnen.models.delen import Deelstand as Deelstand
from rondetafel.gezinnen.models.delen import Deelvraag as Deelvraag
from rondetafel.gezinnen.models.delen import Doorbraak as Doorbraak
from rondetafel.gezinnen.models.delen import Informatieverzoek as Informatieverzoek
from rondetafel.gezinnen.models.delen import Wijze as Wijze
from rondetafel.gezinnen.models.delen import Wilsbekwaamheid as Wilsbekwaamheid
from rondetafel.gezinnen.models.delen import Wilsoordeel as Wilsoordeel
from rondetafel.gezinnen.models.gezin import Adres as Adres
from rondetafel.gezinnen.models.gezin import AdresSoort as AdresSoort
from rondetafel.gezinnen.models.gezin import Betrokkene as Betrokkene
from rondetafel.gezinnen.models.gezin import Burgerservicenummer as Burgerservicenummer
from rondetafel.gezinnen.models.gezin import Geslacht as Geslacht
from rondetafel.gezinnen.models.gezin import Gezag as Gezag
from rondetafel.gezinnen.models.gezin import GezagSoort as GezagSoort
from rondetafel.gezinnen.models.gezin import Gezin as Gezin
from rondetafel.gezinnen.models.gezin import Gezinsrol as Gezinsrol
from rondetafel.gezinnen.models.gezin import Groep as Groep
from rondetafel.gezinnen.models.gezin import Persoon as Persoon
from rondetafel.gezinnen.models.gezin import Regie as Regie
from rondetafel.gezinnen.models.gezin import VanGezin as VanGezin
from rondetafel.gezinnen.models.maatregel import Maatregel as Maatregel
from rondetafel.gezinnen.models.maatregel import Maatregeleinde as Maatregeleinde
