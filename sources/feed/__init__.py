"""Feeds: RSS and Atom, each item a document.

cutting     a feed as one feed for each of its items, byte for byte
item        what an item states, and its text
reader      a feed of one item as a document, one of several as its items
"""
