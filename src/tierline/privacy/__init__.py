"""What people are owed of what is on record of them: how long it is kept, who looked, what they say of it."""
