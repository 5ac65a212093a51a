"""What people fill in about a plan."""

from rondetafel.gezinsplan.forms.doelen import ActieForm as ActieForm
from rondetafel.gezinsplan.forms.doelen import DoelForm as DoelForm
from rondetafel.gezinsplan.forms.doelen import WijzigActieForm as WijzigActieForm
from rondetafel.gezinsplan.forms.doelen import WijzigDoelForm as WijzigDoelForm
from rondetafel.gezinsplan.forms.doelen import as_words as as_words
from rondetafel.gezinsplan.forms.doelen import values_of as values_of
from rondetafel.gezinsplan.forms.eigendossier import AantekeningForm as AantekeningForm
from rondetafel.gezinsplan.forms.eigenplan import EigenAntwoordForm as EigenAntwoordForm
from rondetafel.gezinsplan.forms.eigenplan import EigenplanForm as EigenplanForm
from rondetafel.gezinsplan.forms.evaluatie import EvaluatieForm as EvaluatieForm
from rondetafel.gezinsplan.forms.evaluatie import ScoreForm as ScoreForm
from rondetafel.gezinsplan.forms.format import FormatForm as FormatForm
from rondetafel.gezinsplan.forms.format import IngangForm as IngangForm
from rondetafel.gezinsplan.forms.keuze import MatrixForm as MatrixForm
from rondetafel.gezinsplan.forms.plan import VaststelForm as VaststelForm
from rondetafel.gezinsplan.forms.schaal import SchaalForm as SchaalForm
from rondetafel.gezinsplan.forms.schaal import schaal_of as schaal_of
from rondetafel.gezinsplan.forms.versie import AntwoordForm as AntwoordForm
from rondetafel.gezinsplan.forms.versie import TafelForm as TafelForm
from rondetafel.gezinsplan.forms.versie import VergelijkForm as VergelijkForm
from rondetafel.gezinsplan.forms.week import ContactForm as ContactForm
from rondetafel.gezinsplan.forms.week import KleurForm as KleurForm
from rondetafel.gezinsplan.forms.week import WoordForm as WoordForm
