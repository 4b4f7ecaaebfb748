"""What happens in the desks room during the story; all of it a sample."""


def tell() -> None:
    """The room's part of the story."""
