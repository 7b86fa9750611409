"""Commands for those who work on Casus; none is needed to run it."""
