"""Text that was typed onto a page of a PDF: it lies above the page's own, where it is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

# More of them on one page are no form that anybody filled.
_MOST = 2_000


def filled(page: PdfPage) -> int:
    """How many fields and free texts of a page hold words."""
    import pypdfium2.raw as pdfium

    count = 0
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page.raw), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not note:
            continue
        match pdfium.FPDFAnnot_GetSubtype(note):
            case pdfium.FPDF_ANNOT_WIDGET:
                count += _holds(note, b"V")
            case pdfium.FPDF_ANNOT_FREETEXT:
                count += _holds(note, b"Contents")
        pdfium.FPDFPage_CloseAnnot(note)
    return count


def _holds(note: object, key: bytes) -> bool:
    """Is there a text with a letter in it? What ends a text takes two bytes."""
    import pypdfium2.raw as pdfium

    is_text = pdfium.FPDFAnnot_GetValueType(note, key) == pdfium.FPDF_OBJECT_STRING
    return bool(is_text and pdfium.FPDFAnnot_GetStringValue(note, key, None, 0) > 2)
