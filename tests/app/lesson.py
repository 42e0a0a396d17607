"""The log that the stories tell of: a lesson whose token has expired, whose camera fails, and that ends early."""

from tests.recognition.shapes import login_call, room, stream

TOKEN, CAMERA, SIGNAL, UNKNOWN = 1102018, 1103064, 1103021, 1002999

# Counted from 1, as on the screen.
LOG = [
    login_call("lesson", 0),  # 1
    room("LOGINING", name="lesson"),
    room("LOGIN_FAILED", TOKEN, "lesson", "token expired", 200),  # 3
    "[App] asking for another token",
    login_call("lesson", 3_000),
    room("LOGINED", 0, "lesson", moment=3_300),
    stream("NO_PUBLISH", CAMERA, reason="get media fail", moment=4_000),  # 7
    f"\U0001f389\U0001f389 errorCode: {CAMERA}, then errorCode: {SIGNAL}",  # 8: two marks
    "[App] order 1104021 paid",  # 9: set aside
    stream("NO_PUBLISH", CAMERA, reason="get media fail", moment=60_000),  # 10
    room("KICKOUT", UNKNOWN, "lesson", moment=90_000),  # 11: in no catalogue
    "[App] page closed",
]
