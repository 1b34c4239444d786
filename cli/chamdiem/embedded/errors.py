"""What can go wrong with a backing part. Every text is one Vietnamese sentence a person can act on."""


class EmbeddedPartFailed(Exception):
    """A backing part could not be started or did not answer in time."""


class DataFolderInUse(EmbeddedPartFailed):
    """Another running platform holds this data folder."""


class SignInRefused(Exception):
    """The provider did not sign the person in: wrong name or password, a locked account, or a request it does not take."""
