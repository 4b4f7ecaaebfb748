"""The doors of training."""
