"""Word files (DOCX).

package      the parts of the file that hold text, within limits and without a DTD
reader       the reader: text by mammoth, and what the file states of itself
"""
