"""Errors in a block of code words found and put right (Reed–Solomon over GF(256), the polynomial of ISO/IEC 18004)."""

from collections.abc import Sequence
from typing import Final

_FIELD: Final = 0x11D
_POWER: Final = [1] * 512
_LOG: Final = [0] * 256


def _fill_tables() -> None:
    value = 1
    for exponent in range(255):
        _POWER[exponent] = _POWER[exponent + 255] = value
        _LOG[value] = exponent
        value <<= 1
        if value & 0x100:
            value ^= _FIELD


_fill_tables()


class TooManyErrors(ValueError):
    """The block is too damaged."""


def corrected(block: Sequence[int], check_words: int) -> list[int]:
    """The data words of *block*, whose last *check_words* guard them. Raises TooManyErrors."""
    words = list(block)
    syndromes = [_value(words, _POWER[power]) for power in range(check_words)]
    if any(syndromes):
        locator = _locator(syndromes)
        _put_right(words, syndromes, locator)
        if any(_value(words, _POWER[power]) for power in range(check_words)):
            raise TooManyErrors
    return words[: len(words) - check_words]


def _times(one: int, other: int) -> int:
    return _POWER[_LOG[one] + _LOG[other]] if one and other else 0


def _over(one: int, other: int) -> int:
    return _POWER[_LOG[one] - _LOG[other] + 255] if one else 0


def _value(highest_first: Sequence[int], x: int) -> int:
    found = 0
    for factor in highest_first:
        found = _times(found, x) ^ factor
    return found


def _locator(syndromes: Sequence[int]) -> list[int]:
    """The polynomial (lowest power first) whose roots tell where the errors are (Berlekamp and Massey)."""
    current, before = [1], [1]
    errors, shift, scale = 0, 1, 1
    for place in range(len(syndromes)):
        gap = syndromes[place]
        for power in range(1, min(errors, len(current) - 1) + 1):
            gap ^= _times(current[power], syndromes[place - power])
        if gap == 0:
            shift += 1
            continue
        factor, kept = _over(gap, scale), list(current)
        current += [0] * (len(before) + shift - len(current))
        for power, value in enumerate(before):
            current[power + shift] ^= _times(factor, value)
        if 2 * errors <= place:
            errors, before, scale, shift = place + 1 - errors, kept, gap, 1
        else:
            shift += 1
    if errors * 2 > len(syndromes):
        raise TooManyErrors
    return current[: errors + 1]


def _put_right(words: list[int], syndromes: Sequence[int], locator: Sequence[int]) -> None:
    """Change the wrong words (Forney)."""
    wanted = len(locator) - 1
    products = [0] * wanted
    for power in range(wanted):
        for part in range(power + 1):
            products[power] ^= _times(syndromes[part], locator[power - part])
    slope = [value if power % 2 else 0 for power, value in enumerate(locator)][1:]
    found = 0
    for place in range(len(words)):
        root = _POWER[(255 - (len(words) - 1 - place)) % 255]
        if _value(locator[::-1], root):
            continue
        below = _value(slope[::-1], root)
        if below == 0:
            raise TooManyErrors
        words[place] ^= _times(_over(_value(products[::-1], root), below), _POWER[len(words) - 1 - place])
        found += 1
    if found != wanted:
        raise TooManyErrors
