"""What tests of the models share."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QAbstractItemModelTester

from zegoerr_gui.models.log_lines_model import LogLinesModel


@pytest.fixture
def model(qapp: object) -> Iterator[LogLinesModel]:
    """A model of lines that cannot tell its views anything untrue without ending the run."""
    made = LogLinesModel()
    tester = QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield made
    tester.deleteLater()
