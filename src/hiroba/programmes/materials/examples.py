"""What happens in the materials room during the story; all of it a sample."""


def tell() -> None:
    """The room's part of the story."""
