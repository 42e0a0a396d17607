"""The words with which pages title the columns of their tables and the parts of their cells, English and Chinese."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final, Literal

Role = Literal["code", "name", "description", "cause", "step", "note"]

# What stands for what, written as it is compared: small letters, no blanks, no plural.
_WORDS: Final[dict[Role, str]] = {
    "code": "errorcode returncode statuscode responsecode resultcode code errorcodeenumvalue errorcodevalue errorno "
    "errornumber codevalue 错误码 返回码 错误代码 返回代码 状态码 错误码枚举值 错误编码 错误号 错误码值 返回值 code值 "
    "回傳碼 錯誤碼 錯誤代碼",
    "name": "enum enumvalue enumname enumeration enumerationvalue name errorname constant constantname identifier "
    "symbol macro errorenum key 枚举 枚举值 枚举名 枚举名称 名称 常量 常量名 错误名 错误名称 "
    "宏定义 宏 标识 名字 枚舉值",
    "description": "description meaning message errormessage msg detail explanation errordescription definition "
    "information errorinformation summary content desc 描述 说明 含义 错误描述 错误信息 错误说明 详细描述 详细说明 "
    "信息 错误含义 返回信息 提示信息 错误 描述信息 錯誤描述 說明",
    "cause": "possiblecause possiblereason cause reason errorcause errorreason rootcause probablecause 可能原因 原因 "
    "错误原因 原因分析 产生原因 可能的原因 出错原因 可能出现的原因 可能原因分析 錯誤原因",
    "step": "suggestion suggestedaction handlingsuggestion solution handling resolution recommendedaction action "
    "remedy suggestedsolution possiblesolution howtohandle howtofix howtosolve fix recommendation advice "
    "handlingadvice handlingmethod treatment troubleshooting workaround processingsuggestion processingmethod "
    "treatmentsuggestion suggestedhandling recommendedsolution "
    "处理建议 解决方案 处理方法 处理方式 解决办法 解决方法 建议 处理措施 建议操作 排查建议 解决建议 处理意见 "
    "应对措施 排查方法 处理 處理建議 解決方案",
    "note": "note remark comment caution attention notice tip warning 备注 注意 注意事项 注 提示 補充說明 備註",
}
_ROLES: Final = {word: role for role, words in _WORDS.items() for word in words.split()}
_LONGEST_TITLE: Final = 60
_IN_LONGER: Final[dict[Role, re.Pattern[str]]] = {
    "cause": re.compile(r"\b(?:cause|reason)s?\b|原因", re.I),
    "step": re.compile(r"\b(?:suggest|solution|action|handl|resol|remed|fix)|建议|解决|处理|措施|方案", re.I),
    "code": re.compile(r"\bcodes?\b|错误码|返回码|错误代码|状态码", re.I),
    "description": re.compile(r"\b(?:descri|meaning|message|explan)|描述|说明|含义|信息", re.I),
}
_AND: Final = re.compile(r"\s*(?:\band\b|&|/|／|、|与|和|及|以及)\s*", re.I)
_TIGHT: Final = re.compile(r"[\s_\-*`·.。:：]+")
# Titles as they are written, the longest first: a copied page may have lost all that stood between two of them.
_IN_WORDS: Final = (
    "error code enum value;error code value;error code;return code;status code;response code;result code;code;"
    "enum value;enum name;error name;enum;name;constant;identifier;error description;error message;"
    "description;meaning;message;explanation;details;detail;possible cause;possible reason;error cause;error reason;"
    "root cause;cause;reason;"
    "suggested action;handling suggestion;recommended action;suggested solution;suggestion;possible solution;"
    "solution;resolution;handling method;handling;how to fix;action;note;remark"
)
_WRITTEN: Final = sorted(
    {*(word for word in _ROLES if not word.isascii()), *_IN_WORDS.split(";")}, key=len, reverse=True
)
_ONE_TITLE: Final = "(?:" + "|".join(re.escape(word).replace("\\ ", r"[ _]?") for word in _WRITTEN) + ")(?:s(?![a-z]))?"
_TITLES: Final = re.compile(rf"{_ONE_TITLE}(?:\s*(?:and|&|/|与|和|及)\s*{_ONE_TITLE})?", re.I)
_BETWEEN: Final = re.compile(r"[\s|,，;；·]*")

# Labels stand in front of a colon, at the beginning of a line or behind a sentence. Words that begin many a sentence
# ("Reason:") are labels only at the beginning of a line.
_LABEL: Final = re.compile(
    r"(?P<before>^|(?<=[.。!！?？;；)）\]])\s*)[*_【\[]{0,3}(?P<label>"
    + "|".join(re.escape(word).replace("\\ ", r"\s?") for word in _WRITTEN)
    + r")s?[*_】\]]{0,3}\s?[:：][*_]{0,2}[ \t]*",
    re.I | re.M,
)
# These stand within a line as well, where the page has lost the line's end.
_STRONG: Final = re.compile(
    r"(?<=[\s\w])(?P<label>Possible (?:cause|reason)|(?:Handling s|S)uggestion|Solution|可能原因|处理建议|处理方法|"
    r"解决方案|解决方法)s?\s?[:：][ \t]*"
)
_ONLY_FIRST: Final = frozenset({"code", "name"})


def roles_of(title: str) -> tuple[Role, ...]:
    """What a column with this title holds; several where it holds several things, none where nobody knows."""
    if len(title) > 100:
        return ()
    whole = _role(title)
    if whole:
        return (whole,)
    parts = [_role(part) for part in _AND.split(re.sub(r"[(（].*?[)）]", "", title)) if part.strip()]
    found = tuple(dict.fromkeys(role for role in parts if role))
    return found if found and len(parts) == sum(role is not None for role in parts) else ()


def likely_roles(title: str) -> tuple[Role, ...]:
    """What a column with a longer title holds, by the words in it."""
    if len(title) > _LONGEST_TITLE:
        return ()
    return roles_of(title) or tuple(role for role, words in _IN_LONGER.items() if words.search(title))[:1]


def _role(title: str) -> Role | None:
    word = _TIGHT.sub("", unicodedata.normalize("NFKC", title)).lower()
    return _ROLES.get(word) or _ROLES.get(word.removesuffix("s"))


def titles_in(line: str) -> list[str]:
    """The column titles that a line consists of, though nothing may stand between them; none for any other line."""
    if len(line) > 200:
        return []
    found: list[str] = []
    place = 0
    while place < len(line):
        match = _TITLES.match(line, place)
        if match is None:
            return []
        found.append(match[0])
        between = _BETWEEN.match(line, match.end())
        place = between.end() if between else match.end()
    return found


def labelled(text: str) -> list[tuple[Role | None, str]]:
    """A cell's text by its labels, each part with what it is; what stands before the first label has None."""
    parts: list[tuple[Role | None, str]] = []
    place, role = 0, None
    for match in sorted([*_LABEL.finditer(text), *_STRONG.finditer(text)], key=lambda one: one.start()):
        found = _role(match["label"])
        if found is None or found in _ONLY_FIRST or match.start() < place:
            continue
        if before := text[place : match.start()].strip():
            parts.append((role, before))
        elif role:
            parts.append((role, ""))
        place, role = match.end(), found
    rest = text[place:].strip()
    if rest or role:
        parts.append((role, rest))
    return parts


def has_labels(texts: Sequence[str]) -> bool:
    """Whether any of the texts begins with a label."""
    return any(role is not None for text in texts for role, _ in labelled(text)[:1])
