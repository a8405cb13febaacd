one-moment = One moment please.
wrong-key = That key has no meaning here.
records-away = Please stay on the line.
records-away-here = Please stay on the line.
position = Please stay on the line.
agent-lost = We lost the connection, and are connecting you to somebody else.
hours-line = { $tier }: { $days }, { $from } to { $to }, { $zone }.
days-range = { $from } to { $to }
