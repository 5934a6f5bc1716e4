"""A date can be typed as it is written."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from ui.date_box import DateBox


@pytest.mark.parametrize("whole", [False, True], ids=["from the year on", "all selected"])
@pytest.mark.parametrize(
    "typed", ["20170522", "2017-05-22", "2017 05 22", "2017.05.22", "2017-5-22"]
)
def test_a_date_is_typed_as_it_is_written(qtbot, typed, whole):
    box = DateBox()
    qtbot.addWidget(box)
    box.setDate(QDate(2026, 11, 26))
    box.setSelectedSection(DateBox.Section.YearSection)
    if whole:
        QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, typed)
    assert box.date() == QDate(2017, 5, 22)
