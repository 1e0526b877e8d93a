"""A file of schema 8 told by the titles of its meetings what they were for; the upgrade writes it down once."""

import sqlite3
from pathlib import Path

from cluster_desktop.records.file.workspace import Workspace
from cluster_desktop.records.queries.lists import listing
from cluster_desktop.records.queries.year.year_state import year_state
from cluster_desktop.records.rows import Listing
from tests.records.older_file import make_older_file

TITLES = {
    "a": ("HOI_NGHI", "Hội nghị ký kết Giao ước thi đua năm 2020", (True, None)),
    "b": ("HOI_NGHI", "HỘI NGHỊ TỔNG KẾT", (None, True)),
    "c": ("HOI_NGHI", "Hô\u0323i nghi\u0323 tổng  kết năm 2019, ký giao\u00a0ước năm 2020", (True, True)),
    "d": ("HOI_NGHI", "Hội nghị giao ban", (None, None)),
    "e": ("HOI_THAO", "Hội thảo tổng kết thực tiễn", (None, None)),
}


def test_the_upgrade_reads_the_titles_once(tmp_path: Path) -> None:
    path = tmp_path / "Sổ.sothidua"
    make_older_file(path, "0008")
    raw = sqlite3.connect(path)
    raw.executemany(
        "INSERT INTO event (uid, kind, title, year, starts_on, sort_key, search_key) "
        "VALUES (?, ?, ?, 2020, '2020', '', '')",
        [(uid, kind, title) for uid, (kind, title, _purposes) in TITLES.items()],
    )
    raw.execute(
        "INSERT INTO event (uid, kind, title, year, deleted_at, sort_key, search_key) "
        "VALUES ('f', 'HOI_NGHI', 'Tổng kết', 2020, '2020-12-01T00:00:00+00:00', '', '')"
    )
    raw.commit()
    raw.close()
    opened = Workspace.open(path)
    rows = opened.read(listing.page, Listing(kind="event"))
    purposes = {row.uid: (row.values["signs_pledge"], row.values["closes_year"]) for row in rows}
    assert purposes == {uid: purposes for uid, (_kind, _title, purposes) in TITLES.items()}
    (gone,) = opened.read(listing.page, Listing(kind="event", trashed=True))
    assert gone.values["closes_year"] is True  # for it may come back
    state = opened.read(year_state, 2020)
    assert (state.signed.source.uids, state.closed.source.uids) == (("a", "c"), ("b", "c"))
    opened.close()
