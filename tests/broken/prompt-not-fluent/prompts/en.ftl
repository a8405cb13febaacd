choose-language = For English, press 1.
main-menu = For our hours, press 1. For a person, press 0.
hours-open = We are open. { $hours }
hours-closed = We are closed, and open again { $opens }.
# broken below: prompt-not-fluent
oops This has no sign of equality.
connecting = We are connecting you.
good-bye = Good-bye.
one-moment = One moment please.
wrong-key = That key has no meaning here.
records-away = We cannot connect you at this moment. You may stay on the line, and we try again.
records-away-here = We cannot do that at this moment, and try again.
still-served = We are closed now. You are still in line.
position = You are number { $position } in line.
agent-lost = We lost the connection, and are connecting you to somebody else.
handed-on = Your call goes to a colleague. You keep your place in line.
given-back = Somebody else will take your call. You keep your place in line.
confirm-supervisor = For a supervisor, press 1.
connecting-supervisor = We are connecting you to a supervisor.
supervisor-noted = Your request for a supervisor is noted.
days-range = { $from } to { $to }
hours-line = { $tier }: { $days }, { $from } to { $to }, { $zone }.
lines-busy = All our lines are in use. Please call again in some minutes.
