"""`tierline privacy`: what is due by the schedule, what is held, and the master key."""
