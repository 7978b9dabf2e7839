"""Word files of ours, part by part."""

from __future__ import annotations

import io
from html import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

CONTENT = f"""<Types xmlns="{_TYPES}"><Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>"""
RELATIONS = f"""<Relationships xmlns="{_RELATIONS}">
<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>"""


def docx(body: str, *, properties: dict[str, str] | None = None, **parts: str) -> bytes:
    """A Word file with this body.

    Args:
        properties: what its core properties say.
        parts: further parts by name, "__" for a slash: `word__comments="..."`; "" leaves one out.
    """
    held = {
        "[Content_Types].xml": CONTENT,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>',
        "docProps/core.xml": _core(properties or {}),
    }
    held |= {f"{name.replace('__', '/')}.xml": content for name, content in parts.items()}
    return zipped({name: content.encode() for name, content in held.items() if content})


def zipped(files: dict[str, bytes]) -> bytes:
    with io.BytesIO() as file:
        with ZipFile(file, "w", ZIP_DEFLATED) as packed:
            for name, content in files.items():
                packed.writestr(ZipInfo(name), content, ZIP_DEFLATED)
        return file.getvalue()


def paragraph(*runs: str) -> str:
    """A paragraph of words, or of what `inserted`, `deleted` and their like made."""
    return f"<w:p>{''.join(run if run.startswith('<w:') else _run(run) for run in runs)}</w:p>"


def inserted(words: str) -> str:
    return f'<w:ins w:id="1" w:author="Ann Roe" w:date="2031-03-04T09:00:00Z">{_run(words)}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:id="2" w:author="Ann Roe"><w:r><w:delText>{escape(words)}</w:delText></w:r></w:del>'


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def notes(kind: str, *words: str) -> str:
    """The part with the footnotes or endnotes."""
    made = "".join(f'<w:{kind} w:id="{at}">{paragraph(one)}</w:{kind}>' for at, one in enumerate(words, 1))
    return f'<w:{kind}s xmlns:w="{_WORD}">{made}</w:{kind}s>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _core(properties: dict[str, str]) -> str:
    fields = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in properties.items())
    return (
        f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:dcterms="http://purl.org/dc/terms/">{fields}</cp:coreProperties>'
    )
