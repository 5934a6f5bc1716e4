"""Words: tokens that are never cut, how rare they are, how alike two texts are."""
