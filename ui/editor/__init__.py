"""The draft as a text document, kept equal to the model."""
