"""Reading: files, folders and streams become documents (`read`) and extraction records (`read_records`).

One module a format: `text`, `html`, `json_lines`; `decoding` turns bytes into text, `sources` says what each source is,
`archives` reads what was uploaded.
"""

from casus.reading.archives import read_upload
from casus.reading.sources import read, read_records

__all__ = ["read", "read_records", "read_upload"]
