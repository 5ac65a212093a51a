"""Every case that can be tried. A new one: a form, a function that puts it to the rule, and a Proef."""

from rondetafel.web.regelboek.proeven import evaluatie, gezin, plan, termijn, uitvoering, zorg
from rondetafel.web.regelboek.proeven.proef import Proef

PROEVEN: dict[str, Proef] = {
    proef.code: proef
    for groep in (zorg, uitvoering, plan, evaluatie, gezin, termijn)
    for proef in groep.PROEVEN
}
