"""The table of evidence: what surrounds a number or a text, and which rule decides about it."""

import pytest

from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.rules import (
    ALONE,
    ANSWERED,
    BARE,
    BESIDE,
    CALLED,
    CERTAIN,
    COMPARED,
    COUNTING,
    DATA,
    DEFINED,
    EXPLAINED,
    HEADED,
    KEYED,
    LABELLED,
    LIKELY,
    LISTED,
    LOOSE,
    NAMED,
    REPORTED,
    RULE_NUMBER,
    RULES,
    SAID,
    SHORT_TEXT,
    SPOKEN,
    STRANGE,
    TOLD,
    UNLIKELY,
    WORDED,
    WORDY,
    WRITTEN,
    Levels,
    Setting,
)
from zegoerr_gui.core.recognition.topic import Topic

from .shapes import compact, in_json, login_call, red, room, scanned, sdk, stream

KICKED = compact({"custom_kickout_message": "63000002"})
CHROME = "{errorCode: 1103064, extendedData: 'NotAllowedError: get device not allowed'}"
FIREFOX = 'Object { errorCode: 1103064, extendedData: "NotAllowedError: get device not allowed" }'

NATIVE = 1014001  # of a family that the catalogue lacks

# rule, text, code
DECIDED: list[tuple[str, str, int]] = [
    ("player-alone", "order 100003 shipped", 100003),
    ("player-alone", "errno: 100001", 100001),
    ("player-alone", sdk("seat 100006", "zm.x"), 100006),
    ("player-alone", "Player 100003 joined team 100001", 100001),
    ("callback-code", "player onError errorCode=100004", 100004),
    ("error-and-number", "player error 100004", 100004),
    ("odd-alone", "we have 1,103,061 of them", 1103061),
    ("odd-alone", "1,103,061", 1103061),
    ("error-and-number", "error 1,103,061 again", 1103061),
    ("error-key", "错误码：１１０３０６１", 1103061),
    ("room-state", room("LOGIN_FAILED", 1002011), 1002011),
    ("room-state", room("LOGIN_FAILED", 1002011, 1103061), 1002011),
    ("room-state", room("LOGIN_FAILED", 1002013, "r" * 300), 1002013),
    ("room-state", room("KICKOUT", 1002055, extended=KICKED), 1002055),
    ("room-state", in_json(room("LOGIN_FAILED", 1002011), 3), 1002011),
    ("room-state", 'roomStateUpdate: ["r1","DISCONNECTED",1002005,""]', 1002005),
    ("room-state", '[warn] roomStateChanged: ["","LOGIN_FAILED",1002011,""]', 1002011),
    ("room-state", "[onRoomStateChanged] roomID: r1, reason: LOGIN_FAILED, errorCode: 1002013", 1002013),
    ("room-state", "[onRoomStateUpdate] x DISCONNECTED 1002055 {}", 1002055),
    ("room-state", room("LOGIN_FAILED", 1002999), 1002999),
    ("room-state", room("LOGIN_FAILED", 6000121), 6000121),
    ("room-state", room("LOGIN_FAILED", 50001006), 50001006),
    ("room-state", room("LOGIN_FAILED", 300001003), 300001003),
    ("room-state", room("LOGIN_FAILED", 20014), 20014),
    ("disconnected", sdk("r1 disconnected 1002011 ", "zc.rsu"), 1002011),
    ("disconnected", sdk(" disconnected 1002011 ", "zc.rsu"), 1002011),
    ("disconnected", sdk("1103061 disconnected 1100001 roomID must be string", "zc.rsu"), 1100001),
    ("disconnected", sdk("r1 disconnected 52001105 ", "zc.rsu"), 52001105),
    ("stack-column", "    at t.onclose (ZegoExpressWebRTC.js:1:1103061)", 1103061),
    ("stack-column", "    at https://x.example/app.js?v=3:1:1103061", 1103061),
    ("stack-column", "VM712:1103061", 1103061),
    ("stack-column", sdk("failed at ZegoExpressWebRTC.js:1:1103061", "zm.x"), 1103061),
    ("sdk-code", sdk('DISCONNECTED {"code":1002011,"msg":"room ID is empty"}', "zm.rm.scb"), 1002011),
    ("sdk-code", stream("NO_PUBLISH", 1103051, reason="publisher retry timeout"), 1103051),
    ("sdk-code", in_json(stream("NO_PUBLISH", 1103051), 3), 1103051),
    ("sdk-code", stream("NO_PUBLISH", 1103999), 1103999),
    ("sdk-code", sdk('rsp {"code":6000121}', "zm.x"), 6000121),
    ("sdk-code", sdk('rsp {"errorCode":50001006}', "zm.x"), 50001006),
    ("sdk-code", stream("NO_PUBLISH", 1103051)[:-40], 1103051),
    ("callback-code", "publisherStateUpdate {streamID: 's1', state: 'NO_PUBLISH', errorCode: 1103051}", 1103051),
    ("callback-code", 'deviceError {"errorCode":1006006,"deviceName":"cam"}', 1006006),
    ("callback-code", 'playerStateUpdate: {"state":"NO_PLAY","errorCode":1104999}', 1104999),
    ("thrown", '{"errorCode":1000002,"extendedData":"localStream wrong"}', 1000002),
    ("thrown", '{"errorCode":1000002,"extendedData":""}', 1000002),
    ("thrown", '{"code":1002011,"msg":"room ID is empty"}', 1002011),
    ("thrown", '{"code":1002005,"msg":"user ID is empty userID is null."}', 1002005),
    ("thrown", '{"msg":"room ID is empty","code":1002011}', 1002011),
    ("thrown", '{"errorCode": 1100001, "extendedData": "{\\"fail_reason\\":\\"input param error\\"}"}', 1100001),
    ("thrown", f"Uncaught (in promise) {CHROME}", 1103064),
    ("thrown", FIREFOX, 1103064),
    ("thrown", compact([compact({"errorCode": 1103064, "extendedData": "NotAllowedError"})]), 1103064),
    ("thrown", '{"errorCode":1002998,"extendedData":"server busy"}', 1002998),
    ("after-state", "LOGIN_FAILED 1002013", 1002013),
    ("after-state", "state NO_PUBLISH: 1103051", 1103051),
    ("line-id", room("LOGINING", 0, 1103061), 1103061),
    ("line-id", room("LOGIN_FAILED", 1100001, "1103061"), 1103061),
    ("line-id", 'roomStateUpdate: [1103061,"CONNECTING",0,""]', 1103061),
    ("line-id", sdk("1103061 state: CONNECTING", "zc.rsu"), 1103061),
    ("line-id", sdk("1103061 disconnected 1100001 roomID must be string", "zc.rsu"), 1103061),
    ("line-id", login_call("1103061"), 1103061),
    ("foreign-message", '{"code":1100001,"msg":"out of stock"}', 1100001),
    ("foreign-message", '{"message":"Bestellung fehlt","code":1100001}', 1100001),
    ("foreign-message", "order service: errorCode=1002001, desc='city not found'", 1002001),
    ("error-key", "errorCode=1103061", 1103061),
    ("error-key", "error_code: 1103061", 1103061),
    ("error-key", "ERRNO 1103061", 1103061),
    ("error-key", "error code 1103061", 1103061),
    ("error-key", "错误码1102016", 1102016),
    ("error-key", "错误码：1102016", 1102016),
    ("error-key", "errorCode is 1103061", 1103061),
    ("error-key", '{"errorCode":1009001}', 1009001),
    ("error-key", "ErrorCode 1103999", 1103999),
    ("other-vendor", "the Agora SDK has errorCode: 1103061", 1103061),
    ("named-record", '{"code":1103061,"name":"Almaty"}', 1103061),
    ("code-heading", "user;error;time\nanna;1103061;10:00\n", 1103061),
    ("code-heading", "| user | code | time |\n|---|---|---|\n| anna | 1103061 | 10:00 |", 1103061),
    ("code-heading", "+---+---+---+\n| user | error | time |\n+---+---+---+\n| anna | 1103061 | 10 |", 1103061),
    ("code-block", "const ERRORS = {\n  CAMERA: 1103061,\n}", 1103061),
    ("other-key", "const ERRORS = {\n  CAMERA: 1103064,\n}\nWIDE=1103061", 1103061),
    ("other-key", "const ERRORS = {\n  CAMERA: 1103064,\n}\nconst SIZES = {\n  WIDE: 1103061,\n}", 1103061),
    ("code-key", "code: 1103061", 1103061),
    ("code-key", "status code = 1103061", 1103061),
    ("code-key", '{"code":1001021}', 1001021),
    ("vendors-page", "1103061 Description: Getting media failed.", 1103061),
    ("text-agrees", "1103061 get media fail", 1103061),
    ("text-agrees", "1002011: room ID is empty", 1002011),
    ("inside", "abc1103061", 1103061),
    ("inside", "1103061px", 1103061),
    ("inside", "$1103061", 1103061),
    ("inside", "0.1103061", 1103061),
    ("inside", "1103061.5", 1103061),
    ("inside", "1103061,000 sold", 1103061),
    ("inside", "https://x.example/pay/1103061", 1103061),
    ("inside", "a-1103061-b", 1103061),
    ("inside", "cafe_1103061", 1103061),
    ("other-key", '{"orderId":1103061}', 1103061),
    ("other-key", '{"roomid":"1103061"}', 1103061),
    ("other-key", "price: 1103061", 1103061),
    ("other-key", "order 1103061 paid", 1103061),
    ("other-key", "room 1103061 failed", 1103061),
    ("other-key", "订单1103061", 1103061),
    ("other-key", "电话：1103061", 1103061),
    ("line-id", sdk("x", "zc.x", roomid="1103061"), 1103061),
    ("other-key", sdk("room not exist, roomID: 1103061", "zm.sbrm"), 1103061),
    ("unit", "1103061 bytes", 1103061),
    ("unit", "1103061 viewers", 1103061),
    ("other-heading", "user;amount;time\nanna;1103061;10:00\n", 1103061),
    ("other-heading", "user;other;error\nanna;1103061;1102016\n", 1103061),
    ("bare-cell", "anna  1103061  ten o'clock", 1103061),
    ("row", "1005027  ######  54", 1005027),
    ("compared", "case 1102016:", 1102016),
    ("compared", "if (res === 1103064) retry()", 1103064),
    ("compared", "res == '1103065'", 1103065),
    ("in-list", "17, 23, 1103061, 42", 1103061),
    ("in-list", "1103061;5;6;7", 1103061),
    ("in-list", "12\t13\t1103061\t15", 1103061),
    ("error-word", "we get error 1103061 all day", 1103061),
    ("error-and-number", "1103061 error", 1103061),
    ("error-and-number", "error #1103061", 1103061),
    ("error-word", "we always get error\n1103061 when joining", 1103061),
    ("error-word", '{"text":"we always get error\\n1103061"}', 1103061),
    ("error-and-number", '{"text":"error\\t1103061"}', 1103061),
    ("other-word", "Tripod 1103061 works", 1103061),
    ("in-sentence", "the tripod 1103061 works", 1103061),
    ("in-sentence", "penonton pada ngeluh, 1103061 mulus terosss", 1103061),
    ("in-sentence", "sehrlich gesagt klappterts 1103061", 1103061),
    ("other-key", "the gift 1103061 works", 1103061),
    ("other-key", "numer zamówienia 1103061", 1103061),
    ("other-key", "our room today is 1103061", 1103061),
    ("other-key", "**Customer ID**: 1103061", 1103061),
    ("error-and-number", "kode 1103061 muncul", 1103061),
    ("other-key", "kode pos 1103061", 1103061),
    ("error-and-number", "eror 1103061", 1103061),
    ("error-and-number", "deviceError 1106009", 1106009),
    ("stack-column", "error: patch failed: live/room.c:1103061", 1103061),
    ("other-vendor", 'YouTube Studio says: "Error 1103061"', 1103061),
    ("other-vendor", "zoom answers 1103061", 1103061),
    ("in-prose", "zoom works but here it is 1103061", 1103061),
    ("reported", "Safari: 1103061, Chrome is fine", 1103061),
    ("defined", "mixer task 1005001 stopped already", 1005001),
    ("in-sentence", "blue heron 1002037 stopped already", 1002037),
    ("explained", "const texts = { 1103061: 'Not yours' }", 1103061),
    ("defined", "const texts = { 1103061: 'Which camera' }", 1103061),
    ("defined", "- 1103041: somebody pulled the headset out. Devices come and go.", 1103041),
    ("defined", "| 1103064 | 没有权限 |", 1103064),
    ("in-source", "const texts = { 1103061: 'the room list' }", 1103061),
    ("defined", "* 1017000 command 为空 → 代码 bug", 1017000),
    ("defined", "Third: with 6 rooms 1002037", 1002037),
    ("defined", "setVideoConfig({frameRate: 120}) -> 1103029", 1103029),
    ("other-key", "room 1002037: 6 rooms", 1002037),
    ("code-key", "{code: 1003040, msg: 'user ID is empty userID is null.'}", 1003040),
    ("alone", "a first one (then after re-share: 1103029)", 1103029),
    ("code-heading", "代码\t含义\n1103061\t没有", 1103061),
    ("other-key", "frame 1103061 of 1103064", 1103064),
    ("other-key", "rtt:44 recv:1104026 lost:12", 1104026),
    ("error-key", "rtt:44 err:1104026 lost:12", 1104026),
    ("alone", "4K60 → 1103029 ; 1080p30 → ok", 1103029),
    ("code-key", '{"status":"bad","zego":1002012}', 1002012),
    ("alone", "stopped twice in a row: 1103029", 1103029),
    ("bare-cell", "  | 10:01 | WLAN weg\n  | 10:02 | 1103029", 1103029),
    ("beside-codes", "publish:\n  on: [1103003, 1103028]", 1103003),
    ("other-key", "publish:\n  rooms: [1103003, 1103028]", 1103003),
    ("defined", "userName 300 bytes (Thai letters): 1002010", 1002010),
    ("other-key", "bytes: 1002010", 1002010),
    ("in-sentence", "on the new web page 1002031", 1002031),
    ("other-key", "web page 1002031", 1002031),
    ("defined", "  e1002031: 登录超时", 1002031),
    ("inside", "  e1002031: 再见", 1002031),
    ("inside", "see ve1002031 登录超时", 1002031),
    ("after-state", "rOomState  r_5  L0GIN_FAILED  1OO2O34", 1002034),
    ("after-state", "NO_PLAY ^[[1m1104031^[[0m player", 1104031),
    ("odd-alone", "errors 1,103,061 and the viewers 1,002,050", 1002050),
    ("in-prose", "14 users had errors, 1.103.061 today and 1.103.064", 1103064),
    ("other-key", "AND customer_id <> 1104001", 1104001),
    ("other-key", "if (event.id === 1100001) return", 1100001),
    ("other-key", "SELECT code\nFROM   errors\nAND  shop_id <> 1104001", 1104001),
    ("other-vendor", "the Agora error, errorCode: 1103061 was printed. Now we take Zego.", 1103061),
    ("error-word", "the Agora error is gone, with zego it is error 1103061", 1103061),
    ("error-word", "error codes: I have one, 1104021", 1104021),
    ("in-line", "Backup codes: I have one, 1104021", 1104021),
    ("other-heading", "lat,lng,place\n1002050,10669300,none", 1002050),
    ("other-heading", "msgid | from | result\n1109001 | u1 | ok", 1109001),
    ("other-heading", "uid / code they saw / ticket\nu-7 / 1002055 / 1002064", 1002064),
    ("free-text", "in the line (zp.sv.2 failed NotReadableError)", 1103065),
    ("free-text", "in red: login timeout", 1002031),
    ("free-text", "控制台显示 login timeout，请问怎么处理", 1002031),
    ("free-text", "the red line: stream id length limit and no more", 1000014),
    ("other-word", "D/MediaCodec: buffer 1103061 released", 1103061),
    ("goes-on", "const texts = {\n  1103061: 'camera',\n  1103064: 'ask mum',\n}", 1103064),
    ("series", '{"k":"1103064","n":5},{"k":"1103061","n":1},{"k":"1103002","n":2}', 1103061),
    ("other-key", '{"k":"1103064","n":5},{"k":"1103061","n":1},{"k":"1103999","n":2}', 1103061),
    ("other-key", '{"k":"1103064","n":5},{"k":"1103065","n":1},{"k":"1103066","n":2}', 1103065),
    ("other-key", '{"uid":"1103064","n":5},{"uid":"1103061","n":1},{"uid":"1103002","n":2}', 1103061),
    ("other-service", "la pasarela de pago me da código 1103061: fondos insuficientes", 1103061),
    ("other-service", "微信支付回调 errcode 1100002 “用户取消”", 1100002),
    ("other-service", "Stripe says error 1102016", 1102016),
    ("error-word", "Stripe works, but joining the room gives error 1103064", 1103064),
    ("error-word", "the bank page is fine, nginx too; error 1103064", 1103064),
    ("error-and-number", "支付成功后报错1102016", 1102016),
    ("inside", "Relayout Window{1103010 u0 cn.live/.WebActivity}", 1103010),
    ("inside", "1102#1102: *1102022 upstream timed out", 1102022),
    ("other-key", "Rooms: lesson-1, lesson-2, 1002031", 1002031),
    ("other-key", "Rooms: 7 (biggest 1002016 with 911 people)", 1002016),
    ("other-key", "Coins refunded: 1005026", 1005026),
    ("other-key", "房间：a1，b2，1002031", 1002031),
    ("unit", "we had 1002056 min of streams", 1002056),
    ("other-heading", "Rooms to delete:\n1. 1103061\n2. 1103064", 1103064),
    ("some-heading", "Rooms that get these:\n1. 1103061\n2. 1103064", 1103064),
    ("other-key", "A: room number?\nB: 1002031", 1002031),
    ("other-key", "الدعم: ورقم الغرفة؟\nالمعلم: 1002099", 1002099),
    ("other-key", "客服：房间号是多少？\n客户：1002033", 1002033),
    ("other-key", "技术: 哪个教室号\n小敏: 1103027", 1103027),
    ("alone", "客服：请问报错码呢？\n客户：1103061", 1103061),
    ("alone", "Support: which number do you see?\nUser: 1103061", 1103061),
    ("in-source", "const texts = { 1103061: 'rose' }", 1103061),
    ("other-key", "const gifts = { 1103061: 'rose' }", 1103061),
    ("other-key", "export const ADMIN_UIDS = [1103061, 1103064];", 1103064),
    ("other-key", "il suo abbonamento n. 1103061", 1103061),
    ("error-word", "sul monitor c'è errore n. 1103061", 1103061),
    ("inside", "bump the build to 4.7.1 (1103061)", 1103061),
    ("other-message", "Error 1103061: fuser much too hot", 1103061),
    ("error-word", "this Error 1103061: help", 1103061),
    ("error-word", "Error 1103061: what can we do", 1103061),
    ("code-key", "ZegoError {code: 1104001, msg: 'nobody is there'}", 1104001),
    ("in-sentence", "sos 1103061!", 1103061),
    ("in-prose", "he says the number is 1103061", 1103061),
    ("other-key", "my number is 1103061", 1103061),
    ("other-vendor", "WhatsApp Web error code 1103061, cannot link", 1103061),
    ("in-prose", 'Log.e("live", "stream missing 1103061");', 1103061),
    ("text-agrees", "<b>1103061</b> get media fail", 1103061),
    ("in-sentence", "but i believve 1103061 is yours", 1103061),
    ("in-sentence", "publishing drops (1103061) now", 1103061),
    ("in-prose", "a nézők 1103061-et kapnak", 1103061),
    ("reported", "new problem: 1103061 when live", 1103061),
    ("reported", "ts=1 ec=1103061", 1103061),
    ("other-key", "mio numero di abbonato 1103061", 1103061),
    ("other-key", "mon numéro d'adhérent : 1103061", 1103061),
    ("in-prose", "il numero che vedo 1103061", 1103061),
    ("other-key", "Seat numbers: 1103061 1103064", 1103064),
    ("in-prose", "4k isteyince 1103061", 1103061),
    ("alone", "Jo: how is it?\nOmar: 1103061", 1103061),
    ("code-block", "enum ZegoErr { AlreadyPublishing = 1103049, }", 1103049),
    ("code-block", "$kicked = [1002050, 1002055];", 1002050),
    ("code-block", "val kickedOut = listOf(1002050, 1002055)", 1002050),
    ("named-record", '{"name":"Rose","price":100,"code":1002001}', 1002001),
    ("code-key", "\\x1b[31mcode=\\x1b[1m1103064\\x1b[0m", 1103064),
    ("code-heading", "| Field | Value | |\n|---|---|---|\n| Error | 1103061 | |", 1103061),
    ("other-key", "| Field | Value | |\n|---|---|---|\n| Ticket | 1103061 | |", 1103061),
    ("other-heading", "Day;Minutes streamed;Note\nMo;1103061;", 1103061),
    ("other-heading", "Room\tViewers\n1103061\t12", 1103061),
    ("text-agrees", "get media fail (1103061)", 1103061),
    ("inside", "1002001 = 1001^2", 1002001),
    ("inside", "(array) ×1103025", 1103025),
    ("inside", "the name + 1103022 at the end", 1103022),
    ("inside", "heap used 1102016 / limit 2172649472", 1102016),
    ("in-prose", "a burst of 1102022s, then nothing", 1102022),
    ("inside", "1103061-cam", 1103061),
    ("inside", "merge !1104020 first", 1104020),
    ("unit", "1004020 concurrent viewers", 1004020),
    ("error-key", "assert.equal(err.errorCode, 1103061);", 1103061),
    ("error-and-number", "fail: 1002007", 1002007),
    ("in-prose", "it is always the same id... then 1103068", 1103068),
    ("in-prose", "it says 1103061 tripod", 1103061),
    ("other-word", "1103061 tripod", 1103061),
    ("in-prose", "a 1103064-Fehler, wieder", 1103064),
    ("other-key", "SELECT name FROM t WHERE order_id IN (1103061, 1103064)", 1103064),
    ("error-word", "SELECT name FROM t WHERE error_code IN (1103061, 1103064)", 1103064),
    ("in-record", "INSERT INTO gifts VALUES (1103020,'rose',1004002)", 1103020),
    ("error-word", "INSERT INTO errors VALUES (1103020,1103021)", 1103020),
    ("other-key", "switch (item.id) {\n  case 1002050:\n    heal();\n}", 1002050),
    ("compared", "switch (result) {\n  case 1002050:\n    heal();\n}", 1002050),
    ("other-key", "房间号1002001,主播uid 1103061,没声音", 1103061),
    ("other-key", "please call me at 1005030", 1005030),
    ("other-key", "| Ticket | 1103025 | open |", 1103025),
    ("error-key", "| Error code | 1103025 | open |", 1103025),
    ("alone", "Streams: 12 streams 1104045", 1104045),
    ("other-key", "stream 1104045", 1104045),
    ("reported", "Subject: 1103064", 1103064),
    ("other-key", "Customer: 1103066", 1103066),
    ("alone", "Customer: one moment please\nCustomer: 1103066", 1103066),
    (
        "other-key",
        "Customer: one moment please\nAgent: your order number?\nCustomer: 1103066",
        1103066,
    ),
    ("some-heading", "day;weather;place\nMon;fine;1103064\n", 1103064),
    ("in-line", "day;weather;what we saw\nMon;fine;1103064\n", 1103064),
    ("code-heading", "api\tret\tn\nlogin\t1009010\t7\n", 1009010),
    ("error-word", f"the effect player has error {NATIVE} again", NATIVE),
    ("unknown-word", sdk("quality 1103999", "zc.qr"), 1103999),
    ("asked", "what is 1103061?", 1103061),
    ("in-prose", "my tablet says 1103061", 1103061),
    ("error-and-number", "报错 1102016", 1102016),
    ("error-and-number", "1102016报错", 1102016),
    ("error-and-number", "Fehler 1103061", 1103061),
    ("error-and-number", "ошибка 1103061", 1103061),
    ("error-and-number", "エラー 1103061", 1103061),
    ("error-and-number", "login failed (1102016)", 1102016),
    ("alone", "1103061 / 12 of May", 1103061),
    ("by-itself", "1103061", 1103061),
    ("error-word", "error codes 1103001/1104001", 1104001),
    ("in-prose", "zego: then onError 1102016", 1102016),
    ("error-key", "errorCode: 6000121", 6000121),
    ("error-key", "[ZIM] error code 6000121", 6000121),
    ("zero", "what does errorCode 0 mean?", 0),
    ("zero", "错误码0是什么？", 0),
    ("zero", "gibt 0 zurück, ist 0 ein Fehler?", 0),
    ("error-word", "Fehlercode laut Export: 1.104.028", 1104028),
    ("error-key", "errorCode: ١١٠٣٠٤٩", 1103049),
    ("beside-codes", "FATAL = {1_002_053, 1_103_051}", 1103051),
    ("error-name", "const int RoomNotLogin = 1000002;", 1000002),
    ("error-name", "  STREAM_ID_TOO_LONG = 1000014,", 1000014),
    ("error-key", "zegoError.1017009: not in a room", 1017009),
    ("error-key", "if (e.errorCode === 1002999) retry()", 1002999),
    ("code-key", "if (e.code === 1103064) ask()", 1103064),
    ("compared", "expect(result).toEqual(1103064)", 1103064),
    ("other-key", "const TENANT = '1103064'", 1103064),
    ("other-key", "case 1103061 is still open", 1103061),
    ("other-key", "const testRoom = 1103061;", 1103061),
    ("beside-codes", "FATAL = {1104034, 1104035, 1104038}", 1104038),
    ("error-word", "err1002036when i open the second room", 1002036),
    ("error-word", "l'errore 1017071 compare", 1017071),
    ("error-name", "static const kickedOut = 1_002_055;", 1002055),
    ("error-key", "errorCode: 1103 0 40", 1103040),
    ("in-source", "return 1103061;", 1103061),
    ("other-key", "open(1103061);", 1103061),
    ("in-source", "<td>1103061</td>", 1103061),
    ("by-itself", "😀 1103061", 1103061),
    ("unknown-by-itself", "1103999", 1103999),
    ("unknown-in-source", "return 1103999;", 1103999),
    ("unknown-alone", "学生1103999的日志", 1103999),
    ("by-itself", "1_103_061", 1103061),
    ("console-text", red("roomID is empty"), 1002011),
    ("console-text", sdk("failed NotAllowedError Permission denied", "zp.sv.2"), 1103064),
    ("console-text", "webrtc requires https or localhost", 1103002),
    ("message-text", sdk('result {"ok":false,"msg":"token expired"}', "zm.x"), 1102018),
    ("message-text", "{msg: 'token expired'}", 1102018),
    ("message-text", '{"errorCode":1000002,"extendedData":"stream ID contains illegal characters"}', 1000016),
    ("parallel", "chromebook says 1103081, old thinkpad 1103082 after a bit", 1103082),
    ("parallel", "hosts saw 1103050, viewers 1104029", 1104029),
    ("other-key", "we saw 1103050, order 1104029", 1104029),
    ("other-word", "invoice 1103050, tripod 1104029", 1104029),
    ("asked", "is 1103999 documented somewhere", 1103999),
    ("asked", "1103999 什么意思", 1103999),
    ("asked", "1002053 — is that final?", 1002053),
    ("unknown-word", "tripod 1103999", 1103999),
    ("error-key", "錯誤碼：1103061", 1103061),
    ("error-key", "錯誤碼 1103999", 1103999),
    ("error-name", "err=1102022&msg=dispatch+request+timeout&room=3", 1102022),
    ("code-key", '{code: 1002002, msg: "no login with this room id"}', 1002002),
    ("foreign-message", "{code: 1102018, msg: 'Coupon has expired'}", 1102018),
    ("code-key", '{"msg":"client report","reason":"LOGIN_FAILED","code":1002018}', 1002018),
    ("error-key", '{"msg":"publishing failed, errorCode=1103027 for all"}', 1103027),
    ("code-key", '{"code":1103065,"desc":"too frequent"}', 1103065),
    ("error-key", 'zg.startPublishingStream -> {"errorCode":1103044,"msg":"ended by user"}', 1103044),
    ("error-name", "const ROOM_LIMIT_OLD = 1002001;", 1002001),
    ("other-key", "const MEMORY_LIMIT = 1103064;", 1103064),
    ("error-word", "msg=play+failed&c=1104022&m=create+offer", 1104022),
    ("in-prose", "not called any more (was 1003050 then)", 1003050),
    ("alone", "when I enter the room: 1001004", 1001004),
    ("other-key", "enter the room: 1001004", 1001004),
    ("other-key", "Oi! A sala de domingo é a 1002001", 1002001),
    ("other-key", "user.id 1104020", 1104020),
    ("other-key", "const DEMO_CLASSES = ['1002031', '8806123']", 1002031),
    ("other-vendor", "device err 1006006 of the manufacturer", 1006006),
    ("by-itself", "## 1102016", 1102016),
    ("numbered", "# 1102016", 1102016),
    ("error-word", 'createStream fail {"c ode":1 103053,"ms g":""}', 1103053),
    ("other-vendor", "[HMS] AGC login result 1100001", 1100001),
    ("unit", "1000014 variants stripped", 1000014),
    ("foreign-message", "err=1102022&msg=invoice+not+found&room=3", 1102022),
    ("code-key", '{"code":1103061,"msg":"unknown error"}', 1103061),
    ("code-key", "codigo: 1103061", 1103061),
    ("error-word", "err0r at 1103061 today", 1103061),
    ("other-vendor", "int ERR_TIMEOUT = 1103061; // as TRTC has it", 1103061),
    ("other-key", "UserID (both): 1103024 / 1103026", 1103026),
    ("defined", "; 1103073 : switched on while still starting", 1103073),
    ("alone", "; 1103073 : switched on while it rains", 1103073),
    ("in-source", "1103073: tooEarly,", 1103073),
    ("by-itself", "(1103061)", 1103061),
    ("counted", "1103061 x12, 17 more", 1103061),
    ("in-prose", "o cara toma 1103061 toda hora", 1103061),
    ("zero", "does 0 mean success?", 0),
    ("console-text", "zp.sv.2 failed NotReadableError Device in use", 1103065),
    ("labelled", "Anna: 1103061", 1103061),
    ("labelled", "- Staging: 1103061, production: fine", 1103061),
    ("labelled", "老师：1103061", 1103061),
    ("other-key", "Owner: 1103061", 1103061),
    ("other-key", "packetsReceived: 1103061", 1103061),
    ("other-key", "{ toast: 1103061, dialog: 4 }", 1103061),
    ("other-key", "the promo code 1103061", 1103061),
    ("other-key", "验证码1103061", 1103061),
    ("said-other", "1103061 is your verification code", 1103061),
    ("said-other", "the class was 1103061 (class id)", 1103061),
    ("said-other", "1103061是我们的房间号", 1103061),
    ("in-prose", "1103061 is the one we see, and it is 1103064", 1103064),
    ("in-sentence", "some number 1103061 comes up", 1103061),
    ("other-key", "Agent: thanks, and the phone number?\nLena: ok?\nAgent: the phone number?\nLena: 1103061", 1103061),
    ("in-line", "Reason 1103061", 1103061),
    ("in-line", "sorry, 1103061", 1103061),
    ("in-line", "1103061怎么解决", 1103061),
    ("in-line", "1103061 again", 1103061),
    ("alone", "1103061 of those", 1103061),
    ("in-prose", "显示「1103061」", 1103061),
    ("in-line", "1103061 hibával", 1103061),
    ("alone", "after 3 abcde 1103061", 1103061),
    ("in-prose", "le message 1103061 s'affiche", 1103061),
    ("in-prose", "getting 1103061 (was 1103064)", 1103064),
    ("other-key", "console.log('appBuild', 1103061)", 1103061),
    ("after-state", 'onPublisherStateUpdate(s, ZEGO_PUBLISHER_STATE_NO_PUBLISH, 1000017, "")', 1000017),
    ("other-vendor", "[agora] errorCode: 1103061", 1103061),
    ("unknown-in-prose", "zego: now it says 1103999", 1103999),
    ("in-sentence", "on my phone 1103061", 1103061),
    ("other-key", "call me on my phone 1103061", 1103061),
    ("in-sentence", "for all users 1103061", 1103061),
    ("other-key", "users 1103061", 1103061),
    ("in-sentence", "todos los usuarios 1103061", 1103061),
    ("alone", "auf dem Handy 1103061", 1103061),
    ("in-prose", "部分用户1103061", 1103061),
    ("alone", "login room: 1103061", 1103061),
    ("reported", "renewToken: 1103061", 1103061),
    ("other-key", "in room 1103061", 1103061),
    ("alone", "user anna 1103061", 1103061),
    ("text-agrees", "app log shows heartbeat timeout 1102001", 1102001),
    ("in-sentence", "thrown out of the room (1103061)", 1103061),
    ("other-key", "pedido de teste 1103061", 1103061),
    ("other-key", "the room id for tonight's show is 1103061", 1103061),
    ("counted", "rain 1103061 x 14", 1103061),
    ("code-heading", "retryable:\n  - 1103061\n  - 1103064", 1103061),
    ("other-heading", "buyer\tsum_idr\tstate\nAnna\t1103061\tok", 1103061),
    ("only-codes", "1103064, 1103061", 1103061),
    ("only-codes", "12:30 1103064 / 1103061", 1103061),
    ("by-itself", "12:30:55 1103061", 1103061),
    ("one-of-several", "tripod 1103064 and tripod 1103061", 1103061),
    ("error-word", "error 1103064 and error 1103061", 1103061),
    ("cell-of-subject", "| Chrome | 1103061 |", 1103061),
    ("bare-cell", "| Anna | 1103061 |", 1103061),
    ("shown", "expect(onError).toHaveBeenCalledWith(1103061, 'x')", 1103061),
    ("shown", "PlatformException(1103061, null)", 1103061),
    ("other-key", "POLICY-NO = 1103061", 1103061),
    ("other-key", "if (room.id > 1103061) go();", 1103061),
    ("other-key", "local ITEM_BOW     = 1103061", 1103061),
    ("inside", "sshd[1103061]: closed", 1103061),
    ("inside", "x += 1103061", 1103061),
    ("inside", "@@ -1103061,7 +1103064,8 @@", 1103061),
    ("inside", "nginx: 1103061#0: failed", 1103061),
    ("unit", "heap 1103061 kB", 1103061),
    ("unit", "1103061 errors, 12 warnings", 1103061),
    ("other-heading", "date,views\nMon,1103061", 1103061),
    ("other-key", "会員番号は 1103061 です", 1103061),
    ("free-text", 'red: "heartbeat timeout"', 1102001),
    ("error-word", "Lỗi giới hạn phòng (1103061)", 1103061),
    ("other-key", "room (1103061)", 1103061),
    ("error-name", "const int RoomNoToken = 1103061;", 1103061),
    ("other-key", "const ORDER_NO = 1103061;", 1103061),
    ("error-name", 'Codes[Codes["RoomRetryTimeout"] = 1103061] = "RoomRetryTimeout";', 1103061),
    ("unknown-in-block", "zego();\nconst errorCodes = [\n  1103061, // a\n  1103999, // b\n];", 1103999),
    ("other-key", "if (event.id === 1103061) go();", 1103061),
    ("compared", "it.catch(err => {\n  if (n === 1103061)\n})", 1103061),
    ("inside", "(declare-fun b!1103061 () Bool)", 1103061),
    ("numbered", "issue #1103061", 1103061),
    ("shown", "alert(1103061)", 1103061),
    ("error-and-number", "error 1\u00a0103061", 1103061),
    ("odd-alone", "we have 1\u00a0103\u00a0061 of them", 1103061),
    ("in-sentence", "11 03 061 it says, for an errorCode", 1103061),
    ("in-list", "call 0171 1103061", 1103061),
    ("alone", "room 8812 1103061", 1103061),
    ("other-key", "rooms 1103064 1103061", 1103061),
    ("console-text", "[2026-11-20 16:10:05] zp.sv.2 failed NotReadableError Device in use", 1103065),
    ("free-text", 'the toast says "token expired" and no more', 1102018),
    ("free-text", "it told me Publisher  Retry Timeout, again", 1103051),
]

