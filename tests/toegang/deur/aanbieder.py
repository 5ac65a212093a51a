"""A small OIDC provider on this machine, which can also do everything wrong that a provider can do wrong."""

import base64
import hashlib
import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, GEHEIM = "rondetafel", "een-geheim-van-de-broker"
EIGEN = rsa.generate_private_key(public_exponent=65537, key_size=2048)
VALS = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Aanbieder:
    """What the provider knows: who logs in there, and the codes it gave out. `knoei` spoils the token."""

    def __init__(self):
        self.claims = {"sub": "999990019", "acr": "substantieel"}
        self.codes, self.url = {}, ""
        self.knoei = lambda claims: claims
        self.key, self.algoritme, self.kid = EIGEN, "RS256", "een"

    def authorize(self, address):
        """Log in at the provider, as the browser would: returns where the browser goes next."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        code = f"code{len(self.codes)}"
        self.codes[code] = asked
        return f"{asked['redirect_uri']}?code={code}&state={asked['state']}", asked

    def token(self, form, authorization):
        """Exchange a code once, for who knows the secret and the verifier."""
        expected = base64.b64encode(f"{CLIENT}:{GEHEIM}".encode()).decode()
        asked = self.codes.pop(form.get("code", [""])[0], None)
        verifier = form.get("code_verifier", [""])[0]
        challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if authorization != f"Basic {expected}" or asked is None or asked.get("code_challenge") != challenge:
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "iat": now, "exp": now + 60, "nonce": asked["nonce"]}
        token = jwt.encode(
            self.knoei(claims | self.claims), self.key, algorithm=self.algoritme, headers={"kid": self.kid}
        )
        return 200, {"access_token": "toegang", "token_type": "Bearer", "id_token": token}

    def discovery(self):
        return {
            "issuer": self.url,
            "authorization_endpoint": f"{self.url}/authorize",
            "token_endpoint": f"{self.url}/token",
            "jwks_uri": f"{self.url}/jwks",
            "token_endpoint_auth_methods_supported": ["client_secret_basic"],
        }

    def jwks(self):
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(EIGEN.public_key()))
        return {"keys": [public | {"kid": "een", "alg": "RS256", "use": "sig"}]}


@contextmanager
def running_aanbieder():
    """Start the provider on a free port of this machine."""
    aanbieder = Aanbieder()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            known = {"/.well-known/openid-configuration": aanbieder.discovery, "/jwks": aanbieder.jwks}
            self.answer(200, known[self.path]()) if self.path in known else self.answer(404, {})

        def do_POST(self):
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            self.answer(*aanbieder.token(form, self.headers.get("Authorization", "")))

        def answer(self, status, data):
            body = json.dumps(data).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            """Say nothing: what is asked is in the test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    aanbieder.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield aanbieder
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
