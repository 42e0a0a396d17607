"""The table of all that is masked: what each rule is called, what it finds, and why that is a secret.

Patterns see the text in small letters. A row made by ``_key`` finds the value behind a key, in JSON escaped or not, in
addresses, headers, source and prose. Where two rules find the same place, the upper one decides.
"""

from typing import Final

from zegoerr_gui.core.answer.redaction import (
    commands,
    fits,
    headers,
    hex_secrets,
    kinds,
    languages,
    people,
    private_keys,
    tokens,
)
from zegoerr_gui.core.answer.redaction.fits import keyed
from zegoerr_gui.core.answer.redaction.found import Holds, Read, Rule, always
from zegoerr_gui.core.answer.redaction.kinds import Kind


def _key(name: str, kind: Kind, words: str, reason: str, read: Read, holds: Holds = always) -> Rule:
    return Rule(name, kind, words, reason, read, holds, is_key=True)


def in_address(before: str, value: str) -> bool:
    """Whether a key is a parameter of an address."""
    return before.endswith(("?", "&", "&amp;", "%26", "%2526", "%3f", "%253f", "u0026", '"', "'"))


def not_in_word(before: str, value: str) -> bool:
    """Whether a key is not the end of a longer word."""
    return not before[-1:].isalpha()


def no_syntax_error(before: str, value: str) -> bool:
    """Whether a token is not one that a parser complains of."""
    return not before.endswith(("unexpected ", "illegal ", "reserved "))


