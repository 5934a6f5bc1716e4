"""An organ is found by typing any part of its name or code."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.organ_box import OrganBox


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Commission on Crime", "E/CN.15"),
        ("crime", "E/CN.15"),
        ("e/cn.7", "E/CN.7"),
        ("third", "A/C.3"),
        ("human rights c", "A/HRC"),
    ],
)
def test_typing_finds_an_organ(qtbot, typed, code):
    box = OrganBox()
    qtbot.addWidget(box)
    QTest.keyClicks(box, typed)
    assert box.currentData() == code
    assert not box.view().isVisible()


def test_what_is_no_name_changes_nothing_and_arrows_still_go(qtbot):
    box = OrganBox()
    qtbot.addWidget(box)
    QTest.keyClicks(box, "qqq")
    assert box.currentIndex() == 0
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == 1