# The same number more than once: what is said of the last one.
AGAIN = [
    ("introduced", "Quotation RFQ-1002077\nReference to mention: 1002077", 1002077),
    ("introduced", "logoutRoom('1102015') fails\n1102015 on campus, you know", 1102015),
    ("defined", "logoutRoom('1102016') fails\nthe token of 1102016", 1102016),
    ("alone", "loginRoom('1103061') fails\nroom r1 -> 1103061", 1103061),
    ("in-prose", "Case 1103061\nit returns 1103061", 1103061),
    ("in-prose", "room 1102016 has error 1102016\nwith 1102016", 1102016),
]

# Numbers that are not even looked at: they are no codes, whatever stands around them.
PASSED_OVER = [
    ("1795430049203", "epoch milliseconds"),
    ("739104582216374501", "session id"),
    ("1234567890", "AppID"),
    ("2000000", "another family"),
    ("11030611", "eight digits"),
    ("0001103061", "leading zeros"),
    ("01103061", "one leading zero"),
    ("websocket state change: connected -> closed 1006", "WebSocket"),
    ("listening on 1006", "the digits of a family"),
    (sdk("websocket closed 1006", "zn.ws"), "WebSocket, in a line of the SDK"),
    ('{"code":1006,"reason":""}', "WebSocket, as a value"),
    ('{"code":404}', "HTTP"),
    (sdk('rsp {"code":20014}', "zm.x"), "five digits under a plain code"),
    ('{"code":6000121}', "another product outside the SDK"),
    ('{"code":0,"errorCode":0,"extendedData":""}', "success"),
    ("", "nothing"),
]


