"""The failures of a log as a list to tick."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.answer.logs import situation_of, words
from tests.app.lesson import CAMERA, LOG, TOKEN
from zegoerr_gui.core.answer.draft import Draft
from zegoerr_gui.core.answer.redaction.masking import Masking
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.models.failures_model import FailuresModel

CHECK = Qt.ItemDataRole.CheckStateRole
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_rows_are_the_failures_in_their_order(recogniser: Recogniser) -> None:
    model = FailuresModel(Draft(situation_of(recogniser, *LOG), words, Masking()))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows = [model.index(row) for row in range(model.rowCount())]
    assert [model.item(row).failure.code for row in (0, 1)] == [TOKEN, CAMERA]
    assert rows[0].data(SPOKEN) == f"{TOKEN} The login token expired, worked-later, 10:00:00, line 3"
    assert rows[0].data(CHECK) == Qt.CheckState.Unchecked
    assert rows[1].data(CHECK) == Qt.CheckState.Checked
    assert rows[-1].data() == "1002999 Unknown code"
    model.renew()
    tester.deleteLater()


def test_a_tick_changes_the_draft_and_is_told(recogniser: Recogniser) -> None:
    draft = Draft(situation_of(recogniser, *LOG), words, Masking())
    model = FailuresModel(draft)
    told: list[int] = []
    model.ticked.connect(lambda: told.append(len(draft.chosen)))
    before = len(draft.chosen)
    assert model.setData(model.index(0), Qt.CheckState.Checked, CHECK)
    assert not model.setData(model.index(0), "x")
    model.tick_all(False)
    model.tick_all(True)
    assert told == [before + 1, 0, model.rowCount()]
