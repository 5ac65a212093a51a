"""What counts as a contactmoment under each reading of the sources."""

from dataclasses import replace

import pytest

from rondetafel.regels.contactmoment import Activiteit, Casus, Contact, weigh_contact
from tests.regels.voorbeelden import CATALOGUS, KEUZES, choose

BEGELEIDING = Casus(product=CATALOGUS.product("begeleiding-individueel"), keuzes=KEUZES)
GGZ = replace(BEGELEIDING, product=CATALOGUS.product("behandeling-individueel-ggz"))
INDIRECT = {
    Activiteit.RAPPORTAGE,
    Activiteit.OVERLEG_JEUGDIGE,
    Activiteit.ANALYSE,
    Activiteit.REISTIJD,
    Activiteit.VOORBEREIDING,
    Activiteit.COORDINATIE,
}
DIRECT = {Activiteit.GESPREK, Activiteit.BELLEN, Activiteit.BEELDBELLEN}


def counted(casus, **anders):
    return {
        activiteit
        for activiteit in Activiteit
        if weigh_contact(Contact(activiteit=activiteit, minuten=60, doel="Rust", **anders), casus).telt
    }


GENOEMD = {Activiteit.OVERLEG_JEUGDIGE, Activiteit.COORDINATIE}


@pytest.mark.parametrize(
    ("casus", "indirect"),
    [
        pytest.param(BEGELEIDING, GENOEMD, id="niet-ggz"),
        pytest.param(
            replace(BEGELEIDING, keuzes=choose("indirect-telt", "niets")), set(), id="niet-ggz-niets-telt"
        ),
        pytest.param(
            replace(BEGELEIDING, hoog_risico=True), GENOEMD | {Activiteit.RAPPORTAGE}, id="hoog-risico"
        ),
        pytest.param(
            replace(BEGELEIDING, melding_veilig_thuis=True),
            GENOEMD | {Activiteit.RAPPORTAGE},
            id="na-veilig-thuis",
        ),
        pytest.param(
            replace(BEGELEIDING, raadsonderzoek=True), GENOEMD | {Activiteit.RAPPORTAGE}, id="onderzoek-raad"
        ),
        pytest.param(
            replace(BEGELEIDING, hoog_risico=True, keuzes=choose("rapportage-telt", "nooit")),
            GENOEMD,
            id="rapportage-nooit",
        ),
        pytest.param(GGZ, set(), id="ggz"),
        pytest.param(
            replace(GGZ, keuzes=choose("ggz-indirect", "alle")),
            INDIRECT - {Activiteit.REISTIJD},
            id="ggz-alle",
        ),
    ],
)
def test_indirect_time(casus, indirect):
    assert counted(casus) == DIRECT | indirect
