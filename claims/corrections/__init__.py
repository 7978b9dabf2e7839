"""Corrections by people: which fields they may set, and what a value is once they are set.

A new field is one function and one line in the `FIELDS` of its value's module.
"""

from claims.corrections.apply import check, corrected, fields_of, passage, recorded_id
from claims.corrections.written import span_of

__all__ = ["check", "corrected", "fields_of", "passage", "recorded_id", "span_of"]
