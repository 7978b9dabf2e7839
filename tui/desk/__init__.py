"""The parts of the app, each what it does with one thing that all screens share."""
