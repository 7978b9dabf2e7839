"""Every key of the app, once: bindings, footer, help and palette are made from this table.

One key has one meaning everywhere. Upper case has the wider scope. Nothing
deletes: a key that decides, pressed again on the same thing, takes that
decision back. Nothing needs alt or a control key that terminals or
multiplexers take (ctrl+a b h i j m s z [). What a user sets instead lies over
it: `tui.keyboard`.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Key:
    """One row.

    Attributes:
        id: what the footer of a screen and the settings name it by.
        keys: Textual's key names, with commas; each does the same.
        scope: where it holds: "app", a part of the screen that has bindings, or a window.
        words: for help and footer; a reporter's words.
        at_once: heard before the field that has the keyboard.
    """

    id: str
    keys: str
    action: str
    words: str
    scope: str
    group: str
    at_once: bool = False

    @property
    def shown(self) -> str:
        """The keys as they are printed on a keyboard."""
        return " ".join(_SHOWN.get(key, key) for key in self.keys.split(","))

    @property
    def first(self) -> str:
        return self.shown.split(" ")[0]


_SHOWN = {
    "colon": ":", "question_mark": "?", "slash": "/", "left_square_bracket": "[", "escape": "esc",
    "right_square_bracket": "]", "pagedown": "pgdn", "pageup": "pgup", "down": "↓", "up": "↑",
    "left": "←", "right": "→", "plus": "+", "equals_sign": "=", "minus": "-", "exclamation_mark": "!",
    "comma": ",", "full_stop": ".", "greater_than_sign": ">", "less_than_sign": "<",
    "apostrophe": "'", "number_sign": "#",
    "left_curly_bracket": "{", "right_curly_bracket": "}",
}  # fmt: skip

KEYS: tuple[Key, ...] = (
    Key("goto", "g", "goto", "go to …", "app", "Screens"),
    Key("help", "question_mark,f1", "help", "keys", "app", "Help"),
    Key("palette", "colon,ctrl+p", "command_palette", "everything by name", "app", "Help"),
    Key("tour", "f2", "tour", "a short tour", "app", "Help"),
    Key("undo", "u", "undo", "undo", "app", "Safety"),
    Key("redo", "ctrl+r", "redo", "redo", "app", "Safety"),
    Key("history", "H", "go('history')", "all decisions", "app", "Safety"),
    Key("reload", "R", "reload", "look again", "app", "Screens"),
    Key("theme", "comma", "theme", "colors: light, dark, high contrast", "app", "Screens"),
    Key("work", "I", "work", "add documents, read again", "app", "Documents"),
    Key("close", "q", "close", "close", "app", "Screens"),
    Key("quit", "ctrl+q", "quit", "quit", "app", "Screens", at_once=True),
    Key("back", "escape", "back", "back", "app", "Screens"),
    # A list.
    Key("down", "j,down", "move(1)", "next", "list", "Move"),
    Key("up", "k,up", "move(-1)", "previous", "list", "Move"),
    Key("half.down", "ctrl+d", "page(0.5)", "half a page down", "list", "Move"),
    Key("half.up", "ctrl+u", "page(-0.5)", "half a page up", "list", "Move"),
    Key("page.down", "pagedown", "page(1.0)", "a page down", "list", "Move"),
    Key("page.up", "pageup", "page(-1.0)", "a page up", "list", "Move"),
    Key("top", "home", "edge('top')", "first", "list", "Move"),
    Key("end", "end,G", "edge('end')", "last", "list", "Move"),
    Key("open", "enter", "choose", "open", "list", "Open"),
    # The search screen and every list that can be narrowed.
    Key("find", "slash", "find", "search", "search", "Find"),
    # While the query line has the keyboard; the line itself does it.
    Key("to.list", "enter,down", "to_list", "to the list", "query", "Find"),
    Key("to.list.too", "escape", "to_list", "done typing", "query", "Find"),
    Key("facets", "f", "facets", "pick a filter", "search", "Find"),
    Key("saved", "S", "saved", "saved searches", "search", "Find"),
    Key("hit.sort", "greater_than_sign", "sort", "sort", "search", "Find"),
    Key("hit.flip", "less_than_sign", "flip", "turn the order round", "search", "Find"),
    Key("preview", "p", "preview", "preview", "search", "Screens"),
    Key("type", "T", "type", "quotes, figures or whole text", "search", "Find"),
    Key("hit.edit", "e", "edit", "correct", "search", "Act"),
    Key("hit.note", "c", "note", "note", "search", "Act"),
    Key("hit.tag", "t", "tag", "tag", "search", "Act"),
    Key("hit.flag", "exclamation_mark", "flag", "flag: not right", "search", "Act"),
    Key("hit.copy", "y", "copy", "copy", "search", "Act"),
    Key("hit.export", "E", "export", "export this list", "search", "Act"),
    Key("check", "C", "check", "did anyone say this?", "search", "Find"),
    Key("asked", "slash", "find", "ask for other words", "check", "Find"),
    Key("answer.copy", "y", "copy", "copy", "check", "Act"),
    Key("preview.answer", "p", "preview", "preview", "check", "Screens"),
    Key("narrow", "slash", "find", "narrow the list", "narrow", "Find"),
    # Lists of things to decide.
    Key("mark", "space", "mark", "mark or unmark", "marks", "Select"),
    Key("mark.range", "v", "mark_range", "mark from here to there", "marks", "Select"),
    Key("mark.all", "V", "mark_all", "mark all that are shown, or none", "marks", "Select"),
    Key("accept.all", "A", "decide_marked(0)", "accept the marked, or all shown", "marks", "Decide"),
    Key("reject.all", "X", "decide_marked(1)", "reject the marked, or all shown", "marks", "Decide"),
    Key("sort", "greater_than_sign", "sort", "sort", "narrow", "Find"),
    Key("flip", "less_than_sign", "flip", "turn the order round", "narrow", "Find"),
    # Text of a document.
    Key("line.down", "j,down", "line(1)", "line down", "text", "Move"),
    Key("line.up", "k,up", "line(-1)", "line up", "text", "Move"),
    Key("word.right", "l,right", "word(1)", "word right", "text", "Move"),
    Key("word.left", "h,left", "word(-1)", "word left", "text", "Move"),
    Key("text.half.down", "ctrl+d", "page(0.5)", "half a page down", "text", "Move"),
    Key("text.half.up", "ctrl+u", "page(-0.5)", "half a page up", "text", "Move"),
    Key("text.page.down", "pagedown", "page(1.0)", "a page down", "text", "Move"),
    Key("text.page.up", "pageup", "page(-1.0)", "a page up", "text", "Move"),
    Key("text.top", "home", "edge('top')", "start of the document", "text", "Move"),
    Key("text.end", "end,G", "edge('end')", "end of the document", "text", "Move"),
    Key("range", "v", "range", "select words", "text", "Select"),
    Key("record", "enter", "choose", "record the selection or open a quote", "text", "Select"),
    # A statement's page.
    Key("next.quote", "n", "quote(1)", "next quote", "statement", "Move"),
    Key("previous.quote", "N", "quote(-1)", "previous quote", "statement", "Move"),
    Key("edit", "e", "edit", "correct", "statement", "Act"),
    Key("note", "c", "note", "note", "statement", "Act"),
    Key("tag", "t", "tag", "tag", "statement", "Act"),
    Key("flag", "exclamation_mark", "flag", "flag: not right", "statement", "Act"),
    Key("copy", "y", "copy", "copy", "statement", "Act"),
    Key("why", "w", "why", "what fits or does not", "statement", "Act"),
    Key("versions", "d", "versions", "compare versions", "statement", "Act"),
    Key("zoom", "z", "zoom", "text only", "statement", "Screens"),
    # One thing to decide.
    Key("accept", "a", "decide(0)", "accept: same, real", "decide", "Decide"),
    Key("reject", "x", "decide(1)", "reject: different, dismiss", "decide", "Decide"),
    Key("maybe", "m", "decide(2)", "maybe", "decide", "Decide"),
    Key("skip", "s", "skip", "skip", "decide", "Decide"),
    Key("accept.rest", "A", "decide_rest(0)", "accept all that are left", "decide", "Decide"),
    Key("reject.rest", "X", "decide_rest(1)", "reject all that are left", "decide", "Decide"),
    Key("last", "backspace", "back_to_last", "go back to the last decision", "decide", "Move"),
    Key("apart", "K", "apart", "this passage is no version of it", "decide", "Decide"),
    Key("prefer", "equals_sign", "prefer", "show this version first", "decide", "Decide"),
    Key("numbers", "number_sign", "numbers", "the figures as a table, all reasons", "decide", "Act"),
    Key("item.fits", "w", "fits", "what fits with it", "decide", "Act"),
    Key("previous", "left_square_bracket", "step(-1)", "previous", "decide", "Move"),
    Key("next", "right_square_bracket", "step(1)", "next", "decide", "Move"),
    Key("side.next", "l,right", "side(1)", "next passage", "decide", "Move"),
    Key("side.previous", "h,left", "side(-1)", "previous passage", "decide", "Move"),
    Key("scroll.down", "j,down", "scroll_sides(1)", "scroll down", "decide", "Move"),
    Key("scroll.up", "k,up", "scroll_sides(-1)", "scroll up", "decide", "Move"),
    Key("open.side", "enter", "open_side", "read it in its document", "decide", "Open"),
    Key("side.copy", "y", "copy", "copy this passage", "decide", "Act"),
    Key("item.note", "c", "note", "note", "decide", "Act"),
    # The versions of one statement.
    Key("version.same", "a", "decide(0)", "the same statement as A", "versions", "Decide"),
    Key("version.other", "x", "decide(1)", "another statement than A", "versions", "Decide"),
    Key("version.maybe", "m", "decide(2)", "maybe", "versions", "Decide"),
    Key("version.apart", "K", "apart", "the marked one is no version of it", "versions", "Decide"),
    Key("version.prefer", "equals_sign", "prefer", "show this version first", "versions", "Decide"),
    Key("layout", "d", "turn", "side by side, or one below the other", "versions", "Act"),
    Key("exact", "apostrophe", "exact", "capitals and punctuation count", "versions", "Act"),
    Key("version.copy", "y", "copy", "copy", "versions", "Act"),
    Key("version.note", "c", "note", "note", "versions", "Act"),
    Key("version.next", "l,right", "side(1)", "next version", "versions", "Move"),
    Key("version.previous", "h,left", "side(-1)", "previous version", "versions", "Move"),
    Key("version.down", "j,down", "scroll_sides(1)", "scroll down", "versions", "Move"),
    Key("version.up", "k,up", "scroll_sides(-1)", "scroll up", "versions", "Move"),
    Key("statement.next", "right_square_bracket", "step(1)", "next statement", "versions", "Move"),
    Key("statement.previous", "left_square_bracket", "step(-1)", "previous statement", "versions", "Move"),
    Key("version.open", "enter", "open_side", "read it in its document", "versions", "Open"),
    # The review alone.
    Key("which", "f", "which", "pick what to review", "review", "Find"),
    Key("order", "greater_than_sign", "order", "order", "review", "Find"),
    Key("summary", "P", "summary", "how the review goes", "review", "Help"),
    Key("fits", "w", "fits", "what fits too", "findings", "Act"),
    Key("finding.export", "E", "export", "export this list", "findings", "Act"),
    Key("finding.type", "T", "type", "one kind of finding", "findings", "Find"),
    # The history of a figure.
    Key("topic", "slash", "find", "name what is counted", "figures", "Find"),
    Key("figure.drop", "x", "drop", "drop: it counts something else", "figures", "Decide"),
    Key("figure.back", "a", "put_back", "put it back", "figures", "Decide"),
    Key("figure.copy", "y", "copy", "copy", "figures", "Act"),
    Key("figure.export", "E", "export", "export this list", "figures", "Act"),
    Key("figure.add", "plus", "add", "add a claim", "figures", "Decide"),
    Key("plot", "p", "plot", "plot over time", "figures", "Screens"),
    # A speaker's page.
    Key("person.said", "enter", "said", "what they said", "person", "Open"),
    Key("person.alike", "i", "alike", "who may be the same", "person", "Decide"),
    Key("person.note", "c", "note", "note", "person", "Act"),
    Key("person.down", "j", "scroll_card(1)", "scroll down", "person", "Move"),
    Key("person.up", "k", "scroll_card(-1)", "scroll up", "person", "Move"),
    # Speakers: pairs that may be one, to be judged.
    Key("person", "p", "person", "about them: roles, names, months", "speakers", "Screens"),
    Key("alike", "i", "alike", "who may be the same", "speakers", "Decide"),
    Key("alike.all", "M", "alike_all", "all who may be one", "speakers", "Decide"),
    # Lists of things that can be corrected or noted where they stand.
    Key("line.edit", "e", "edit", "correct", "sources", "Act"),
    Key("line.note", "c", "note", "note", "sources", "Act"),
    # Windows: nothing else holds while one is open.
    Key("form.before", "pageup", "turn(-1)", "the passage before", "form", "Windows", at_once=True),
    Key("form.after", "pagedown", "turn(1)", "the passage after", "form", "Windows", at_once=True),
    Key("window.leave", "escape", "leave", "leave", "window", "Windows"),
    Key("message.leave", "escape,enter,q,space", "leave", "close", "message", "Windows"),
    Key("confirm", "Y", "decide", "decide them all", "confirm", "Windows"),
    Key("confirm.leave", "escape,enter,n,q", "leave", "leave them", "confirm", "Windows"),
    Key("help.leave", "escape,q,question_mark,f1", "leave", "close", "help", "Windows"),
    Key("help.find", "slash", "find", "narrow the keys", "help", "Windows"),
    Key("help.down", "j", "scroll(1)", "scroll down", "help", "Windows"),
    Key("help.up", "k", "scroll(-1)", "scroll up", "help", "Windows"),
    Key("tour.next", "enter,space,right_square_bracket", "turn(1)", "next", "tour", "Windows"),
    Key("tour.previous", "left_square_bracket", "turn(-1)", "back", "tour", "Windows"),
    Key("tour.leave", "escape,q", "leave", "leave", "tour", "Windows"),
    Key("pick.leave", "escape", "leave", "leave", "pick", "Windows"),
    Key("pick.down", "down", "move(1)", "next", "pick", "Windows", at_once=True),
    Key("saved.leave", "escape", "leave", "leave", "saved", "Windows"),
    Key("saved.drop", "x", "drop", "drop, or keep again", "saved", "Windows"),
    Key("pick.up", "up", "move(-1)", "previous", "pick", "Windows", at_once=True),
)  # fmt: skip


def bindings(*scopes: str) -> list[Binding]:
    """Textual's bindings for some scopes; none is shown by Textual's own footer."""
    return [
        Binding(row.keys, row.action, row.words, show=False, id=row.id, priority=row.at_once)
        for row in KEYS
        if row.scope in scopes
    ]
