"""``python -m zegoerr_gui``: the same program as the launchers ``zegoerr`` and ``zegoerr-gui``."""

import sys

from zegoerr_gui.cli import main

sys.exit(main())
