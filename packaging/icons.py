"""The program's icon in every form that systems want, drawn from the one SVG: PNG, ICO for Windows, ICNS for macOS.

python packaging/icons.py FOLDER        with a Python that has PySide6
"""

from __future__ import annotations

import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # pixels
_ICNS_TYPES = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}
_ICO_LARGEST = 256


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """PNGs by their size in pixels as one icon for Windows."""
    fitting = {size: data for size, data in sorted(pictures.items()) if size <= _ICO_LARGEST}
    head, at = struct.pack("<HHH", 0, 1, len(fitting)), 6 + 16 * len(fitting)
    for size, data in fitting.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), at)
        at += len(data)
    return head + b"".join(fitting.values())


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """PNGs by their size in pixels as one icon for macOS."""
    parts = [
        _ICNS_TYPES[size] + struct.pack(">I", 8 + len(data)) + data
        for size, data in sorted(pictures.items())
        if size in _ICNS_TYPES
    ]
    body = b"".join(parts)
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def draw(svg: Path) -> dict[int, bytes]:
    """The drawing as PNGs by size."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    pictures = {}
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        QSvgRenderer(str(svg)).render(painter)
        painter.end()
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"png")).write(image)
        pictures[size] = bytes(data.data())
    del application
    return pictures


def main(folder: Path) -> None:
    """Write all forms into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = draw(Path(__file__).resolve().parent.parent / "resources" / "zegoerr.svg")
    for size, data in pictures.items():
        (folder / f"{size}.png").write_bytes(data)
    (folder / "zegoerr.ico").write_bytes(ico(pictures))
    (folder / "zegoerr.icns").write_bytes(icns(pictures))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
