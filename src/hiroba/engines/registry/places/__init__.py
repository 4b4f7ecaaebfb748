"""Countries, prefectures, municipalities, offices with their territories, and sites."""
