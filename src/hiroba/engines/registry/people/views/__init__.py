"""Three doors to the bodies: everyone, members, officers."""
