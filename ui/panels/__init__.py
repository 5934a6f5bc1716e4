"""The panels around the text; each folds away."""
