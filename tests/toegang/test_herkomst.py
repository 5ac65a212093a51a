"""Where a request comes from, as every line of the logboek says it."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from rondetafel.kern.models import Logregel
from rondetafel.toegang.herkomst import origin_of
from tests.factories import BetrokkeneFactory, PersoonFactory, RegieFactory
from tests.rollen import as_eigenaar

PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.mark.parametrize(
    ("adres", "doorgegeven", "proxy", "verwacht"),
    [
        pytest.param("192.0.2.7", None, None, "192.0.2.7", id="rechtstreeks"),
        pytest.param("2001:DB8::7", None, None, "2001:db8::7", id="ipv6"),
        pytest.param("192.0.2.7", "203.0.113.9", None, "192.0.2.7", id="zelf verzonnen kop"),
        pytest.param("127.0.0.1", "198.51.100.1, 203.0.113.9", PROXY, "203.0.113.9", id="via proxy"),
        pytest.param("127.0.0.1", None, PROXY, "127.0.0.1", id="proxy zonder kop"),
        pytest.param("127.0.0.1", "<script>", PROXY, None, id="geen adres"),
        pytest.param("", None, None, None, id="via een socket"),
    ],
)
def test_address(settings, adres, doorgegeven, proxy, verwacht):
    settings.SECURE_PROXY_SSL_HEADER = proxy
    kop = {"HTTP_X_FORWARDED_FOR": doorgegeven} if doorgegeven else {}

    assert origin_of(RequestFactory().get("/", REMOTE_ADDR=adres, **kop)).netwerkadres == verwacht


def test_source_is_the_name_of_the_website(settings):
    settings.ADRES = "https://plan.voorbeeld.example"

    assert origin_of(RequestFactory().get("/")).bron == "plan.voorbeeld.example web"


@pytest.mark.django_db
def test_lines_of_one_request_belong_together(client, klok):
    regie = RegieFactory()
    for _ in range(2):
        PersoonFactory(gezin=regie.gezin)
    client.force_login(regie.regisseur)
    pad = reverse("werkplek:gezin", args=[regie.gezin_id])
    client.get(pad)
    client.get(pad)

    with as_eigenaar():
        verzoeken = Logregel.objects.values_list("verzoek_id", "netwerkadres", "bron").distinct()
        assert {adres for _, adres, _ in verzoeken} == {"127.0.0.1"}
        assert len({verzoek for verzoek, _, _ in verzoeken}) == 2
        assert not Logregel.objects.filter(bron="").exists()


@pytest.mark.django_db
def test_form_that_is_refused_shows_data_and_is_a_look_too(client, klok):
    regie = RegieFactory()
    stoel = BetrokkeneFactory(gezin=regie.gezin)
    client.force_login(regie.regisseur)

    antwoord = client.post(reverse("gezinnen:stoel", args=[regie.gezin_id, stoel.pk]), {"gelezen": "x"})

    assert antwoord.status_code == 422
    with as_eigenaar():
        assert Logregel.objects.filter(gebeurtenis="bekeken", betreft_id=stoel.pk).exists()
