"""Pictures drawn by the server as SVG: a world map, columns, lines; a table stands beside each."""
