"""The explorer: pages for people who would rather look than write queries, served beside the API.

Pages and pictures are made on the server and are whole without a script; static/explorer.js adds panning, zooming, a
slider, suggestions and keys. Nothing is loaded from elsewhere.

    router.py      the addresses
    views/         one module a page: what it asks the graph and what it shows of the answer
    inquiry.py     asking, and remembering what was asked, so that a page can show the calls behind it
    filters.py     what a page can be narrowed down to
    questions.py   what the explorer asks beyond the API's questions
    ties.py        a relationship with the claims for and against it
    happenings.py  an incident as pages and pictures tell of it
    drawing/       pictures
    tables.py      what can be downloaded as CSV
    rendering.py   from a view to a page, a picture or a file, with their headers
    templates/, static/
"""

from casus.explorer.router import install

__all__ = ["install"]
