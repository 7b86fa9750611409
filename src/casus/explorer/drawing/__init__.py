"""Pictures as SVG, drawn here so that a page needs nothing else to show one.

    shapes.py    what a picture is made of; templates/shapes.svg.jinja says how each looks
    text.py      how wide a text is, and how it is broken over lines
    layered.py   who stands behind whom, and paths: from left to right in layers
    force.py     neighbourhoods of up to some thousand nodes
    timeline.py  incidents on a time axis, which is in axis.py
    chain.py     who answered what, a row for each side
    world.py     incidents on a map
    outlines.py  the countries' outlines

A module takes stations and ties, or incidents, and returns a Figure.
"""
