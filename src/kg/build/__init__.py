"""Runs the chain from records to a published build, and finds the build that a command reads."""

from kg.build.find import find_build
from kg.build.inputs import Inputs, find_inputs
from kg.build.publish import Build

__all__ = ["Build", "Inputs", "find_build", "find_inputs"]
