"""Our own font for a machine that has no Japanese one, so that pages are seen as they are."""

from pathlib import Path
from xml.sax.saxutils import escape

import hiroba

FONTS = Path(hiroba.__file__).parent / "foundation/drawing/fonts"
SYSTEM = ("/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts")


def fontconfig(folder: Path) -> str:
    """Write a font configuration into the folder; answers its path for FONTCONFIG_FILE."""
    places = "".join(f"<dir>{escape(str(place))}</dir>" for place in (FONTS, *SYSTEM))
    cache = f"<cachedir>{escape(str(folder / 'cache'))}</cachedir>"
    told = (
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig>{places}{cache}</fontconfig>"
    )
    file = folder / "fonts.conf"
    file.write_text(told)
    return str(file)
