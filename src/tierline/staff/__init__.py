"""Who works here: roles, tiers, employment, and what each may see."""
