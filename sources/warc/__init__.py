"""Web archives (WARC): each page that a crawler kept is a document, with its address and day of capture.

marks       which bytes are a web archive
records     what one record holds: headers, body, digests
reader      a record as a document, an archive as its records
"""
