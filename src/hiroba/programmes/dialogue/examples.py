"""What happens in the dialogue room during the story; all of it a sample."""


def tell() -> None:
    """The room's part of the story."""
