"""How quickly the router and the database alone decide who gets which call."""
