"""Dossiers: passages handed over with all that shows where they stand, and what confirms it elsewhere.

A dossier is a bag (BagIt, RFC 8493), as archives know it: a folder, or a ZIP file of one.

    README.txt               where to begin, and how to check it without OnRecord
    bagit.txt, bag-info.txt  that it is a bag; when it was made, which stands nowhere else
    manifest-sha256.txt      the SHA-256 of every file under data/, as `sha256sum -c` reads it
    tagmanifest-sha256.txt   those of the files above
    data/index.html          what a person reads
    data/dossier.json        what was chosen, what was not searched, the ends of the chains of decisions
    data/documents.jsonl     where each document came from, and what read it
    data/passages.jsonl      quotes and claims, each with its place in its document's text
    data/findings.jsonl      what fits or does not, with the arithmetic
    data/decisions.jsonl     the chains of decisions
    data/texts/ID.txt        the text that the places count in, in code points
    data/snapshots/SHA256    the bytes as they came

The same record and choice give the same bytes, but for the time in bag-info.txt and its hash. Every name
is made of ids and hashes: none of a document's is a path.

====================  =====================================================
`values`              a dossier before it is written
`gathering`           what of a record belongs into one
`redacting`           the same without its reviewers' names and notes
`forms`               its files' JSON
`page`                the page for people, made of that JSON
`bags`                payload to bag
`packing`             bag to folder or ZIP file
`opening`             a folder or ZIP file that may be hostile
`files`               does every file fit the manifests?
`reading`             the lines of its JSON files, each with what is wrong with it
`proving`             do documents, passages and findings hold?
`chains`              do the decisions?
`verifying`           all of that in order
`comparing`           what has changed in a record since
====================  =====================================================
"""
