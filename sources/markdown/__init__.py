"""Markdown files.

marks            how Markdown is known
front_matter     what stands in the lines before it: title, author, dates
reader           the reader: the text without its marks
"""
