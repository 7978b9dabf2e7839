"""Two records exchange documents and decisions by file.

===========  ==================================================================
`giving`     what leaves a record: documents with their bytes, values, decisions
`forms`      each of these as the JSON of one line
`lines`      the lines of a file that may be hostile, bounded
`entries`    entries of authority files, from a line or a row
`parsing`    one line as a value again, or why it is none
`incoming`   the lines of a file in their order: head, documents, decisions
`fitting`    is a decision one that this program could have made
`chains`     does a decision follow one that is here
`documents`  what becomes of the documents in this record
`decisions`  what becomes of the decisions
`taking`     one import, from the head of the file to its end
===========  ==================================================================

Derived rows travel for other programs only; the record that takes documents in
makes its own.
"""

from claims.exchange.incoming import ExportFile

__all__ = ["ExportFile"]
