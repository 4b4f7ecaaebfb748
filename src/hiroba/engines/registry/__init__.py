"""Who and where: places, themes, banks, schools, people, bodies, posts."""
