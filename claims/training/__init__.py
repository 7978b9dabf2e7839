"""Trains the encoder of `claims.extraction.encoder`: `python -m claims.training` (extra `train`).

===========  ==============================================================
`corpora`    gold documents as lessons; documents kept for measuring are left out
`cue_words`  words that tell of speech
`noise`      the same lesson in another house's style
`examples`   windows of lessons with what the network should answer
`pupil`      the network: MiniLM with its heads
`rows`       rows of tags as a random field
`losses`     how wrong an answer is
`teaching`   the epochs
`export`     8-bit weights for onnxruntime
`judging`    the scorer's tables for what was learned
===========  ==============================================================

Seeds are fixed: the same corpora, versions and number of threads give the same weights.
"""

# It tells onnxruntime, which the export uses, to send nothing; see there.
import claims.extraction.encoder  # noqa: F401
