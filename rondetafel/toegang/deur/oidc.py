"""Log in through a provider over OIDC: DigiD or eHerkenning through a broker, or an employer's own login.

The library does the flow: state in the session, PKCE, the code against a token. Added here: a nonce, the
signature of the token checked always, the level of assurance, and that nobody gets an account this way.
Of a subject only a keyed hash is kept, because at a broker it may be a BSN.
"""

from typing import Any, cast
from uuid import UUID

import jwt
from allauth.account.internal.decorators import login_not_required
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.adapter import get_adapter as get_social_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.contrib.auth.tokens import default_token_generator
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare, get_random_string, salted_hmac

from rondetafel.toegang.context import load_wie
from rondetafel.toegang.deur.operations import record_inlogdienst, start_met_dienst
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

# Only with a key pair: with a shared secret whoever can check a token can also make one.
ALGORITMEN = ["RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512"]
NODIG = ["iss", "aud", "exp", "iat", "sub", "nonce"]
GEEN_TOEGANG = 403
# In the session of who follows an invitation through a provider: for whom, and the token of the link.
UITNODIGING = "uitnodiging"


class Client(OpenIDConnectOAuth2Adapter):
    """Takes a token only when it was made for us, by this provider, for this very login."""

    def complete_login(self, request: HttpRequest, app: SocialApp, token: Any, **kwargs: Any) -> SocialLogin:
        id_token = kwargs["response"].get("id_token")
        if not id_token:
            raise OAuth2Error("geen id_token")
        claims = self._decode_id_token(app, id_token)
        if not constant_time_compare(str(claims["nonce"]), nonce_for(request.GET.get("state", ""))):
            raise OAuth2Error("verkeerde nonce")
        acr = app.settings["acr"]
        if acr and claims.get("acr") not in acr:
            raise PermissionDenied
        login = self.get_provider().sociallogin_from_response(request, {"id_token": claims})
        login.bekend_als = _claim_of(app, claims)
        return cast(SocialLogin, login)

    def _decode_id_token(self, app: SocialApp, id_token: str) -> dict[str, Any]:
        """Check signature, issuer, audience and time.

        :raises OAuth2Error: when anything is not right.
        """
        config = self.openid_config
        if (
            self.get_provider().server_url
            != f"{config['issuer'].rstrip('/')}/.well-known/openid-configuration"
        ):
            raise OAuth2Error("andere uitgever")
        with get_social_adapter().get_requests_session() as session:
            answer = session.get(config["jwks_uri"])
            answer.raise_for_status()
        try:
            kid = jwt.get_unverified_header(id_token).get("kid")
            key = next(een for een in jwt.PyJWKSet.from_dict(answer.json()).keys if een.key_id == kid)
            return dict(
                jwt.decode(
                    id_token,
                    key,
                    algorithms=ALGORITMEN,
                    audience=app.client_id,
                    issuer=config["issuer"],
                    options={"require": NODIG},
                )
            )
        except (jwt.PyJWTError, StopIteration) as fout:
            raise OAuth2Error("ongeldig token") from fout


