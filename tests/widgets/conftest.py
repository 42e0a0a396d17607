"""The same window, look and clipboard as the tests of the app have."""

from tests.app.conftest import clipboard as clipboard
from tests.app.conftest import look as look
from tests.app.conftest import make_theme as make_theme
from tests.app.conftest import make_window as make_window
from tests.app.conftest import store as store
from tests.app.conftest import theme as theme
from tests.app.conftest import window as window
