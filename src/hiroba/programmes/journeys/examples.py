"""What happens in the journeys room during the story; all of it a sample."""


def tell() -> None:
    """The room's part of the story."""
