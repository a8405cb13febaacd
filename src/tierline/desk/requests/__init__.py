"""What is done with a Service Request once it is made: by the clerks of its office, and by whoever speaks
with its caller."""
