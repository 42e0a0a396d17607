"""The kinds of secrets, by the name that their labels have: ``<token-1>``."""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """What is masked: the name in its label, and what one and several are called."""

    name: str
    one: str
    many: str
    must_be_replaced: bool = False  # who knows it can act as the customer's server until it is replaced
    on_request: bool = False  # an ID: the vendor needs it, so it stays unless it is asked for


TOKEN: Final = Kind("token", "token", "tokens")
SERVER_SECRET: Final = Kind("server-secret", "ServerSecret", "ServerSecrets", must_be_replaced=True)
APP_SIGN: Final = Kind("app-sign", "AppSign", "AppSigns", must_be_replaced=True)
PRIVATE_KEY: Final = Kind("private-key", "private key", "private keys")
SECRET: Final = Kind("secret", "secret", "secrets")
PASSWORD: Final = Kind("password", "password", "passwords")
AUTHORIZATION: Final = Kind("authorization", "authorization", "authorizations")
COOKIE: Final = Kind("cookie", "cookie", "cookies")
SIGNATURE: Final = Kind("signature", "signature", "signatures")
IP: Final = Kind("ip", "client IP", "client IPs")
EMAIL: Final = Kind("email", "e-mail address", "e-mail addresses")
PHONE: Final = Kind("phone", "phone number", "phone numbers")
APP_ID: Final = Kind("app-id", "AppID", "AppIDs", on_request=True)
ROOM: Final = Kind("room", "room ID", "room IDs", on_request=True)
USER: Final = Kind("user", "user ID", "user IDs", on_request=True)
STREAM: Final = Kind("stream", "stream ID", "stream IDs", on_request=True)

ON_REQUEST: Final = {kind.name: kind for kind in (APP_ID, ROOM, USER, STREAM)}
_SECRETS: Final = (
    *(TOKEN, SERVER_SECRET, APP_SIGN, PRIVATE_KEY, SECRET, PASSWORD, AUTHORIZATION, COOKIE, SIGNATURE),
    *(IP, EMAIL, PHONE),
)
_NAME: Final = rf"(?:{'|'.join(kind.name for kind in (*_SECRETS, *ON_REQUEST.values()))})(?:-[0-9]+)?"
LABEL: Final = re.compile(rf"<{_NAME}>")
# The same in a text of any form, Markdown and HTML too.
ANY_LABEL: Final = re.compile(rf"<{_NAME}>|\\<{_NAME}\\>|&lt;{_NAME}&gt;")
OF_PEOPLE: Final = frozenset((IP, EMAIL, PHONE))  # what an agent may have a reason to write
