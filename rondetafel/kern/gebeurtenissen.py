"""Which events does the logboek know? One name per thing that can happen, worded as the family reads it."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gebeurtenis(TextChoices):
    """Everything that is ever written in the logboek."""

    BEKEKEN = "bekeken", _("heeft gekeken")
    LOGBOEK_GEDOWNLOAD = "logboek_gedownload", _("heeft het logboek gedownload")
    ADRES_ONTHULD = "adres_onthuld", _("zag een adres of BSN voluit")
    GEWEIGERD = "geweigerd", _("wilde iets dat niet mag of niet kan")
    ACCOUNT_GEOPEND = "account_geopend", _("heeft iemand uitgenodigd")
    ACCOUNT_GESTART = "account_gestart", _("heeft het eigen account in gebruik genomen")
    INGELOGD = "ingelogd", _("heeft ingelogd")
    INLOGGEN_MISLUKT = "inloggen_mislukt", _("kon niet inloggen")
    SESSIE_GESTOPT = "sessie_gestopt", _("is uitgelogd")
    WACHTWOORD_GEWIJZIGD = "wachtwoord_gewijzigd", _("heeft een ander wachtwoord gekozen")
    TWEEDE_STAP_INGESTELD = "tweede_stap_ingesteld", _("heeft een tweede stap bij het inloggen ingesteld")
    TWEEDE_STAP_GEWIST = "tweede_stap_gewist", _("heeft een tweede stap bij het inloggen gewist")
    NOODCODES_BEKEKEN = "noodcodes_bekeken", _("heeft de eigen noodcodes bekeken")
    NOODCODES_GEMAAKT = "noodcodes_gemaakt", _("heeft nieuwe noodcodes gemaakt")
    INLOGDIENST_GEKOPPELD = "inlogdienst_gekoppeld", _("heeft een inlogdienst gekoppeld of losgemaakt")
    BRIEFCODE_GEMAAKT = "briefcode_gemaakt", _("heeft iemand met een brief uitgenodigd")
    AANMELDING_GEDAAN = "aanmelding_gedaan", _("heeft aangemeld")
    INFORMATIE_GEVRAAGD = "informatie_gevraagd", _("heeft de verwijzer iets gevraagd")
    INFORMATIE_ONTVANGEN = "informatie_ontvangen", _("heeft het antwoord van de verwijzer genoteerd")
    ACUUT_OPGEPAKT = "acuut_opgepakt", _("heeft een acute vraag opgepakt")
    TERMIJNEN_HERSTELD = "termijnen_hersteld", _("heeft termijnen weer laten kloppen")
    DOSSIER_AANGEMAAKT = "dossier_aangemaakt", _("heeft het dossier aangemaakt")
    TRIAGE_GEDAAN = "triage_gedaan", _("heeft de triage gedaan")
    VERVANGING_GESTART = "vervanging_gestart", _("heeft vastgelegd wie een collega vervangt")
    VERVANGING_GESTOPT = "vervanging_gestopt", _("heeft een vervanging gestopt")
    BETROKKENE_TOEGEVOEGD = "betrokkene_toegevoegd", _("heeft iemand aan tafel gezet")
    BETROKKENE_GEWIJZIGD = "betrokkene_gewijzigd", _("heeft gegevens van iemand aan tafel veranderd")
    AFSCHERMING_GESTART = "afscherming_gestart", _("heeft iets afgeschermd")
    AFSCHERMING_GESTOPT = "afscherming_gestopt", _("heeft een afscherming gestopt")
    GEHEIM_BEANTWOORD = "geheim_beantwoord", _("heeft genoteerd of een adres geheim is")
    INZAGE_GESLOTEN = "inzage_gesloten", _("heeft het meelezen van iemand gestopt")
    DEELVRAAG_GESTELD = "deelvraag_gesteld", _("heeft gevraagd of iemand mag meelezen")
    DEELVRAAG_BEANTWOORD = "deelvraag_beantwoord", _("heeft gezegd of iemand mag meelezen")
    TOESTEMMING_INGETROKKEN = "toestemming_ingetrokken", _("heeft toestemming om mee te lezen ingetrokken")
    DEELVRAAG_DOORBROKEN = (
        "deelvraag_doorbroken",
        _("heeft iemand laten meelezen door een besluit van buiten"),
    )
    WILSOORDEEL_VASTGELEGD = "wilsoordeel_vastgelegd", _("heeft vastgelegd wie voor iemand beslist")
    PERSOON_TOEGEVOEGD = "persoon_toegevoegd", _("heeft iemand aan het gezin toegevoegd")
    PERSOON_VERBETERD = "persoon_verbeterd", _("heeft gegevens van iemand in het gezin verbeterd")
    PERSOON_SAMENGEVOEGD = "persoon_samengevoegd", _("heeft twee keer dezelfde persoon samengevoegd")
    SAMENVOEGING_TERUGGEDRAAID = "samenvoeging_teruggedraaid", _("heeft een samenvoeging teruggedraaid")
    BSN_VASTGELEGD = "bsn_vastgelegd", _("heeft een BSN opgeschreven")
    VERHUIZING_VASTGELEGD = "verhuizing_vastgelegd", _("heeft opgeschreven waar iemand woont")
    ADRES_VERBETERD = "adres_verbeterd", _("heeft een adres verbeterd")
    ADRES_GESTOPT = "adres_gestopt", _("heeft opgeschreven dat een adres is gestopt")
    GEZAG_VASTGELEGD = "gezag_vastgelegd", _("heeft opgeschreven wie gezag heeft")
    GEZAG_NAGEKEKEN = "gezag_nagekeken", _("heeft nagekeken wie gezag heeft")
    RELATIE_VASTGELEGD = "relatie_vastgelegd", _("heeft opgeschreven wat mensen van elkaar zijn")
    RELATIE_GESTOPT = "relatie_gestopt", _("heeft opgeschreven dat mensen niet meer samen zijn")
    NETWERK_TOEGEVOEGD = "netwerk_toegevoegd", _("heeft iemand rond het gezin toegevoegd")
    NETWERK_VERBETERD = "netwerk_verbeterd", _("heeft opgeschreven wat iemand voor het gezin is")
    NETWERK_GEVRAAGD = "netwerk_gevraagd", _("heeft naar mensen rond het gezin gevraagd")
    STOELVRAAG_GESTELD = "stoelvraag_gesteld", _("heeft gevraagd of iemand benaderd mag worden")
    STOELVRAAG_BEANTWOORD = "stoelvraag_beantwoord", _("heeft opgeschreven of iemand benaderd mag worden")
    REGIE_OVERGEDRAGEN = "regie_overgedragen", _("heeft de regie overgedragen")
    REGIE_AFGEZEGD = "regie_afgezegd", _("heeft afgezegd dat de regie overgaat")
    REGIE_GESTART = "regie_gestart", _("heeft het gezin een regisseur gegeven")
    GEZAG_GESTOPT = "gezag_gestopt", _("heeft vastgelegd dat gezag is gestopt")
    GEBOORTEDATUM_VERBETERD = "geboortedatum_verbeterd", _("heeft een geboortedatum verbeterd")
    OUDER_GEINFORMEERD = "ouder_geinformeerd", _("heeft vastgelegd wat een ouder zonder gezag vroeg")
    VERJAARDAG_BESPROKEN = "verjaardag_besproken", _("heeft besproken wat er op een verjaardag verandert")
    MAATREGEL_VASTGELEGD = "maatregel_vastgelegd", _("heeft een maatregel van de rechter opgeschreven")
    MAATREGEL_VERLENGD = "maatregel_verlengd", _("heeft opgeschreven dat een maatregel is verlengd")
    MAATREGEL_GESTOPT = "maatregel_gestopt", _("heeft opgeschreven dat een maatregel is gestopt")
    MAATREGEL_TOEGEWEZEN = "maatregel_toegewezen", _("heeft opgeschreven wie de jeugdbeschermer is")
    MAATREGEL_AANGEVULD = "maatregel_aangevuld", _("heeft het kenmerk van een maatregel aangevuld")
    PLAN_GESTART = "plan_gestart", _("is het plan begonnen")
    PLAN_VASTGESTELD = "plan_vastgesteld", _("heeft het plan vastgesteld")
    PLAN_UITGEBREID = "plan_uitgebreid", _("heeft van het plan van aanpak een gezinsplan gemaakt")
    DOELEN_AANGEKRUIST = "doelen_aangekruist", _("heeft doelen aangekruist in de doelenmatrix")
    PLAN_GEDOWNLOAD = "plan_gedownload", _("heeft het plan als bestand opgehaald")
    KOPIE_OPGEHAALD = "kopie_opgehaald", _("heeft een kopie van het dossier opgehaald")
    PLAN_BEANTWOORD = "plan_beantwoord", _("heeft opgeschreven wat iemand van het plan vindt")
    DOEL_TOEGEVOEGD = "doel_toegevoegd", _("heeft een doel toegevoegd")
    DOEL_GEWIJZIGD = "doel_gewijzigd", _("heeft een doel veranderd")
    ACTIE_TOEGEVOEGD = "actie_toegevoegd", _("heeft een actie toegevoegd")
    SCHAAL_AFGESPROKEN = "schaal_afgesproken", _("heeft opgeschreven wat een score betekent")
    ACTIE_GEWIJZIGD = "actie_gewijzigd", _("heeft een actie veranderd")
    DOEL_WEGGEHAALD = "doel_weggehaald", _("heeft een doel uit het plan gehaald")
    DOEL_TERUGGEZET = "doel_teruggezet", _("heeft een doel teruggezet in het plan")
    ACTIE_WEGGEHAALD = "actie_weggehaald", _("heeft een actie uit het plan gehaald")
    ACTIE_TERUGGEZET = "actie_teruggezet", _("heeft een actie teruggezet in het plan")
    DOELEN_GEORDEND = "doelen_geordend", _("heeft opgeschreven welk doel eerst komt")
    ACTIE_AFGEVINKT = "actie_afgevinkt", _("heeft een actie afgevinkt")
    DOEL_GEEVALUEERD = "doel_geevalueerd", _("heeft opgeschreven hoe het met een doel gaat")
    SCORE_GEGEVEN = "score_gegeven", _("heeft een score gegeven bij een doel")
    FORMAT_TOEGEVOEGD = "format_toegevoegd", _("is een nieuwe doelenmatrix begonnen")
    FORMAT_GEWIJZIGD = "format_gewijzigd", _("heeft een doelenmatrix veranderd die nog niet in gebruik is")
    FORMAT_GESTART = "format_gestart", _("heeft een doelenmatrix in gebruik genomen")
    KLEUR_GEGEVEN = "kleur_gegeven", _("heeft gezegd hoe de week gaat")
    CONTACT_NA_ROOD = "contact_na_rood", _("heeft opgeschreven dat er contact was na rood")
    WOORD_GEZEGD = "woord_gezegd", _("heeft iets gezegd aan de tafel")
    WOORD_TERUGGENOMEN = "woord_teruggenomen", _("heeft eigen woorden teruggenomen")
    EIGEN_PLAN = "eigen_plan", _("heeft opgeschreven hoe het staat met een eigen plan van het gezin")
    EIGENDOSSIER_GESCHREVEN = "eigendossier_geschreven", _("heeft in het eigen dossier geschreven")
    INTAKE_BIJGEWERKT = "intake_bijgewerkt", _("heeft iets opgeschreven in de intake")
    DATUMS_BEANTWOORD = "datums_beantwoord", _("heeft opgeschreven wie wanneer bij een overleg kan zijn")
    DATUM_INGETROKKEN = "datum_ingetrokken", _("heeft een voorgestelde datum weggehaald")
    OVERLEG_GEPLAND = "overleg_gepland", _("heeft een overleg gepland")
    OVERLEG_VERZET = "overleg_verzet", _("heeft een overleg verzet")
    OVERLEG_AFGEZEGD = "overleg_afgezegd", _("heeft een overleg afgezegd")
    OVERLEG_GEHOUDEN = "overleg_gehouden", _("heeft een overleg vastgelegd")
    AKKOORD_GEGEVEN = "akkoord_gegeven", _("heeft akkoord gegeven voor hulp")
    BRIEF_VERSTUURD = "brief_verstuurd", _("heeft de brief van aanbod verstuurd")
    HANDTEKENING_VASTGELEGD = "handtekening_vastgelegd", _("heeft een handtekening vastgelegd")
    BRIEF_ROND = "brief_rond", _("zag dat de brief van aanbod rond is")
    PAPIER_INGELEVERD = "papier_ingeleverd", _("heeft een papier voor een verlenging ingeleverd")
    VERLENGING_GEVRAAGD = "verlenging_gevraagd", _("heeft verlenging van hulp gevraagd")
    VERLENGING_GEGEVEN = "verlenging_gegeven", _("heeft de hulp verlengd")
    ZORG_GESTOPT = "zorg_gestopt", _("heeft de hulp gestopt")
    AFWIJKINGEN_GEZOCHT = "afwijkingen_gezocht", _("heeft gezocht naar kijken dat opvalt")
    AFWIJKING_GESLOTEN = "afwijking_gesloten", _("heeft nagekeken of het kijken klopte")
    NOODKNOP_GEOPEND = "noodknop_geopend", _("heeft de noodknop gebruikt")
    NOODKNOP_GEPROBEERD = "noodknop_geprobeerd", _("zocht iemand voor de noodknop")
    NOODKNOP_GESTOPT = "noodknop_gestopt", _("heeft de noodknop dichtgezet")
    NOODKNOP_BEOORDEELD = "noodknop_beoordeeld", _("heeft beoordeeld of de noodknop nodig was")
    KLACHT_INGEDIEND = "klacht_ingediend", _("heeft een klacht ingediend")
    KLACHT_BEHANDELD = "klacht_behandeld", _("heeft een stap van een klacht opgeschreven")
    KLACHT_INGETROKKEN = "klacht_ingetrokken", _("heeft een klacht ingetrokken")
    VEILIGHEID_BEGONNEN = "veiligheid_begonnen", _("is een dossier veiligheid begonnen")
    VEILIGHEID_GEOPEND = "veiligheid_geopend", _("heeft een dossier veiligheid geopend")
    VEILIGHEID_LID_ERBIJ = "veiligheid_lid_erbij", _("heeft iemand lid gemaakt van een dossier veiligheid")
    VEILIGHEID_LID_ERAF = "veiligheid_lid_eraf", _("heeft een lid van een dossier veiligheid laten gaan")
    VEILIGHEID_GESLOTEN = "veiligheid_gesloten", _("heeft een dossier veiligheid gesloten")
    MELDCODE_STAP = "meldcode_stap", _("heeft een stap van de meldcode opgeschreven")
    INSCHATTING_GEDAAN = "inschatting_gedaan", _("heeft de veiligheid ingeschat")
    ACTIE_GEDEELD = "actie_gedeeld", _("heeft een actie in het plan gezet vanuit een dossier veiligheid")
    SIGNAAL_AFGEGEVEN = "signaal_afgegeven", _("heeft een kind gesignaleerd in de verwijsindex")
    SIGNAAL_INGETROKKEN = "signaal_ingetrokken", _("heeft een signaal in de verwijsindex ingetrokken")
    DOCUMENT_GEPLAATST = "document_geplaatst", _("heeft een papier toegevoegd")
    DOCUMENT_GEDEELD = "document_gedeeld", _("heeft veranderd met wie een papier gedeeld is")
    DOCUMENT_GECONTROLEERD = "document_gecontroleerd", _("heeft een papier gecontroleerd op virussen")


class Actiecode(TextChoices):
    """What kind of access it was, in the five letters of NEN 7513."""

    MAKEN = "C", _("toegevoegd")
    LEZEN = "R", _("gelezen")
    WIJZIGEN = "U", _("veranderd")
    WISSEN = "D", _("verwijderd")
    UITVOEREN = "E", _("uitgevoerd")


# What is not named here changes something that already was.
MAAKT = frozenset(
    {
        Gebeurtenis.ACCOUNT_GEOPEND,
        Gebeurtenis.TWEEDE_STAP_INGESTELD,
        Gebeurtenis.BRIEFCODE_GEMAAKT,
        Gebeurtenis.AANMELDING_GEDAAN,
        Gebeurtenis.DOSSIER_AANGEMAAKT,
        Gebeurtenis.TRIAGE_GEDAAN,
        Gebeurtenis.VERVANGING_GESTART,
        Gebeurtenis.BETROKKENE_TOEGEVOEGD,
        Gebeurtenis.AFSCHERMING_GESTART,
        Gebeurtenis.MAATREGEL_VASTGELEGD,
        Gebeurtenis.MAATREGEL_VERLENGD,
        Gebeurtenis.PLAN_GESTART,
        Gebeurtenis.PLAN_BEANTWOORD,
        Gebeurtenis.DOEL_TOEGEVOEGD,
        Gebeurtenis.FORMAT_TOEGEVOEGD,
        Gebeurtenis.ACTIE_TOEGEVOEGD,
        Gebeurtenis.DOEL_GEEVALUEERD,
        Gebeurtenis.SCORE_GEGEVEN,
        Gebeurtenis.KLEUR_GEGEVEN,
        Gebeurtenis.WOORD_GEZEGD,
        Gebeurtenis.EIGEN_PLAN,
        Gebeurtenis.EIGENDOSSIER_GESCHREVEN,
        Gebeurtenis.OVERLEG_GEPLAND,
        Gebeurtenis.AKKOORD_GEGEVEN,
        Gebeurtenis.VERLENGING_GEVRAAGD,
        Gebeurtenis.VEILIGHEID_BEGONNEN,
        Gebeurtenis.VEILIGHEID_LID_ERBIJ,
        Gebeurtenis.MELDCODE_STAP,
        Gebeurtenis.INSCHATTING_GEDAAN,
        Gebeurtenis.ACTIE_GEDEELD,
        Gebeurtenis.SIGNAAL_AFGEGEVEN,
        Gebeurtenis.DOCUMENT_GEPLAATST,
    }
)
ACTIES = (
    dict.fromkeys(Gebeurtenis, Actiecode.WIJZIGEN)
    | dict.fromkeys(MAAKT, Actiecode.MAKEN)
    | {
        Gebeurtenis.BEKEKEN: Actiecode.LEZEN,
        Gebeurtenis.LOGBOEK_GEDOWNLOAD: Actiecode.LEZEN,
        Gebeurtenis.PLAN_GEDOWNLOAD: Actiecode.LEZEN,
        Gebeurtenis.ADRES_ONTHULD: Actiecode.LEZEN,
        Gebeurtenis.GEWEIGERD: Actiecode.UITVOEREN,
        Gebeurtenis.VEILIGHEID_GEOPEND: Actiecode.LEZEN,
        Gebeurtenis.INGELOGD: Actiecode.UITVOEREN,
        Gebeurtenis.INLOGGEN_MISLUKT: Actiecode.UITVOEREN,
        Gebeurtenis.SESSIE_GESTOPT: Actiecode.UITVOEREN,
        Gebeurtenis.TWEEDE_STAP_GEWIST: Actiecode.WISSEN,
        Gebeurtenis.AFWIJKINGEN_GEZOCHT: Actiecode.UITVOEREN,
        # Reading in an emergency is no work in a family: it must go on standing out.
        Gebeurtenis.NOODKNOP_GEOPEND: Actiecode.UITVOEREN,
        Gebeurtenis.NOODKNOP_GEPROBEERD: Actiecode.UITVOEREN,
        Gebeurtenis.NOODKNOP_GESTOPT: Actiecode.UITVOEREN,
    }
)
