#!/bin/sh
# Sets up the virtual environment, once: sh tools/setup.sh FOLDER [dev]
# Prints what to do, and ends with status 1, where something is missing that it may not install.
set -eu
venv=$1
extra=${2:+[$2]}

say() { printf '%s\n' "$*" >&2; }

if [ ! -x "$venv/bin/python" ]; then
    found=
    for candidate in "${PYTHON:-}" python3 python3.14 python3.13 python3.12 python3.11; do
        [ -n "$candidate" ] || continue
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            found=$candidate
            break
        fi
    done
    if [ -z "$found" ]; then
        say 'Drafter needs Python 3.11 or newer. Install it, then run make again.'
        exit 1
    fi
    say "Setting up Drafter in $venv (once, a minute or two) …"
    if ! "$found" -m venv "$venv" 2>/dev/null; then
        rm -rf "$venv"
        version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq && apt-get install -y -qq "python$version-venv" >/dev/null
            "$found" -m venv "$venv"
        else
            say "Python's venv module is missing. Install it, then run make again:"
            say "    sudo apt-get install python$version-venv"
            exit 1
        fi
    fi
fi

"$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable ".$extra"

# The system libraries Qt needs are looked for by loading what the window loads.
load_qt() {
    "$venv/bin/python" - <<'END'
import ctypes, pathlib
from PySide6 import QtWidgets
for plugin in pathlib.Path(QtWidgets.__file__).parent.glob("Qt/plugins/platforms/libqxcb.so"):
    ctypes.CDLL(str(plugin))
END
}
if ! load_qt 2>/dev/null; then
    packages='libegl1 libgl1 libxkbcommon0 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 fonts-liberation'
    if ! command -v apt-get >/dev/null; then
        say 'The libraries Qt 6 needs are missing; install them with the package manager of your system:'
        say '    EGL, OpenGL, libxkbcommon (with x11), D-Bus, fontconfig, and xcb with its cursor library'
        exit 1
    fi
    if [ "$(id -u)" = 0 ]; then
        say 'Installing the system libraries Qt needs …'
        # shellcheck disable=SC2086
        apt-get update -qq && apt-get install -y -qq --no-install-recommends $packages >/dev/null
    else
        say 'The system libraries Qt needs are missing. Install them, then run make again:'
        say "    sudo apt-get update && sudo apt-get install $packages"
        exit 1
    fi
    if ! error=$(load_qt 2>&1); then
        say "Qt still does not start: $error"
        exit 1
    fi
fi
