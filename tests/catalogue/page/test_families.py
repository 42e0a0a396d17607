"""Families of imported pages, by headings and by numbers."""

from collections.abc import Iterable

from tests.catalogue.page.reading import imported
from zegoerr_gui.core.catalogue.catalogue import Catalogue


def page(*sections: tuple[str, list[int]]) -> str:
    return "\n".join(f"## {title}\n\n{table(codes)}" for title, codes in sections)


def table(codes: Iterable[int]) -> str:
    return "| Code | Meaning |\n|-|-|\n" + "".join(f"| {code} | Problem {code} |\n" for code in codes)


def test_prefixes_are_as_short_as_keeps_families_apart_and_outliers_are_spelled_out() -> None:
    text = page(
        ("Users", [6000101, 6000102, 6000103]),
        ("Messages", [6000201, 6000202, 6000203, 6000204, 6000205]),
        ("Others", [6000206, 7000001, 12, -3]),
    )
    made = imported(text, "x.md")
    families = {family.title: (family.prefixes, family.exact) for family in made.catalogue.pack.families}
    assert families == {
        "Users": (("60001",), False),
        "Messages": (("60002",), False),
        "Others": (("6000206", "7000"), False),
        "Others (other numbers)": (("12", "-3"), True),
    }
    for entry in made.catalogue:
        family = made.catalogue.pack.family_of(entry.code)
        assert family is not None
        assert family.id == entry.family


def test_ids_are_names_of_files_that_every_system_takes(catalogue: Catalogue) -> None:
    text = page(
        ("CON", [2000001]), ("../Pack", [3000001]), ("pack", [4000001]), ("房间 / Räume", [1002001]), ("Con", [1])
    )
    ids = [family.id for family in imported(text, "x.md", catalogue).catalogue.pack.families]
    assert ids == ["family-con", "family-pack", "family-pack-2", "room", "family-con-2"]


def test_a_page_with_one_title_for_all_is_divided_by_what_the_numbers_tell(catalogue: Catalogue) -> None:
    text = "# All codes\n\n" + table([1002001, 1002002, 1003001, 1103002, 1104001, 1004002])
    made = imported(text, "x.md", catalogue)
    assert [(one.title, one.codes) for one in made.report.families] == [("Room", 2), ("Publishing", 2), ("Playing", 2)]
    assert made.catalogue.pack.platform == "web"