class Provider(OpenIDConnectProvider):
    """A provider of RONDETAFEL_OIDC. What it is asked stands in the settings, never in the address."""

    package = "allauth.socialaccount.providers.openid_connect"
    oauth2_adapter_class = Client

    def redirect(
        self, request: HttpRequest, process: str, next_url: Any = None, data: Any = None, **kwargs: Any
    ) -> HttpResponse:
        state_id = get_random_string(32)
        kwargs["auth_params"] = self.get_auth_params() | {"nonce": nonce_for(state_id)}
        kwargs["scope"] = self.get_scope()
        try:
            return super().redirect(request, process, next_url, data, state_id=state_id, **kwargs)
        except OSError as fout:
            # A provider that is away stops only who comes through it.
            return cast(HttpResponse, render_authentication_error(request, self, exception=fout))

    def extract_uid(self, data: dict[str, Any]) -> str:
        claims = data["id_token"]
        return salted_hmac(
            "rondetafel.oidc", f"{claims['iss']} {claims['sub']}", algorithm="sha256"
        ).hexdigest()

    def extract_extra_data(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_common_fields(self, data: dict[str, Any]) -> dict[str, Any]:
        return {}

    def extract_email_addresses(self, data: dict[str, Any]) -> list[Any]:
        return []


class Adapter(DefaultSocialAccountAdapter):
    """Who is behind what a provider says? Only who has an account already."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let in whom we know, and answer all others alike: unknown, closed, or of the other kind."""
        app = sociallogin.account.get_provider().app
        if sociallogin.state.get("process") == "connect":
            if isinstance(request.user, Gebruiker) and not _is_for(request.user, app):
                raise ImmediateHttpResponse(_unknown(request))
            return
        if not sociallogin.is_existing:
            genodigde = _invited(request)
            gebruiker = _account_of(sociallogin, genodigde)
            if gebruiker is None or not gebruiker.is_active or not _is_for(gebruiker, app):
                raise ImmediateHttpResponse(_unknown(request))
            if genodigde:
                start_met_dienst(genodigde, soort=app.provider_id, door=genodigde.as_wie())
            sociallogin.connect(request, gebruiker)
        elif not sociallogin.user.is_active or not _is_for(sociallogin.user, app):
            raise ImmediateHttpResponse(_unknown(request))

    def send_notification_mail(
        self, template_prefix: str, user: Gebruiker, *args: Any, **kwargs: Any
    ) -> None:
        """A way in came or went: that is written down first."""
        soort = template_prefix.rpartition("_")[2]
        record_inlogdienst(user, soort=soort, door=load_wie(user.pk))
        super().send_notification_mail(template_prefix, user, *args, **kwargs)


@login_not_required
def terug(request: HttpRequest, provider_id: str) -> HttpResponse:
    """Come back from a provider."""
    try:
        return cast(HttpResponse, OAuth2CallbackView.adapter_view(Client(request, provider_id))(request))
    except SocialApp.DoesNotExist:
        raise Http404 from None


def providers_for(request: HttpRequest, gebruiker: Gebruiker) -> list[OpenIDConnectProvider]:
    """The providers that people of this kind come in through."""
    return [een for een in get_social_adapter().list_providers(request) if _is_for(gebruiker, een.app)]


def accept_through(
    request: HttpRequest, provider: OpenIDConnectProvider, *, gebruiker_id: UUID, token: str
) -> HttpResponse:
    """Send somebody who was invited to a provider; who comes back with an unknown subject gets it bound."""
    request.session[UITNODIGING] = {"gebruiker": str(gebruiker_id), "token": token}
    return cast(HttpResponse, provider.redirect(request, process="login"))


def _invited(request: HttpRequest) -> Gebruiker | None:
    """Who began with an invitation in this browser, if it still holds; asked once."""
    uitnodiging = request.session.pop(UITNODIGING, None)
    if uitnodiging is None:
        return None
    gebruiker = Gebruiker.objects.with_banden().filter(pk=uitnodiging["gebruiker"]).first()
    holds = gebruiker is not None and default_token_generator.check_token(gebruiker, uitnodiging["token"])
    return gebruiker if holds else None


def _account_of(sociallogin: SocialLogin, genodigde: Gebruiker | None) -> Gebruiker | None:
    """The account of the invitation, or of the name the provider gives; when both are there they must agree."""
    bekend = Gebruiker.objects.by_login(sociallogin.bekend_als) if sociallogin.bekend_als else None
    if genodigde is None or not sociallogin.bekend_als:
        return genodigde or bekend
    return genodigde if bekend == genodigde else None


def nonce_for(state_id: str) -> str:
    """The nonce that belongs to one state: who has a token of another login cannot use it here."""
    return salted_hmac("rondetafel.nonce", state_id, algorithm="sha256").hexdigest()


def _claim_of(app: SocialApp, claims: dict[str, Any]) -> str:
    """The name under which a provider may bind somebody; an address counts only when it was checked there."""
    claim = app.settings["claim"]
    if not claim or (claim == "email" and claims.get("email_verified") is not True):
        return ""
    return str(claims.get(claim, ""))


def _is_for(gebruiker: Gebruiker, app: SocialApp) -> bool:
    return (app.settings["voor"] == "gezin") == (gebruiker.rol == Rol.GEZIN)


def _unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "toegang/deur/onbekend.html", status=GEEN_TOEGANG)