def rules_of(recogniser: Recogniser, text: str) -> list[tuple[int, str]]:
    """Each code found in a short text, with the rule that decided."""
    occurrences = scanned(recogniser, text).results.occurrences
    found = [occurrences[place] for place in range(len(occurrences))]
    return [(one.code, RULES[one.rule].id) for one in found]


@pytest.mark.parametrize(("rule", "text", "code"), DECIDED)
def test_a_rule_decides(recogniser: Recogniser, rule: str, text: str, code: int) -> None:
    assert [id_ for found, id_ in rules_of(recogniser, text) if found == code] == [rule]


@pytest.mark.parametrize(("rule", "text", "code"), AGAIN)
def test_a_rule_decides_about_the_last_one(recogniser: Recogniser, rule: str, text: str, code: int) -> None:
    assert [id_ for found, id_ in rules_of(recogniser, text) if found == code][-1] == rule


@pytest.mark.parametrize("text", [row[0] for row in PASSED_OVER], ids=[row[1] for row in PASSED_OVER])
def test_other_numbers_are_passed_over(recogniser: Recogniser, text: str) -> None:
    assert rules_of(recogniser, text) == []


# the rules that decide about one number, place by place, and the text
CALLED_BEFORE: list[tuple[list[str], str]] = [
    (["other-key", "introduced"], "Order 1103061 is paid.\nDid 1103061 arrive?"),
    (["numbered", "introduced"], "[#1103061] black picture\nmore on 1103061 as you asked"),
    (["said-other", "introduced"], "1103061 is our room\nin 1103061 all is silent"),
    (["other-key", "in-prose"], "Ticket 1103061 is open\nand now 1103061 again"),
    (["other-key", "error-word"], "Order 1103061 is paid.\nwe get error 1103061 all day"),
    (["in-prose", "other-key"], "it says 1103061\nOrder 1103061 is paid."),
]


