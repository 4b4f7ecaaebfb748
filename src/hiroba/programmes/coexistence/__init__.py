"""Support in many languages when a disaster comes."""
