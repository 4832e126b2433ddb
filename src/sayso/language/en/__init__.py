"""English: the parser and the word tables."""