@pytest.mark.parametrize(("rules", "text"), CALLED_BEFORE)
def test_a_number_stays_what_it_was_called(recogniser: Recogniser, rules: list[str], text: str) -> None:
    assert rules_of(recogniser, text) == [(1103061, rule) for rule in rules]


def test_every_rule_is_tried() -> None:
    tried = {rule for rule, _, _ in (*DECIDED, *AGAIN)} | {rule for rules, _ in CALLED_BEFORE for rule in rules}
    assert tried == {rule.id for rule in RULES}


def test_no_rule_is_there_twice() -> None:
    assert len(RULE_NUMBER) == len(RULES)
    assert all(RULES[place].id == id_ for id_, place in RULE_NUMBER.items())


# What the surroundings mean, by level. A rule not named here depends on the whole text.
LEVELS = [
    (CERTAIN, {"room-state", "disconnected", "sdk-code", "callback-code", "thrown"}),
    (LIKELY, {"after-state", "vendors-page", "text-agrees", "console-text"}),
    (NAMED, {"error-key", "error-and-number", "message-text"}),
    (SPOKEN, {"error-word"}),
    (ANSWERED, {"other-message"}),
    (DATA, {"some-heading", "row"}),
    (HEADED, {"code-heading"}),
    (KEYED, {"code-key"}),
    (LISTED, {"code-block"}),
    (CALLED, {"error-name"}),
    (COMPARED, {"compared"}),
    (WORDED, {"free-text"}),
    (TOLD, {"in-prose", "zero", "asked", "counted"}),
    (BARE, {"by-itself", "only-codes"}),
    (COUNTING, {"unknown-by-itself"}),
    (ALONE, {"alone"}),
    (BESIDE, {"beside-codes"}),
    (SAID, {"parallel", "in-sentence", "in-line"}),
    (EXPLAINED, {"explained", "series", "goes-on", "shown"}),
    (DEFINED, {"defined"}),
    (REPORTED, {"reported", "cell-of-subject"}),
    (LOOSE, {"bare-cell"}),
    (WRITTEN, {"in-source"}),
    (WORDY, {"other-word"}),
    (LABELLED, {"labelled"}),
    (STRANGE, {"unknown-in-block", "unknown-in-prose"}),
    (
        UNLIKELY,
        {
            "player-alone",
            "odd-alone",
            "stack-column",
            "line-id",
            "foreign-message",
            "other-vendor",
            "other-service",
            "named-record",
            "inside",
            "unit",
            "other-key",
            "other-heading",
            "unknown-word",
            "unknown-alone",
            "unknown-in-source",
            "said-other",
            "introduced",
            "numbered",
            "one-of-several",
            "in-record",
            "in-list",
        },
    ),
]


