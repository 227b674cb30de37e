from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.documents import Normal, normalise

MANGLED = st.lists(
    st.sampled_from(
        [
            "\n",
            "\r\n",
            "\x0c",
            "\n\n",
            " ",
            "\xa0",
            "\xad",
            "\ufeff",
            "• ",
            "- ",
            "# ",
            "1. ",
            "; ",
            ".",
            "-",
            "Learning includes: ",
            "share",
            "The nurse",
            "\ufb01nd",
            "\u2019s",
            "Page 3 of 9",
            "\u201cno\u201d",
            "\x00",
            "**",
            "*",
            "_",
            "[a word](",
            "www.a.b)",
            "#)",
            "\\(",
            "\\",
            "-----",
        ]
    )
    | st.text(max_size=8),
    max_size=60,
).map("".join)


def blocks(raw: str) -> list[tuple[str, str]]:
    normal = normalise(raw)
    return [(block.kind, normal.text[block.start : block.end]) for block in normal.blocks]


def letters(text: str) -> str:
    """Return what a text says, without what normalising may change: spaces, marks, quotes, hyphens."""
    for pair in zip(
        ("\ufb00", "\ufb01", "\ufb02", "\ufb03", "\ufb04"), ("ff", "fi", "fl", "ffi", "ffl"), strict=True
    ):
        text = text.replace(*pair)
    text = text.replace("\ufb05", "st").replace("\ufb06", "st").replace("\u02bc", "")  # an apostrophe
    return "".join(c for c in text if c.isalnum())


def hold(raw: str, normal: Normal) -> None:
    assert len(normal.at) == len(normal.text) + 1
    assert list(normal.at) == sorted(normal.at)
    assert normal.at[-1] == len(raw)
    assert "\n".join(normal.text[b.start : b.end] for b in normal.blocks) == normal.text
    assert all(b.end > b.start for b in normal.blocks)


@given(MANGLED | st.text())
def test_every_character_is_accounted_for_and_none_invented(raw: str) -> None:
    normal = normalise(raw)
    hold(raw, normal)
    left = "".join(letters(raw[a:b]) for a, b in normal.left_out)
    kept = letters(normal.text)
    missing = Counter(letters(raw)) - Counter(kept + left)
    assert not Counter(kept + left) - Counter(letters(raw))
    assert set(missing) <= {"o"}  # the letter that Word draws as a bullet


@given(MANGLED | st.text())
@example("\u02bc")
def test_a_raw_slice_has_the_words_of_the_block(raw: str) -> None:
    normal = normalise(raw)
    for block in normal.blocks:
        start, end = normal.raw_span(block.start, block.end)
        slice_ = raw[start:end]
        for a, b in normal.left_out:
            if start <= a and b <= end:
                slice_ = slice_.replace(raw[a:b], "", 1)
        assert letters(slice_) == letters(normal.text[block.start : block.end])


@given(MANGLED)
def test_every_character_stands_where_it_says(raw: str) -> None:
    normal = normalise(raw)
    assert all(
        raw[normal.at[i]] == c
        for i, c in enumerate(normal.text)
        if c.isalnum() and raw[normal.at[i]] < "\ufb00"
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "\ufeff\u201cThink family\u201d wasn\u2019t of\u00adten \ufb01rst.",
            [("paragraph", '"Think family" wasn\'t often first.')],
        ),
        ("The plan was made late \u2013 in May.", [("paragraph", "The plan was made late \u2013 in May.")]),
        (
            "Nobody in the network asked the mother of her own childhood, so\n\n\n\nthat that was missed.",
            [
                (
                    "paragraph",
                    "Nobody in the network asked the mother of her own childhood, so that that was missed.",
                )
            ],
        ),
        (
            "Key issues\n\u2022 record what the\n  child says\n\u2022 Share it\n- Ask again",
            [
                ("paragraph", "Key issues"),
                ("bullet", "record what the child says"),
                ("bullet", "Share it"),
                ("bullet", "Ask again"),
            ],
        ),
        (
            "1. Child A: review\n\nDeath of a baby.\n\n2.3 The nurse wrote it down.",
            [
                ("numbered", "1. Child A: review"),
                ("paragraph", "Death of a baby."),
                ("numbered", "2.3 The nurse wrote it down."),
            ],
        ),
        (
            "## Messages for practitioners\nAsk.",
            [("heading", "Messages for practitioners"), ("paragraph", "Ask.")],
        ),
        (
            "Learning includes:\n\nask early; share.",
            [("paragraph", "Learning includes:"), ("paragraph", "ask early; share.")],
        ),
        (
            "**Learning includes:** *ask* early; share_it_now; the __whole__ [plan](#) \\(PDF\\).",
            [("paragraph", "Learning includes: ask early; share_it_now; the whole plan (PDF).")],
        ),
        (
            '**A lead that goes over\na line:** 2 * 3 and a*b*c, [1](sic) [the plan](http://a.b/c_d_e "x").',
            [("paragraph", "A lead that goes over a line: 2 * 3 and a*b*c, [1](sic) the plan.")],
        ),
        (
            "Recommendations\n=====\nAsk.\n\n---\n\n1\\. Share.",
            [
                ("heading", "Recommendations"),
                ("boilerplate", "====="),
                ("paragraph", "Ask."),
                ("boilerplate", "---"),
                ("numbered", "1. Share."),
            ],
        ),
        ("neglect\n\ndomestic abuse", [("paragraph", "neglect"), ("paragraph", "domestic abuse")]),
    ],
)
def test_forms(raw: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(raw) == expected


WRAPPED = """The school nurse saw Child A four times in the spring and wrote
down what the child said. Nobody passed it on to the family's
general practitioner, though the guidance in use at that time
asked for it. The review finds that safe-
guarding was left to one person.
"""


def test_hard_wraps_are_joined_and_paragraphs_kept() -> None:
    raw = WRAPPED + "A second paragraph begins here and it goes on about safeguarding\nfor two lines.\n"
    assert [text[-12:] for _, text in blocks(raw)] == ["one person.".rjust(12), "r two lines."]
    assert "that safeguarding was" in normalise(raw).text


def test_hyphen_of_a_word_stays() -> None:
    raw = "The partnership should have held a multi-\nagency meeting. Multi-agency working matters."
    assert "a multi-agency meeting" in normalise(raw).text


def test_headers_and_page_numbers_are_boilerplate_and_leave_sentences_whole() -> None:
    page = "Review of Child A\n{}\n{}\n"
    raw = "\f".join(
        page.format(text, n)
        for n, text in enumerate(
            [
                "The first page ends in the middle of a sentence that was",
                "continued on the next.\n\nThe second ends with a full stop.",
                "The third page is the last.",
            ],
            1,
        )
    )
    normal = normalise(raw)
    assert blocks(raw) == [
        ("boilerplate", "Review of Child A"),
        ("paragraph", "The first page ends in the middle of a sentence that was continued on the next."),
        ("paragraph", "The second ends with a full stop."),
        ("boilerplate", "2"),
        ("boilerplate", "Review of Child A"),
        ("paragraph", "The third page is the last."),
        ("boilerplate", "3"),
    ]
    assert [raw[a:b] for a, b in normal.left_out] == ["1", "Review of Child A"]


def test_repeated_lead_in_is_no_boilerplate() -> None:
    raw = "\f".join("Recommendations include:\nshare more." for _ in range(4))
    assert blocks(raw)[0] == ("paragraph", "Recommendations include: share more.")


def test_span_outside_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="no slice"):
        normalise("a").raw_span(0, 5)
