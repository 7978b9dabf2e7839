"""Transcripts with times: captions in WebVTT and SubRip (SRT).

cues         the file as cues: when, and which lines
speaking     who speaks in a line: voices, labels, marks of a change
turns        cues joined to turns, and turns to the text with its times
reader       the reader, and the quotes of those whom the file names
"""
