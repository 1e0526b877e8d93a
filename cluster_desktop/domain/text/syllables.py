"""Recognise Vietnamese syllables: by them a wrong encoding shows itself, and what was typed with the keyboard off."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

_TONES: Final = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_ONSET: Final = "(?:ngh|ng|nh|gh|gi|kh|ch|th|tr|ph|qu|[bcdđghklmnprstvx])?"
_BEGUN_ONSET: Final = re.compile(_ONSET)
_RHYMES: Final = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
    i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
    ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên
    uyêt uyn uynh uyt uyu ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
    y yêm yên yêng yêt yêu ych ynh yt
"""
_BEGUN_RHYMES: Final = frozenset(rhyme[:size] for rhyme in _RHYMES.split() for size in range(1, len(rhyme) + 1))
_SYLLABLE: Final = re.compile(f"{_ONSET}(?:{'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")
_CLOSED: Final = ("c", "ch", "p", "t")  # such endings carry only sắc or nặng


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Check that a word, in composed letters, follows the pattern of a Vietnamese syllable with its tone."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [_TONES[mark] for mark in decomposed if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in _TONES))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(_CLOSED) or not tones or tones[0] in ("sắc", "nặng")


def begins_syllable(bare: str) -> bool:
    """Check that small composed letters without tones can begin a syllable and reach its vowel: "nguyê", "đư"."""
    onset = _BEGUN_ONSET.match(bare)
    rest = bare[onset.end() if onset else 0 :]
    return rest in _BEGUN_RHYMES or (bare.startswith(("gi", "qu")) and bare[1:] in _BEGUN_RHYMES)


def has_tone(word: str) -> bool:
    """Check that a word carries the mark of a tone."""
    return any(mark in _TONES for mark in unicodedata.normalize("NFD", word))
