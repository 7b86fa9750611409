"""`python -m casus`: the same as `casus`."""

from casus.cli import main

main()
