"""The files in `infra/`: what the servers are to be, declared once for every way of having them."""

from pathlib import Path

import chamdiem

INFRA = Path(chamdiem.__file__).parents[2] / "infra"
"""Beside the code: in a checkout, and in our image, which is laid out as one."""
