"""What stands on the page of each step of the intake: the question in plain words, what helps, and where to go."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from rondetafel.regels.intake import Onderwerp, Stand
from rondetafel.toegang.rechten import Recht

# Words of gettext are not words yet: they are chosen when the page is made.
Tekst = Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Verwijzing:
    """Where something is filled in once, for all of Rondetafel; for who holds `recht`."""

    adres: str
    tekst: Tekst
    recht: Recht


@dataclass(frozen=True, slots=True, kw_only=True)
class Stapuitleg:
    """`vraag` is put to a parent or read out at the table, `vraag_je` to a young person."""

    titel: Tekst
    vraag: Tekst
    vraag_je: Tekst
    hulp: tuple[Tekst, ...] = ()
    heen: tuple[Verwijzing, ...] = ()
    is_ooit: bool = False


STANDWOORDEN: Mapping[Stand, tuple[Tekst, str]] = {
    Stand.OPEN: (_("nog te doen"), "beroep"),
    Stand.BEZIG: (_("begonnen"), "oranje"),
    Stand.KLAAR: (_("klaar"), "groen"),
    Stand.NIET_NODIG: (_("hoeft niet"), "beroep"),
}
TAFEL = Verwijzing(adres="gezinnen:tafel", tekst=_("Naar de tafel"), recht=Recht.GEZIN_LEZEN)
BASIS = Verwijzing(adres="gezinnen:basis", tekst=_("Naar de basisgegevens"), recht=Recht.TAFEL_DEKKEN)
NETWERK = Verwijzing(
    adres="gezinnen:netwerk", tekst=_("Naar de mensen om het gezin"), recht=Recht.TAFEL_DEKKEN
)
STOEL = Verwijzing(adres="gezinnen:stoel_nieuw", tekst=_("Iemand aan tafel zetten"), recht=Recht.TAFEL_DEKKEN)

UITLEG: Mapping[Onderwerp, Stapuitleg] = {
    Onderwerp.VOORBEREIDEN: Stapuitleg(
        titel=_("Voorbereiden"),
        vraag=_("Wat gaan we samen doen?"),
        vraag_je=_("Wat gaan we samen doen?"),
        hulp=(
            _("Vertel wat een gezinsplan is, hoelang het duurt en wie er meelezen."),
            _("Het plan is van het gezin. Zij bepalen het tempo, en mogen later verdergaan."),
        ),
    ),
    Onderwerp.GEGEVENS: Stapuitleg(
        titel=_("Gegevens"),
        vraag=_("Kloppen de namen en gegevens van uw gezin?"),
        vraag_je=_("Kloppen jouw naam en geboortedatum?"),
        hulp=(
            _("Kijk ook wie er gezag heeft. Daar hangt van af wie beslist en wie meeleest."),
            _("Klopt iets niet? Verbeter het bij de basisgegevens, dan klopt het overal."),
        ),
        heen=(BASIS, TAFEL),
    ),
    Onderwerp.NETWERK: Stapuitleg(
        titel=_("Mensen om het gezin"),
        vraag=_("Wie vindt het belangrijk dat het goed gaat met u?"),
        vraag_je=_("Wie vindt het belangrijk dat het goed gaat met jou?"),
        hulp=(
            _("Denk verder dan opa en oma: vrienden, buren van nu en vroeger, ouders van vriendjes."),
            _("En mensen van sport, werk, school, kerk of moskee."),
            _("Wat kunnen en willen zij doen? Helpen, luisteren, geld, meedenken, of er gewoon zijn."),
            _("Wie blijft er als de hulp stopt? Geef niet op als iemand niet meteen reageert."),
        ),
        heen=(NETWERK, TAFEL),
    ),
    Onderwerp.BEROEP: Stapuitleg(
        titel=_("Hulp vanuit het werk"),
        vraag=_("Wie helpt uw gezin al vanuit het werk?"),
        vraag_je=_("Wie helpt jou of jullie al vanuit het werk?"),
        hulp=(
            _("Denk aan de huisarts, de jeugdgezondheidszorg, school, behandelaars en begeleiders."),
            _("Wie van hen blijft lang bij het gezin? Bespreek wat die kan doen."),
        ),
        heen=(NETWERK, TAFEL),
    ),
    Onderwerp.VOORKEUR: Stapuitleg(
        titel=_("Wie coördineert?"),
        vraag=_("Van wie wilt u dat die de hulp bij elkaar houdt?"),
        vraag_je=_("Van wie wil jij dat die de hulp bij elkaar houdt?"),
        hulp=(
            _("Het gezin mag een voorkeur zeggen. Bespreek of dat kan."),
            _("Kan het niet? Dan kiest u samen iemand anders."),
        ),
    ),
    Onderwerp.VERWIJSINDEX: Stapuitleg(
        titel=_("Verwijsindex"),
        vraag=_("Weet u wat de verwijsindex is, en wat een signaal betekent?"),
        vraag_je=_("Weet jij wat de verwijsindex is, en wat een signaal betekent?"),
        hulp=(
            _(
                "Een signaal laat hulpverleners van elkaar weten dat zij dit kind helpen. Er staat niet bij waarom."
            ),
            _("Vertel het voordat u een signaal afgeeft."),
        ),
        heen=(
            Verwijzing(
                adres="veiligheid:signaal_nieuw",
                tekst=_("Een signaal afgeven"),
                recht=Recht.VERWIJSINDEX_SIGNALEREN,
            ),
        ),
    ),
    Onderwerp.CONCEPTPLAN: Stapuitleg(
        titel=_("Concept van het plan"),
        vraag=_("Wat wilt u als eerste anders?"),
        vraag_je=_("Wat wil jij als eerste anders?"),
        hulp=(
            _("Dit hoeft nog niet. Vul samen in wat het gezin nu al wil, in hun eigen woorden."),
            _("Zijn er weinig mensen om het gezin? Dan kan het netwerk groter maken een doel zijn."),
        ),
        heen=(Verwijzing(adres="gezinsplan:matrix", tekst=_("Een doel kiezen"), recht=Recht.PLAN_BEWERKEN),),
    ),
    Onderwerp.UITLEG: Stapuitleg(
        titel=_("Hoe het plan vast komt te staan"),
        vraag=_("Weet u dat het plan pas vaststaat na het overleg?"),
        vraag_je=_("Weet je dat het plan pas vaststaat na het overleg?"),
        hulp=(
            _("Tot het overleg is alles een concept. Iedereen aan tafel zegt daar of die akkoord is."),
            _("Ook wie het niet eens is, komt met eigen woorden in het plan."),
        ),
    ),
    Onderwerp.TOEGANG: Stapuitleg(
        titel=_("Het plan zelf lezen"),
        vraag=_("Wie van uw gezin wil het plan zelf lezen?"),
        vraag_je=_("Wil jij het plan zelf lezen?"),
        hulp=(
            _("Geef het gezin een eigen account: met een mail, of met een code in een brief."),
            _("Zij beslissen ook wie er verder meelezen."),
        ),
        heen=(
            Verwijzing(adres="gezinnen:wie_leest", tekst=_("Wie mag wat lezen?"), recht=Recht.TOEGANG_LEZEN),
            Verwijzing(adres="gezinnen:tafel", tekst=_("Iemand uitnodigen"), recht=Recht.TAFEL_DEKKEN),
        ),
    ),
    Onderwerp.UITNODIGEN: Stapuitleg(
        titel=_("Wie komen er?"),
        vraag=_("Wie nodigen we uit voor het overleg?"),
        vraag_je=_("Wie moeten we vragen voor het overleg?"),
        hulp=(
            _("Kies dit samen. Wil het gezin iemand er niet bij, dan komt die niet."),
            _("Vraag daarna aan iedereen of die wil komen."),
        ),
    ),
    Onderwerp.ZEKER: Stapuitleg(
        titel=_("Wie moet er zeker bij zijn?"),
        vraag=_("Zonder wie heeft het overleg geen zin?"),
        vraag_je=_("Zonder wie heeft het overleg geen zin?"),
        hulp=(_("Houd het klein: met deze mensen zoekt u een dag. De anderen mogen erbij."),),
    ),
    Onderwerp.DATA: Stapuitleg(
        titel=_("Dagen voorstellen"),
        vraag=_("Op welke dagen en tijden kunt u?"),
        vraag_je=_("Op welke dagen en tijden kun jij?"),
        hulp=(
            _("Stel er een paar voor. Vraag dan aan iedereen wanneer die kan."),
            _("Denk aan werk, school en de kleintjes."),
        ),
    ),
    Onderwerp.DATUM: Stapuitleg(
        titel=_("De datum"),
        vraag=_("Welke dag wordt het?"),
        vraag_je=_("Welke dag wordt het?"),
        hulp=(_("Kies samen met het gezin en met wie er zeker bij moet zijn."),),
    ),
    Onderwerp.STARTOVERLEG: Stapuitleg(
        titel=_("Naar het startoverleg"),
        vraag=_("Is alles klaar voor het startoverleg?"),
        vraag_je=_("Is alles klaar voor het startoverleg?"),
        hulp=(_("Neem de agenda door met het gezin. Zij weten dan wat er komt."),),
    ),
    Onderwerp.MAATWERK: Stapuitleg(
        titel=_("Misschien maatwerk nodig"),
        vraag=_("Wie vraagt u om aan te sluiten?"),
        vraag_je=_("Wie vraagt u om aan te sluiten?"),
        hulp=(_("Lijkt een maatwerkvoorziening nodig? Vraag wie daarover gaat om mee te denken."),),
        heen=(STOEL,),
        is_ooit=True,
    ),
    Onderwerp.OPSCHALING: Stapuitleg(
        titel=_("Het loopt vast"),
        vraag=_("Naar wie schaalt u op, en waarom?"),
        vraag_je=_("Naar wie schaalt u op, en waarom?"),
        hulp=(_("Bijvoorbeeld naar het kernteam, of naar de leiding van de organisatie die vastloopt."),),
        is_ooit=True,
    ),
}
