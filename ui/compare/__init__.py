"""Both texts side by side: what became what, and which words changed.

``steps`` and ``marks`` are plain functions of a comparison; ``metrics`` knows where things are on
the screen; everything else paints or reacts. ``pane`` puts the parts together.
"""
