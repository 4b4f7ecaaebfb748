"""The roles a grant can give; journal and letters ask for them too, so they are named below."""

from hiroba.foundation.roles import EVERYWHERE, STAFF_ROLES, Role, is_scope

__all__ = ["EVERYWHERE", "STAFF_ROLES", "Role", "is_scope"]
