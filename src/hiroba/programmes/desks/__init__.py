"""Japan Desks abroad: who is there, whom they know, and what they are asked."""
