"""The pages of this room: for everybody, and for the few who look after legacies."""
