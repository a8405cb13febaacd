"""A supervisor turns to an office through its points of contact (policy B4.3, B4.4b): by message, or by a
call while the caller holds. All of it is on record with the caller's call."""
