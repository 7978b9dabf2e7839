"""Mail: single messages (EML), mailboxes (MBOX) and pages that a browser saved as one (MHTML).

marks        which of them some bytes are
parts        the parts of a message as bytes and text, whatever its headers claim
headers      what the headers state
replies      which lines of a message are quoted from another
reader       a message as a document, its attachments as its members
mailbox      the messages of a mailbox
mhtml        the page in a saved one
"""
