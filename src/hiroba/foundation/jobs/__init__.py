"""Work done behind the pages: jobs, their progress, and the timetable they follow."""
