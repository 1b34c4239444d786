"""What can go wrong with a native server. Every text is one Vietnamese sentence a person can act on."""

from chamdiem.embedded.errors import EmbeddedPartFailed


class ServerFailed(EmbeddedPartFailed):
    """A native server could not be had, did not start, or did not answer in time."""
