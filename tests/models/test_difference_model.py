"""The list of codes that differ."""

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from tests.catalogue.test_difference import NEW, OLD, compared
from zegoerr_gui.models.difference_model import DifferenceModel


def shown(model: DifferenceModel) -> list[tuple[int, str]]:
    rows = [model.item(row) for row in range(model.rowCount())]
    return [(row.entry.code, model.word(row)) for row in rows]


def test_all_codes_are_shown_in_order_and_each_kind_by_itself(qtmodeltester: ModelTester) -> None:
    model = DifferenceModel()
    model.set_difference(compared(OLD, NEW, of_page=True))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert shown(model) == [(1001001, "changed"), (1001002, "gone"), (1001004, "moved"), (1001006, "new")]
    model.show("changed")
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert shown(model) == [(1001001, "changed"), (1001004, "moved")]
    spoken = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "1001004 Moved, moved"
    model.show("")
    assert model.rowCount() == 4
