"""Which families show whether a drawing can be read? Invented people in every situation that is hard to draw."""

from rondetafel.web.tekening.familie import Band, Genogram, Huishouden, Kind, Lid, Paar, Stand, Teken
from rondetafel.web.tekening.netwerk import Contact, Hulp, Kracht, Kring, Kringen, Richting

MAN, VROUW, ZWANGER = Teken.MAN, Teken.VROUW, Teken.ZWANGERSCHAP
P, E, G, A = (
    Hulp(letter=letter, woord=woord)
    for letter, woord in (("P", "iets doen"), ("E", "luisteren"), ("G", "gezelschap"), ("A", "advies"))
)

GENOGRAM = Genogram(
    leden=(
        Lid(
            sleutel="jo", naam="Jo Janssen", kort="opa Jo", teken=MAN, jaren="1938 – 2009", is_overleden=True
        ),
        Lid(sleutel="ria", naam="Ria Janssen", kort="oma Ria", teken=VROUW, leeftijd="81"),
        Lid(sleutel="wim", naam="Wim van den Berg", kort="opa Wim", teken=MAN, leeftijd="78"),
        Lid(sleutel="mia", naam="Mia van den Berg", kort="oma Mia", teken=VROUW, leeftijd="75"),
        Lid(sleutel="anja", naam="Anja Maas", kort="Anja", teken=VROUW, leeftijd="49"),
        Lid(sleutel="peter", naam="Peter Janssen", kort="Peter", teken=MAN, leeftijd="47"),
        Lid(sleutel="samira", naam="Samira van den Berg", kort="Samira", teken=VROUW, leeftijd="42"),
        Lid(sleutel="kees", naam="Kees Souren", kort="Kees", teken=MAN, leeftijd="45"),
        Lid(sleutel="hanna", naam="Hanna Janssen", kort="Hanna", teken=VROUW, leeftijd="50"),
        Lid(sleutel="bram", naam="Bram Janssen", kort="Bram", teken=MAN, leeftijd="20"),
        Lid(sleutel="noor", naam="Noor Janssen", kort="Noor", teken=VROUW, leeftijd="14", is_index=True),
        Lid(sleutel="daan", naam="Daan Janssen", kort="Daan", teken=MAN, leeftijd="11"),
        Lid(sleutel="fleur", naam="Fleur Janssen", kort="Fleur", teken=VROUW, leeftijd="11"),
        Lid(sleutel="weg", naam="zwangerschap in 2021", kort="2021", teken=ZWANGER, is_overleden=True),
        Lid(sleutel="sem", naam="Sem Souren", kort="Sem", leeftijd="4"),
        Lid(sleutel="baby", naam="baby", kort="baby", teken=ZWANGER, jaren="mei 2027"),
        Lid(sleutel="yusuf", naam="Yusuf Demir", kort="Yusuf", teken=MAN, leeftijd="8"),
        Lid(sleutel="niemand", naam="", kort="onbekend", teken=MAN),
        Lid(sleutel="lot", naam="Lot van den Berg", kort="Lot", teken=VROUW, leeftijd="19"),
        Lid(sleutel="saar", naam="Saar van den Berg", kort="Saar", teken=VROUW, leeftijd="1"),
    ),
    paren=(
        Paar(een="jo", ander="ria", stand=Stand.GEHUWD),
        Paar(een="wim", ander="mia", stand=Stand.GEHUWD),
        Paar(een="peter", ander="anja", stand=Stand.GESCHEIDEN),
        Paar(een="peter", ander="samira", stand=Stand.UIT_ELKAAR),
        Paar(een="samira", ander="kees", stand=Stand.SAMENWONEND),
    ),
    kinderen=(
        Kind(kind="hanna", ouders=("jo", "ria")),
        Kind(kind="peter", ouders=("jo", "ria")),
        Kind(kind="samira", ouders=("wim", "mia")),
        Kind(kind="bram", ouders=("peter", "anja")),
        Kind(kind="noor", ouders=("peter", "samira")),
        Kind(kind="daan", ouders=("peter", "samira"), tweeling="daan-fleur"),
        Kind(kind="fleur", ouders=("peter", "samira"), tweeling="daan-fleur"),
        Kind(kind="weg", ouders=("samira", "kees")),
        Kind(kind="sem", ouders=("samira", "kees"), band=Band.ADOPTIE),
        Kind(kind="baby", ouders=("samira", "kees")),
        Kind(kind="yusuf", ouders=("hanna",), band=Band.PLEEG),
        Kind(kind="lot", ouders=("wim", "mia")),
        Kind(kind="saar", ouders=("niemand", "lot")),
        Kind(kind="saar", ouders=("wim", "mia"), band=Band.PLEEG),
    ),
    huishoudens=(
        Huishouden(naam="bij moeder", leden=("samira", "kees", "noor", "daan", "fleur", "sem")),
        Huishouden(naam="bij vader", leden=("peter", "bram", "noor")),
    ),
)

KRINGEN = Kringen(
    naam="Noor",
    contacten=(
        Contact(
            naam="Samira van den Berg",
            kort="Samira",
            wie="moeder",
            groep="gezin",
            kring=Kring.DICHTBIJ,
            kracht=Kracht.STERK,
            richting=Richting.BEIDE,
            nu=(P, E),
        ),
        Contact(
            naam="Peter Janssen",
            kort="Peter",
            wie="vader",
            groep="gezin",
            kring=Kring.DICHTBIJ,
            kracht=Kracht.GESPANNEN,
            richting=Richting.VRAAGT,
            nu=(P,),
            kan=(E,),
        ),
        Contact(
            naam="Ria Janssen",
            kort="oma Ria",
            wie="oma",
            groep="familie",
            kring=Kring.DICHTBIJ,
            kracht=Kracht.STERK,
            richting=Richting.GEEFT,
            nu=(E, G),
        ),
        Contact(naam="Fatma Yıldız", kort="Fatma", wie="buurvrouw", groep="buren", nu=(P,), kan=(G,)),
        Contact(
            naam="Bram Janssen",
            kort="Bram",
            wie="halfbroer",
            groep="familie",
            kracht=Kracht.ZWAK,
            kan=(G,),
            kring=Kring.VER_WEG,
        ),
        Contact(naam="juf Anja Maas", kort="juf Anja", wie="school", nu=(A,), richting=Richting.GEEFT),
        Contact(naam="de scouting", kort="scouting", wie="club", is_nu=False, kan=(G,), kring=Kring.VER_WEG),
        Contact(
            naam="Maximiliaan van Schaesberg-Valkenburg", wie="stiefvader van vroeger", kring=Kring.VER_WEG
        ),
    ),
)
