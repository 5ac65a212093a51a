"""Every case that can be tried. A new one: a form, a function that puts it to the rule, and a Proef."""

from rondetafel.web.regelboek.proeven import plan, termijn, zorg
from rondetafel.web.regelboek.proeven.proef import Proef

PROEVEN: dict[str, Proef] = {proef.code: proef for proef in (*zorg.PROEVEN, *plan.PROEVEN, *termijn.PROEVEN)}
