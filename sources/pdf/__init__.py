"""PDF files: letters at places, made into the text that one reads.

streams      how large a file unpacks, before it is opened
pieces       letters into pieces of lines
rows         pieces into lines, but for the gaps between columns; rows of tables
margins      running heads and page numbers off
order        lines into blocks, column by column
paragraphs   blocks into running text, with the pages
reader       the reader: what cannot be read, and what the file states of itself
"""
