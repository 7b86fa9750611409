"""Makes the data files of `casus.knowledge` from open sources; never imported at run time."""
