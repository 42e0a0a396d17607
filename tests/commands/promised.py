"""What commands promise: their exit codes, the keys of their JSON; and a log that shows all of it."""

from tests.conftest import room_state, sdk_line

DONE, NO, WRONG_USE, UNREADABLE = 0, 1, 2, 3


def names(text: str) -> list[str]:
    return text.split()


LISTS = names(
    "causes steps collect tags apis parameters sdk_messages console_texts server_codes related variants platforms "
    "notes source_notes"
)
ENTRY_KEYS = names(
    "code listing description causes steps collect escalate escalate_for who_acts severity family tags apis parameters "
    "sdk_messages console_texts server_codes twin related variants platforms notes source_notes"
)
SCAN_KEYS = names(
    "schema source bytes lines encoding complete successes set_aside findings failures server_codes context"
)
FINDING_KEYS = names(
    "code listing evidence count failures first_line last_line first_time outcome family description who_acts "
    "alternatives occurrences occurrences_cut"
)
FAILURE_KEYS = names(
    "code first_line last_line first_time last_time count outcome state room stream user extended_data"
)
OCCURRENCE_KEYS = names("line column end evidence by reason")
SERVER_KEYS = names("code means count first_line")
CONTEXT_KEYS = names("app_id room_id user_id stream_id sdk_version platform user_agent first_time last_time")

AGENT = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36"
)
LOGIN = [
    sdk_line("zm.0", f"{AGENT} 3.12.0 log: 1.5.0"),
    sdk_line("zm.lg", "call by user u7 r1 3.12.0 build: 2026-1-29 19:36:24", at="10:00:00.100", userid="u7"),
    room_state("r1", "LOGINING", 0, at="10:00:00.200", userid="u7"),
    sdk_line("zm.lg", "server error=50119", level=3, at="10:00:01.000", userid="u7"),
    sdk_line("zc.rsu", "r1 disconnected 1102016 ", at="10:00:01.001", userid="u7", roomid="r1"),
    room_state("r1", "LOGIN_FAILED", 1102016, "token", at="10:00:01.002", userid="u7"),
    "order 1103064 was shipped",
    "the error 1104021 again",
    "just 1103049 here",
    '{"errorCode":1002999,"extendedData":""}',
]
LOG = "\n".join(LOGIN) + "\n"
NOTHING = "all is well\n"
