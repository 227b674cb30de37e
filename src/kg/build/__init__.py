"""Runs the chain from records to a published build, and finds the build that a command reads."""
