"""What the flow may ask of the center: one module a subject. The names and answers are those of
`tierline.ivr.answers`."""
