"""Whether masking takes twice as long for twice the text: ``python -m tests.redaction.speed [KILOBYTES]``.

Each row is one thing repeated to so many kilobytes, 1,024 where none are given, and to twice as many. The ratio of the
two times, medians of three, should be near 2. The last column is the speed at the longer text.
"""

import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter
from typing import Final

from tests.redaction.corpus import made, read
from zegoerr_gui.core.answer.redaction.masking import Masking

_PARTS: Final = [
    *(
        "a",
        "0",
        "1.",
        "1.2.3.4",
        ".",
        "@",
        "a@",
        "a.",
        "+1",
        "+1 ",
        "+",
        "(",
        ":",
        "::",
        "2a:",
        "2001:",
        "eyJ",
        "eyJa.",
    ),
    *("04AAAA", "04AAAAx\n", "04AAAA" + "x" * 30 + "\n", "token", "token=", "token:", 'token":"', "token='\""),
    *("token ", "token\n", "\\", '\\"', 'token\\":\\"', "%", "%25", "%2525252522", "secret", "secret: ", "密码"),
    *("sign=" + "0" * 31 + " ", "f" * 31 + " ", "secret " + "f" * 32, "://", "://a:", "://a:b", "bearer ", "bearer a"),
    *(
        "authorization: ",
        "authorization: digest ",
        "cookie: a=",
        "cookie: a=b;",
        "a=b; ",
        "-u a:",
        "-u ",
        "curl -ua:",
        "mysql -pa ",
        "redis-cli -a ",
    ),
    *("phone ", "phone: 1 ", "1 ", "tel(", "{0x00,", "appsign={0x00,", "<token>", "<", "\n", " ", "İ", "\x00"),
    *(
        "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n" + "x" * 64 + "\n",
        "-----BEGIN ",
        "--pass ",
        "--",
    ),
    *(
        "<token>a</token>",
        "<token>",
        "пароль: ",
        "пароль a1b2c3d ",
        "pass ",
        " is my password",
        " -b '",
        " -b 'a=",
        "--password a1",
    ),
    *(
        "generateToken04(",
        "f" * 32 + " # ",
        "f" * 32 + " # secret ",
        "identified by ",
        "(555) 010-0199",
        "s2: ",
        "04AAAA" + "x1A" * 9 + "\ns2: ",
    ),
]


def seconds(work: Callable[[], object]) -> float:
    """The median of three."""
    taken = []
    for _ in range(3):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return median(taken)


def main(size: int) -> None:
    """Print a row for each part, repeated to so many characters and to twice as many."""
    corpus = "\n".join(item.text for name in ("secrets", "harmless") for item in read(name)) + "\n"
    rows = [(repr(part[:24]), part) for part in _PARTS] + [("the corpus", corpus), ("a token", made("04 a 180") + " ")]
    for name, part in rows:
        once, twice = (part * (count * size // len(part)) for count in (1, 2))
        short, long = (seconds(lambda text=text: Masking().mask(text)) for text in (once, twice))  # type: ignore[misc]
        print(f"{name:<28}{long / short:>6.2f}{2 * size / 1e6 / long:>9.1f} MB/s", flush=True)


if __name__ == "__main__":
    main(1024 * int(sys.argv[1] if sys.argv[1:] else 1024))
