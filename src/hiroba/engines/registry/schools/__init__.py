"""Schools of Japan, as the ministry's list names them."""
