"""The pages of the short tour: what there is, with the keys that hold."""

from __future__ import annotations

from tui.keyboard import Keyboard

# A page's heading and its lines.
Page = tuple[str, tuple[str, ...]]


def pages(keyboard: Keyboard) -> list[Page]:
    """Five pages, each read in ten seconds."""

    def key(id_: str) -> str:
        return keyboard.key(id_).first

    return [
        (
            "Who said what, where and when",
            (
                "Type words or a name: the list follows each letter.",
                f"{key('to.list')} goes to the list, and again opens the statement in its document.",
                (
                    f"{key('facets')} picks a speaker, a source, a month; {key('saved')} saves a search and "
                    "tells later what is new in it."
                ),
            ),
        ),
        (
            "Where it comes from",
            (
                "The passage is marked in its document; beside it: who says so, and how that is known.",
                (
                    f"{key('edit')} corrects what is wrong, {key('note')} adds a note, {key('copy')} copies "
                    "it with its source."
                ),
                f"{key('range')} selects words that no quote was found in, and records them.",
            ),
        ),
        (
            "What does not fit",
            (
                "Findings are figures and words that disagree; Review shows them one at a time.",
                (
                    f"{key('accept')} real or same, {key('reject')} not, {key('maybe')} maybe: one key "
                    "decides and goes on."
                ),
                f"{key('undo')} takes back, {key('redo')} puts back. No key deletes anything.",
            ),
        ),
        (
            "Getting about",
            (
                f"1 to 8 or {key('goto')} go to a screen; {key('back')} goes back; {key('close')} closes.",
                f"{key('work')} adds files or folders while you go on.",
                f"{key('hit.export')} exports the list in view. The mouse works everywhere.",
            ),
        ),
        (
            "When you are lost",
            (
                f"{key('help')} shows the keys of the screen, {key('palette')} finds everything by name.",
                f"The line at the bottom has those you need most. {key('tour')} shows this again.",
            ),
        ),
    ]