@pytest.mark.parametrize(("levels", "rules"), LEVELS)
def test_levels(levels: Levels, rules: set[str]) -> None:
    assert {rule.id for rule in RULES if rule.levels is levels} == rules


def test_reasons_are_words_for_a_user() -> None:
    reasons = [rule.reason for rule in RULES]
    assert len(set(reasons)) == len(reasons)
    assert all(reason and not reason.endswith(".") for reason in reasons)


# topic, short, and the levels then of: a bare code, an unknown number, a code in a sentence, "error 1103061"
P, L, U = Evidence.POSSIBLE, Evidence.LIKELY, Evidence.UNLIKELY
WHOLE_TEXTS = [
    (Topic.OTHER, True, (U, U, U, U)),
    (Topic.SILENT, True, (P, U, P, P)),
    (Topic.TERSE, True, (P, U, P, P)),
    (Topic.STREAMING, True, (P, U, P, L)),
    (Topic.SDK, True, (P, U, P, L)),
    (Topic.OTHER, False, (U, U, U, U)),
    (Topic.SILENT, False, (U, U, P, P)),
    (Topic.TERSE, False, (U, U, P, P)),
    (Topic.STREAMING, False, (P, U, P, L)),
    (Topic.SDK, False, (P, U, P, L)),
]


