"""What people write into a form, read: places, dates, figures."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from claims.errors import BadValue
from claims.model import Comparator, PartialDate, Quantity, Span

BY_HAND = "set by hand"

# Nobody counts beyond 10 ** 30; past it a slip of the keys is likelier than a figure.
_LARGEST = 30

# "about" allows a tenth each way, as the extractor does.
_ABOUT = Decimal("0.1")


def span_of(written: str, text: str) -> Span:
    """START:END as a span of the text, without blanks at its ends.

    Raises:
        BadValue: it is no such place, or holds no words.
    """
    start, colon, end = written.strip().partition(":")
    remedy = f"write START:END, 0 to {len(text)}"
    if not colon or not start.isdecimal() or not end.isdecimal():
        raise BadValue("place", written, remedy)
    first, last = int(start), int(end)
    if not first < last <= len(text) or not text[first:last].strip():
        raise BadValue("place", written, f"{remedy}, with words between")
    words = text[first:last]
    return Span(first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip()))


def date_of(written: str) -> PartialDate | None:
    """YYYY-MM-DD, YYYY-MM or YYYY; nothing written is no date. Raises ValueError."""
    return PartialDate.parse(written, evidence=BY_HAND) if written else None


def quantity_of(written: str) -> Quantity:
    """A figure "179", a range "10..12", or a bound ">4", ">=4", "<4", "<=4", "~4".

    Raises:
        BadValue: it is none of these.
    """
    words = written.replace(",", "").replace(" ", "")
    low, dots, high = words.partition("..")
    if dots:
        return Quantity(Comparator.RANGE, _number(low), _number(high), digits=written)
    for sign in (">=", "<=", ">", "<", "~", "="):
        if words.startswith(sign):
            return _bounded(Comparator(sign), _number(words[len(sign) :]), words[len(sign) :])
    return _bounded(Comparator.EXACT, _number(words), words)


def _number(written: str) -> Decimal:
    try:
        number = Decimal(written)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST:
        raise BadValue("value", written, "write a figure (179), a range (10..12) or a bound (>4)")
    return number


def _bounded(sign: Comparator, value: Decimal, digits: str) -> Quantity:
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(int(exponent)) if int(exponent) < 0 else Decimal(1)
    if sign is Comparator.ABOUT:
        around = abs(value) * _ABOUT
        return Quantity(sign, value - around, value + around, value=value, step=step, digits=digits)
    above = sign in (Comparator.ABOVE, Comparator.AT_LEAST)
    below = sign in (Comparator.BELOW, Comparator.AT_MOST)
    return Quantity(
        sign,
        None if below else value,
        None if above else value,
        low_open=sign is Comparator.ABOVE,
        high_open=sign is Comparator.BELOW,
        value=value,
        step=step,
        digits=digits,
    )
