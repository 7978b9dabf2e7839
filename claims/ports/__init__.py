"""Protocols: what a plugin or a neighbour must offer.

A new format, check, extractor or exporter is one class of one of these
shapes and one entry point in `pyproject.toml`.
"""

from claims.ports.checking import CandidateIndex, Check, Citation, Reach
from claims.ports.exported import ExportDocument, ExportEntry, ExportHead, ExportItem, ExportRow, Passage
from claims.ports.exporting import Exporter, FilesExporter, FindingExporter, RecordExporter, ReportExporter
from claims.ports.extracting import Extraction, Extractor
from claims.ports.material import Arrival, Fetched, Given, Material
from claims.ports.reading import Opener, Reader, Room

__all__ = [
    "Arrival",
    "CandidateIndex",
    "Check",
    "Citation",
    "ExportDocument",
    "ExportEntry",
    "ExportHead",
    "ExportItem",
    "ExportRow",
    "Exporter",
    "Extraction",
    "Extractor",
    "Fetched",
    "FilesExporter",
    "FindingExporter",
    "Given",
    "Material",
    "Opener",
    "Passage",
    "Reach",
    "Reader",
    "RecordExporter",
    "ReportExporter",
    "Room",
]
