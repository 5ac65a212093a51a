"""What people fill in about help."""

from rondetafel.zorg.forms.akkoord import MEERVOUD as MEERVOUD
from rondetafel.zorg.forms.akkoord import AkkoordForm as AkkoordForm
from rondetafel.zorg.forms.verloop import GelezenForm as GelezenForm
from rondetafel.zorg.forms.verloop import HandtekeningForm as HandtekeningForm
from rondetafel.zorg.forms.verloop import PapierForm as PapierForm
from rondetafel.zorg.forms.verloop import StopForm as StopForm
from rondetafel.zorg.forms.verloop import VerlengingForm as VerlengingForm
