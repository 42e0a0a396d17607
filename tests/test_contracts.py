"""The house keeps to its plan: who may import whom, and what is touched in one place only."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from logging.config import dictConfig
from pathlib import Path

import pytest
from importlinter import cli

import zegoerr_gui
from zegoerr_gui.app import preferences
from zegoerr_gui.models.settings import Setting

PACKAGE = Path(zegoerr_gui.__file__).parent
CHECKOUT = PACKAGE.parent
CONFIGURATION = CHECKOUT / "pyproject.toml"
MODULES = sorted(PACKAGE.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def place(path: Path) -> str:
    """A module as a path inside the package."""
    return path.relative_to(PACKAGE).as_posix()


def imports(path: Path) -> Iterator[str]:
    """Every module, and every name of a module, that a file imports, wherever the import stands."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def names(path: Path) -> set[str]:
    """Every name that a file uses."""
    found = {node.id for node in ast.walk(parsed(path)) if isinstance(node, ast.Name)}
    return found | {node.attr for node in ast.walk(parsed(path)) if isinstance(node, ast.Attribute)}


def who_imports(*modules: str) -> set[str]:
    return {
        place(path)
        for path in MODULES
        if any(name == module or name.startswith(f"{module}.") for name in imports(path) for module in modules)
    }


def who_names(*wanted: str) -> set[str]:
    return {place(path) for path in MODULES if names(path) & set(wanted)}


@pytest.fixture
def loggers_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """The linter would silence all loggers that there are, for the tests after it as well."""
    configure = dictConfig
    monkeypatch.setattr(
        "importlinter.cli.logging_config.dictConfig", lambda how: configure({**how, "disable_existing_loggers": False})
    )


@pytest.mark.usefixtures("loggers_stay")
def test_every_contract_of_the_import_linter_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECKOUT)
    monkeypatch.setattr(sys, "path", list(sys.path))
    code = cli.lint_imports(config_filename=str(CONFIGURATION), no_cache=True)
    said = capsys.readouterr().out
    assert code == cli.EXIT_STATUS_SUCCESS, said
    contracts = CONFIGURATION.read_text(encoding="utf-8").count("[[tool.importlinter.contracts]]")
    assert contracts >= 4
    assert f"{contracts} kept, 0 broken" in said


@pytest.mark.usefixtures("loggers_stay")
def test_a_broken_contract_is_seen(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The test above can fail."""
    monkeypatch.chdir(CHECKOUT)
    monkeypatch.setattr(sys, "path", list(sys.path))
    wrong = tmp_path / "importlinter.ini"
    wrong.write_text(
        "[importlinter]\nroot_package = zegoerr_gui\n\n[importlinter:contract:1]\nname = The wrong way round\n"
        "type = layers\nlayers =\n    zegoerr_gui.core\n    zegoerr_gui.models\n",
        encoding="utf-8",
    )
    assert cli.lint_imports(config_filename=str(wrong), no_cache=True) == cli.EXIT_STATUS_ERROR
    assert "1 broken" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("what", "where"),
    [
        ("yaml", "core/catalogue/nodes.py"),
        ("importlib.util", "widgets/icon_drawings.py"),
        ("logging", "app/trouble_log.py"),
        ("tempfile", "core/log/spool.py"),
        ("threading", "core/log/reader.py"),
        ("sqlite3", "core/desk/database.py"),
        (
            "charset_normalizer",
            "core/catalogue/page/opening.py core/log/encoding.py",
        ),  # rooms that do not know each other
    ],
)
def test_a_library_is_touched_by_one_file(what: str, where: str) -> None:
    assert who_imports(what) == set(where.split())


def test_the_store_of_settings_is_touched_by_one_file() -> None:
    assert who_imports("PySide6.QtCore.QSettings") == who_names("QSettings") == {"app/store.py"}


@pytest.mark.parametrize(
    "module",
    ["PySide6.QtNetwork", "PySide6.QtWebEngineCore", "socket", "ssl", "http", "urllib", "requests"],
)
def test_nothing_of_ours_reaches_out_of_the_machine(module: str) -> None:
    assert who_imports(module) == set()


def test_every_setting_is_asked_for_by_something() -> None:
    settings = [name for name, value in vars(preferences).items() if isinstance(value, Setting)]
    assert settings
    assert [name for name in settings if not who_names(name) - {"app/preferences.py"}] == []


def test_nothing_takes_rich_text() -> None:
    assert who_names("QTextBrowser", "QTextEdit", "QMessageBox", "QErrorMessage", "setHtml", "setMarkdown") == set()


def test_text_that_may_come_from_outside_gets_into_labels_and_tips_through_one_door() -> None:
    """A label of Qt's own is made where an icon stands on it; a tip is escaped, or one of our own fixed words."""
    assert who_names("QLabel") <= {"widgets/plain_label.py", "widgets/empty_log.py", "widgets/log_summary.py"}
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            if node.func.attr == "setToolTip":
                said = ast.unparse(node.args[-1])  # a tree takes the column first
                assert "plain_tip(" in said or "self.tr(" in said or "accessibleName()" in said, (
                    f"{place(path)}: {said}"
                )


def test_the_core_knows_nothing_of_qt() -> None:
    assert not [where for where in who_imports("PySide6", "shiboken6") if where.startswith("core/")]
    assert who_imports("PySide6.QtWidgets") & {place(path) for path in MODULES if "models" in path.parts} == set()


def test_qt_is_never_imported_whole() -> None:
    assert not [place(path) for path in MODULES if "PySide6" in " ".join(n for n in imports(path) if n.endswith(".*"))]


def test_the_command_line_loads_the_window_only_for_the_window() -> None:
    """Nothing that a terminal needs waits for Qt: imports of the app stand inside a function."""
    for path in [PACKAGE / "cli.py", *(PACKAGE / "commands").glob("*.py")]:
        top = [node for node in parsed(path).body if isinstance(node, ast.ImportFrom)]
        assert not [node.module for node in top if node.module and node.module.startswith("zegoerr_gui.app")]


def test_no_file_is_a_drawer_for_the_rest() -> None:
    drawers = {"utils", "util", "misc", "common", "helpers", "manager"}
    assert not [place(path) for path in MODULES if drawers & {path.stem, *path.relative_to(PACKAGE).parts}]
