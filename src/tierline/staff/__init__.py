"""The people of the center: their roles, tiers and sites, and what each may see."""
