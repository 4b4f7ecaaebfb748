"""What templates may say about ties."""
