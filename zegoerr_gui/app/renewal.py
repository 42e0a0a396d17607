"""What follows when the catalogues, or what the team says, are other than before."""

from PySide6.QtCore import QObject

from zegoerr_gui.app.about import About
from zegoerr_gui.app.catalogues import Catalogues
from zegoerr_gui.app.linked_panes import LinkedPanes
from zegoerr_gui.app.notices import Notices
from zegoerr_gui.app.open_logs import OpenLogs
from zegoerr_gui.widgets.codes_pane import CodesPane
from zegoerr_gui.widgets.filter_bar import FilterBar


class Renewal(QObject):
    """Shows what is loaded now wherever it is seen. Logs are read again only where other codes can be found in them."""

    def __init__(
        self,
        catalogues: Catalogues,
        bar: FilterBar,
        codes: CodesPane,
        linked: LinkedPanes,
        logs: OpenLogs,
        notices: Notices,
        about: About,
    ) -> None:
        super().__init__(catalogues)
        self._catalogues, self._bar, self._codes = catalogues, bar, codes
        self._linked, self._logs, self._notices, self._about = linked, logs, notices, about
        catalogues.renewed.connect(self._renew)

    def _renew(self, recognised_anew: bool) -> None:
        loaded = self._catalogues.loaded
        self._codes.renew_entries()
        self._bar.show_families(self._catalogues.catalogue.pack.families)
        self._notices.tell_faults(loaded.faults, self._catalogues.kept_back, self._catalogues.in_use.team)
        self._about.loaded = loaded
        self._linked.renew()
        if recognised_anew:
            self._logs.recognise_anew()
