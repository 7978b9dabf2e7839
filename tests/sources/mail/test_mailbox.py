from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import UnreadableDocument
from claims.model import PartialDate
from claims.ports import Material, Room
from sources.mail.mailbox import Mailbox
from sources.mail.marks import is_mailbox

NOW = PartialDate.parse("2031-04-01", evidence="clock")
SEPARATOR = b"From carrow@port.example Mon Mar  3 09:12:00 2031\n"
FIRST = b"From: Ines Carrow <carrow@port.example>\nMessage-ID: <1@port.example>\n\nThe wall held.\n"
SECOND = b"From: Tomas Lind <lind@x.example>\nSubject: Pier\n\nFrom here on we wait.\n"


def members(raw: bytes) -> list[tuple[str, bytes]]:
    found = Mailbox().members(Material(raw, "in.mbox", NOW), Room(10**6, 1000))
    return [(one.location, one.raw) for one in found if isinstance(one, Material)]


def test_each_message_is_an_input_called_by_its_id_or_number(
    taken: Callable[..., dict[str, bytes | str]],
) -> None:
    raw = SEPARATOR + FIRST + b"\n" + SEPARATOR + SECOND.replace(b"\nFrom here", b"\n>From here")
    assert taken("in.mbox", raw) == {"in.mbox/1@port.example": FIRST, "in.mbox/2": SECOND}


def test_line_ends_of_windows_part_messages_too() -> None:
    raw = (SEPARATOR + FIRST + b"\n" + SEPARATOR + SECOND).replace(b"\n", b"\r\n")
    assert [location for location, _ in members(raw)] == ["in.mbox/1@port.example", "in.mbox/2"]


def test_a_line_that_only_begins_so_parts_nothing() -> None:
    body = b"They came\n\nFrom Halden at 09:30, early.\nFrom the sea.\n"
    assert [raw for _, raw in members(SEPARATOR + FIRST + body)] == [FIRST + body]


def test_prose_is_no_mailbox() -> None:
    assert not is_mailbox(Material(b"From Halden to Brask by 09:30 they walked.\nIt rained.\n", "a.txt", NOW))
    with pytest.raises(UnreadableDocument):
        Mailbox().read(Material(SEPARATOR + FIRST, "in.mbox", NOW))


def test_many_messages_are_parted_in_step_with_their_number(in_step) -> None:
    few = Material((SEPARATOR + FIRST + b"\n") * 2_000, "in.mbox", NOW)
    many = Material((SEPARATOR + FIRST + b"\n") * 8_000, "in.mbox", NOW)

    def part(material: Material) -> Callable[[], object]:
        return lambda: sum(1 for _ in Mailbox().members(material, Room(10**9, 10**6)))

    assert in_step(part(few), part(many), 4)


@settings(deadline=None)  # the first example imports what reading needs
@given(
    st.lists(st.sampled_from([SEPARATOR, FIRST, SECOND, b"\n", b">From ", b"From x 1:11 2031\n", b"\r\n"]))
)
def test_every_line_of_a_mailbox_is_in_one_message_or_parts_two(pieces: list[bytes]) -> None:
    raw = SEPARATOR + FIRST + b"".join(pieces)
    assert sum(one.count(b"The wall held.") for _, one in members(raw)) == raw.count(b"The wall held.")
