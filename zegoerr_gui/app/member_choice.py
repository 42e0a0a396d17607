"""Lets the agent choose among the logs of an archive; meanwhile it is found out which codes each of them holds."""

from collections.abc import Generator, Iterator
from contextlib import closing
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zegoerr_gui.app.jobs import Job, Jobs
from zegoerr_gui.core.log.opening import found_otherwise, open_member
from zegoerr_gui.core.log.source import Original, UnreadableLogError
from zegoerr_gui.core.log.spool import amount
from zegoerr_gui.core.log.utf8_check import OtherEncodingError
from zegoerr_gui.core.log.zips import Member, SeveralMembersError
from zegoerr_gui.core.recognition.evidence import Evidence
from zegoerr_gui.core.recognition.recogniser import Recogniser
from zegoerr_gui.core.recognition.scan import Scan
from zegoerr_gui.widgets.look import Look
from zegoerr_gui.widgets.member_chooser import MemberChooser

_LOOKED_AT = 32 * 1024 * 1024  # bytes of each log
_NAMED = 2  # codes


class MemberChoice(QObject):
    """Holds the question and the work on its answer. Sends ``chosen`` with the archive and a list of members."""

    chosen = Signal(Original, list)

    def __init__(
        self, found: SeveralMembersError, jobs: Jobs, recogniser: Recogniser, look: Look, window: QWidget
    ) -> None:
        super().__init__(window)
        self._archive = found.archive
        self._jobs = jobs
        self._recogniser = recogniser
        self.chooser = MemberChooser(found.archive.name, found.members, look, window)
        self.chooser.chosen.connect(partial(self.chosen.emit, found.archive))
        self.chooser.finished.connect(self._end)
        self._job: Job | None = jobs.start(self._look_at(found.members), self._finish, self._fail)
        self.chooser.open()

    def _look_at(self, members: tuple[Member, ...]) -> Iterator[float]:
        for member in members:
            if not member.problem:
                said = yield from self._codes_in(member)
                self.chooser.show_codes(member, said)

    def _codes_in(self, member: Member) -> Generator[float, None, str]:
        try:
            source = yield from open_member(self._archive, member, _LOOKED_AT)
            while True:
                with closing(source):
                    scan = Scan(source, self._recogniser)
                    try:
                        yield from scan.run()
                        return self._told(scan)
                    except OtherEncodingError as found:
                        source = yield from found_otherwise(source, found)
        except UnreadableLogError as error:
            return str(error)

    def _told(self, scan: Scan) -> str:
        findings = scan.results.findings(Evidence.LIKELY)
        codes = ", ".join(str(finding.code) for finding in findings[:_NAMED])
        if len(findings) > _NAMED:
            codes += self.tr(" and {count} more").format(count=len(findings) - _NAMED)
        said = codes or self.tr("no error code")
        if scan.source.size >= _LOOKED_AT:
            said = self.tr("{codes} (in its first {amount})").format(codes=said, amount=amount(_LOOKED_AT))
        return said

    def _finish(self) -> None:
        self._job = None

    def _fail(self, error: Exception) -> None:
        self._job = None
        raise error

    def _end(self) -> None:
        if self._job is not None:
            self._jobs.cancel(self._job)
            self._job = None
        self._archive.release()
        self.deleteLater()
