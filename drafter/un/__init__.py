"""What the United Nations knows: sessions, symbols, citations, opening words, the catalogue.

Facts and pure functions. Each rule names its source: DOMAIN (the project's notes on what a
resolution is), the Editorial Manual, or a symbol.
"""
