"""What a person may ask of what is on record of them, answered from the store alone: the center may run or
not."""