RULES: Final = (
    # What tells itself
    Rule(
        "token04",
        kinds.TOKEN,
        tokens.TOKEN04,
        "Token04, also wrapped, in a room or stream ID, or with what a kit adds to it",
        tokens.read_token04,
    ),
    Rule("jwt", kinds.TOKEN, tokens.JWT, "JSON Web Token", tokens.read_jwt),
    Rule("bearer", kinds.TOKEN, headers.BEARER, "what follows the word Bearer", headers.read_bearer),
    Rule("private-key", kinds.PRIVATE_KEY, private_keys.PEM, "private key as PEM has it", private_keys.read_pem),
    # What a key tells
    _key(
        "authorization",
        kinds.AUTHORIZATION,
        "authorization",
        "credentials of a header",
        headers.read_authorization,
    ),
    _key("cookie", kinds.COOKIE, "set-cookie|cookie", "cookies of a header", headers.read_cookies),
    _key(
        "server-secret",
        kinds.SERVER_SECRET,
        r"secret|密钥|秘钥",
        "32 hexadecimal digits under a key for a secret",
        keyed(fits.fits_hex(32)),
    ),
    _key(
        "app-sign",
        kinds.APP_SIGN,
        r"appsign|app[_ -]sign|signkey|sign[_-]key",
        "the value of a key for an AppSign, text or bytes",
        keyed(fits.fits_token),
    ),
    _key(
        "secret",
        kinds.SECRET,
        r"secret(?:[_-]?key)?|ap[ip][_-]?key|accesskey|access[_-]key|privatekey|private[_-]key|encryptionkey|credential",
        "the value of a key for a secret",
        keyed(fits.fits_token),
    ),
    _key(
        "password",
        kinds.PASSWORD,
        rf"password|passwd|passphrase|pwd|{languages.PASSWORD}",
        "password",
        keyed(fits.fits_password),
    ),
    _key(
        "pass",
        kinds.PASSWORD,
        r"pass|pw|psw|mdp|clave",
        "letters and digits under a short word for a password",
        keyed(fits.fits_strong_or_mixed),
        not_in_word,
    ),
    Rule("is-my-password", kinds.PASSWORD, commands.IS_PASSWORD, "password in prose", commands.read_word_before),
    _key(
        "token", kinds.TOKEN, r"token|令牌", "the value of a key for a token", keyed(fits.fits_token), no_syntax_error
    ),
    _key("jwt-key", kinds.TOKEN, r"jwt|csrf|xsrf", "the value of a key for a token", keyed(fits.fits_strong)),
    _key(
        "signed-address",
        kinds.SIGNATURE,
        r"txsecret|txtime|wssecret|wstime|wsabstime|auth_key|volcsecret|volctime|hdnts|hdnea|hdntl|ossaccesskeyid"
        r"|x-amz-signature|x-amz-credential|x-amz-security-token|x-oss-signature|x-goog-signature|x-goog-credential"
        r"|key-pair-id",
        "what signs an address of a CDN",
        keyed(fits.fits_query),
    ),
    _key(
        "signature-parameter",
        kinds.SIGNATURE,
        r"signature|sign|sig|policy|auth|ticket",
        "what signs an address",
        keyed(fits.fits_query_value),
        in_address,
    ),
    _key("signature", kinds.SIGNATURE, r"signature|sign", "what signs a call", keyed(fits.fits_strong), not_in_word),
    Rule("url-password", kinds.PASSWORD, headers.URL_PASSWORD, "password in an address", headers.read_url_password),
    # What a command is given
    Rule("login-option", kinds.PASSWORD, headers.LOGIN_OPTION, "password of a command", headers.read_login),
    Rule(
        "login-joined",
        kinds.PASSWORD,
        headers.LOGIN_JOINED,
        "password of curl",
        headers.read_login,
        headers.is_of_curl,
        signs=("curl",),
    ),
    Rule(
        "joined-option",
        kinds.PASSWORD,
        commands.JOINED_OPTION,
        "password of MySQL",
        commands.read_word,
        commands.is_of_mysql,
        signs=commands.JOINED_SIGNS,
    ),
    Rule(
        "letter-option",
        kinds.PASSWORD,
        commands.LETTER_OPTION,
        "password behind an option of one letter",
        commands.read_word,
        commands.is_of_letters,
        signs=commands.LETTER_SIGNS,
    ),
    Rule(
        "cookie-option",
        kinds.COOKIE,
        headers.COOKIE_OPTION,
        "cookies of a command",
        headers.read_cookie_option,
        signs=(" -b", "\t-b", "\n-b", "--cookie"),
    ),
    Rule(
        "password-option",
        kinds.PASSWORD,
        commands.PASSWORD_OPTION,
        "password of a command or a statement",
        commands.read_option,
        signs=commands.SIGNS,
    ),
    # Digits that the words beside them tell
    Rule(
        "app-sign-word",
        kinds.APP_SIGN,
        hex_secrets.APP_SIGN,
        "64 hexadecimal digits behind a word for an AppSign",
        hex_secrets.read_hex,
        hex_secrets.has_secret_word,
        signs=hex_secrets.SIGNS,
    ),
    Rule(
        "server-secret-word",
        kinds.SERVER_SECRET,
        hex_secrets.SERVER_SECRET,
        "32 hexadecimal digits behind a word for a secret",
        hex_secrets.read_hex,
        hex_secrets.has_secret_word,
        signs=hex_secrets.SIGNS,
    ),
    Rule(
        "app-sign-comment",
        kinds.APP_SIGN,
        hex_secrets.APP_SIGN,
        "64 hexadecimal digits that a comment names",
        hex_secrets.read_hex_and_comment,
        signs=hex_secrets.COMMENT_SIGNS,
    ),
    Rule(
        "server-secret-comment",
        kinds.SERVER_SECRET,
        hex_secrets.SERVER_SECRET,
        "32 hexadecimal digits that a comment names",
        hex_secrets.read_hex_and_comment,
        signs=hex_secrets.COMMENT_SIGNS,
    ),
    # People and their machines
    Rule(
        "ipv4-port",
        kinds.IP,
        people.IPV4,
        "address in the network, with its port",
        people.read_ipv4_and_port,
        people.is_no_version,
    ),
    Rule("ipv4", kinds.IP, people.IPV4, "address in the network", people.read_ipv4, people.is_address),
    Rule("ipv6", kinds.IP, people.IPV6, "address in the network", people.read_ipv6),
    Rule(
        "email", kinds.EMAIL, people.EMAIL, "address of mail", people.read_email, signs=("@", "%40", "%2540", "u0040")
    ),
    _key("phone", kinds.PHONE, people.PHONE_WORD, "digits behind a word for phones", people.read_phone, people.is_word),
    Rule(
        "phone-us",
        kinds.PHONE,
        people.PHONE_US,
        "phone number with its area code",
        holds=people.is_to_be_called,
    ),
    Rule("phone-plus", kinds.PHONE, people.PHONE_PLUS, "phone number in international form", people.read_plus),
)

ON_REQUEST: Final = (
    _key("app-id", kinds.APP_ID, r"app[_ ]?id", "the value of a key for an AppID", keyed(fits.fits_app_id)),
    _key("room-id", kinds.ROOM, r"room[_ ]?id", "the value of a key for a room", keyed(fits.fits_id)),
    _key("user-id", kinds.USER, r"user[_ ]?id", "the value of a key for a user", keyed(fits.fits_id)),
    _key("stream-id", kinds.STREAM, r"stream[_ ]?id", "the value of a key for a stream", keyed(fits.fits_id)),
)