@pytest.mark.parametrize(("topic", "short", "expected"), WHOLE_TEXTS)
def test_a_bare_number_depends_on_the_whole_text(topic: Topic, short: bool, expected: tuple[Evidence, ...]) -> None:
    ids = ("by-itself", "unknown-alone", "in-prose", "error-word")
    assert tuple(RULES[RULE_NUMBER[id_]].levels.at(Setting(topic, short)) for id_ in ids) == expected


def test_ten_lines_are_a_short_text() -> None:
    assert SHORT_TEXT == 10


def _needs_no_short_log(rule: str, text: str, code: int) -> bool:
    """Words in plain lines, digits in other forms and families that are not known are looked for in short logs only."""
    if rule in ("console-text", "message-text"):
        return '"action"' in text or rule == "message-text"
    return rule not in ("free-text", "zero") and str(code) in text and code != NATIVE


LOOKED_AT = [row for row in DECIDED if _needs_no_short_log(*row)]


@pytest.mark.parametrize(("rule", "text", "code"), LOOKED_AT)
def test_a_large_log_is_looked_at_where_a_rule_decides(recogniser: Recogniser, rule: str, text: str, code: int) -> None:
    assert recogniser.engine.finds(text.encode()), (rule, code)


@pytest.mark.parametrize(("rule", "text", "code"), LOOKED_AT)
def test_nothing_near_sets_a_number_aside_that_more_of_its_line_speaks_for(
    recogniser: Recogniser, rule: str, text: str, code: int
) -> None:
    """A rule that looks further than the nearest bytes needs a sign of the engine, or none below it may hold there."""
    for line in text.encode().splitlines():
        signs, numbers = recogniser.fast_engine.places(line)
        if signs or not line.isascii():
            continue
        whole = {hit.start: RULES[hit.rule] for hit in recogniser.read(line.decode(), free=False).hits}
        for number in numbers:
            for place, near in recogniser.look_alikes.set_aside(line, 0, len(line), [number]) or ():
                assert place not in whole or whole[place].sets_aside, RULES[near].id


