"""The window: Qt over the core. Nothing here parses, compares or rewrites text."""
