"""Values printed with what belongs to them, for `show` and `speakers`."""