TELLING = [
    room("LOGINED"),
    room("LOGINING"),
    room("RECONNECTED"),
    in_json(room("LOGINED"), 3),
    stream("PUBLISHING"),
    stream("PLAY_REQUESTING"),
    in_json(stream("PLAYING"), 3),
    sdk("r1 state: CONNECTED", "zc.rsu"),
    sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb"),
    in_json(sdk('CONNECTED {"code":0,"msg":""}', "zm.rm.scb"), 2),
    login_call(),
    '{"errorCode":0,"extendedData":""}',
    "server error=50119",
    sdk("server error=50119", "zm.lg", 2),
    sdk("NotReadableError: Could not start video source", "zc.b.sss"),
    "camera devices detect error:  NotAllowedError Permission denied",
    "[onRoomStateChanged] roomID: r1, reason: LOGINED, errorCode: 0",
    '{"level": "3", "action": "zm.lg", "content": "roomID is empty"}',
    '{"level": 3, "action": "zm.lg", "content": "roomID is empty"}',
]


@pytest.mark.parametrize("text", TELLING)
def test_a_large_log_is_looked_at_where_a_line_tells_something(recogniser: Recogniser, text: str) -> None:
    reading = recogniser.read(text, free=False)
    assert reading.report or reading.begins_attempt or reading.succeeded_call or reading.hits or reading.server_codes
    assert recogniser.engine.finds(text.encode())


