"""The pages about journeys: for everybody, and for officers."""
