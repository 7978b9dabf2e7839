"""Numbers as they are written, in digits and in words, read exactly."""