def test_words_beside_a_number_are_not_looked_for(recogniser: Recogniser) -> None:
    text = "error 1103061, it told me publisher retry timeout"
    assert rules_of(recogniser, text) == [(1103061, "error-word")]


def test_positions_spell_the_code_behind_escapes_and_emoji(recogniser: Recogniser) -> None:
    text = "😀" + in_json(stream("NO_PUBLISH", 1103051, "s😀"), 2)
    (hit,) = recogniser.read(text, free=True).hits
    assert text[hit.start : hit.end] == "1103051"


def test_of_a_piece_only_its_core_counts(recogniser: Recogniser) -> None:
    text = "error 1103061, error 1103062, error 1103064"
    begin = text.index("1103062")
    for core, expected in (
        ((0, begin), [1103061]),
        ((begin, begin + 1), [1103062]),
        ((begin + 1, len(text)), [1103064]),
    ):
        assert [hit.code for hit in recogniser.read(text, free=True, core=core).hits] == expected


WRAPPED = [(rule, in_json(text, times), code) for rule, text, code in DECIDED if '"action"' in text for times in (1, 3)]


@pytest.mark.parametrize(("rule", "text", "code"), WRAPPED)
def test_escapes_change_no_decision(recogniser: Recogniser, rule: str, text: str, code: int) -> None:
    assert [id_ for found, id_ in rules_of(recogniser, text) if found == code] == [rule]
