"""The history of a figure: every claim that counts one thing, in order of date."""
