"""What people are owed of what is on record of them: rules over the history of calls and over who looked."""
