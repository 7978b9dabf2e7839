"""PDF files: letters at places, made into the text that one reads.

streams      how large a file unpacks, before it is opened
pieces       letters into pieces of lines
raised       figures that stand raised, as marks of notes do
rows         pieces into lines, but for the gaps between columns; rows of tables
margins      running heads, page numbers and line numbers off
order        lines into blocks, column by column
headline     what stands largest on the first page
hyphens      words broken at the end of a line
paragraphs   blocks into running text, with the pages
fields       what was typed above a page, which is not read
contents     all pages, step by step
stated       what the file states of itself
reader       the reader, and why a file cannot be read
"""
