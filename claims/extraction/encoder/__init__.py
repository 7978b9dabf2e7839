"""The learned tagger: one small encoder that marks what is said, by which words, and who says it.

===============  ==========================================================
`wordpiece`      text to pieces of the encoder's vocabulary, exact to the character
`skipping`       sentences that are worth reading
`reading`        paragraphs to windows of pieces, with case and quotation marks as flags
`labels`         what each output of the network means; training and reading share it
`network`        the weights under onnxruntime: a window in, scores out
`tagging`        scores to the likeliest row of tags
`decoding`       tags to spans of content, cue and source, linked
`reports`        the steps, for some paragraphs
`candidates`     reports as candidates for statements
`tagger`         those beside the candidates of the rules
`package`        the weights that are shipped
===============  ==========================================================

Each window is run alone: the 8-bit network scales its sums by the largest value it
meets, so that a window would score a little differently in other company.
"""

import os

# From 1.29 on onnxruntime tells its maker about the process and the model, and keeps a device's id on
# disk, unless this is set before it is first imported: its own switch comes too late. Everything of
# ours that imports it passes here first.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
