"""What sayso knows of languages: word tables as data, and the parse of a text."""
