# Prompts in English. A recording in recordings/en/<name>.wav replaces the embedded voice for any of them.
welcome = Welcome to the information line of Sample City. This is a sample system: there is no such city.
choose-language = For English, press 1.
main-menu = For waste and recycling, press 1. To report a street light that is out, press 2. To hear how far a report is, press 3. For City Hall, press 4.
keys-everywhere = At any time: 0 for a person, 9 to hear it again, 8 for slower, 7 to go back, star for this menu.
after-answer = To hear this again, press 9. For the main menu, press star. To speak to someone, press 0. If you have what you need, you may hang up.
after-closed = To hear this again, press 9. For the main menu, press star. If you have what you need, you may hang up.
anything-else = For the main menu, press star. To speak to someone, press 0. If you have what you need, you may hang up.
stay-on-the-line = We have not understood. Stay on the line to speak to a person. Or press star for the main menu.
    .silence = person
collection-days = Household waste is collected once a week, and recycling every second week. Put it out before seven in the morning.
city-hall = City Hall is on Sample Square. Its counters are open on weekdays from eight to four.
key-pole = Please enter the number on the lamp post, and then pound.
malformed-digits = That cannot be the number on a lamp post.
confirm-pole = You entered { DIGITS($value) }. If that is right, press 1. To enter it again, press 2.
report-created = Thank you. Your report's number is { SPELL($number) }. Once more: { SPELL($number) }. We see to it by { DATE($due_on) }.
report-exists = That is reported already. Its number is { SPELL($number) }.
report-away = We cannot take or look up reports at the moment. Please try again later, or speak to someone.
key-report = Please enter the nine digits of your report's number, without the R.
malformed-request_number = That is no report's number. It has nine digits, after the R.
report-open = Your report, { $kind }, was made on { DATE($made_on) }. We see to it by { DATE($due_on) }.
report-late = Your report, { $kind }, was made on { DATE($made_on) }. We should have seen to it by { DATE($due_on) }. We have not, and we are sorry: we are late. Your report stays open, and you need not make it again. One of our agents can talk with you about it.
report-asked-back = We have asked you something about your report, { $kind }, which was made on { DATE($made_on) }. We go on with it when you have answered. One of our agents can tell you what we ask, and write down what you say.
report-answered = Your report, { $kind }, was closed on { DATE($answered_on) }.
report-unknown = We have no report of that number.
closure = { $closure }
closed = Nobody is here to speak to you now. We open again { $opens }. { $hours }
shut = Nobody is here to speak to you now, and we do not know yet when we open again. { $hours }
hours-line = { $tier }: { $days }, { $from } to { $to }, { $zone }.
days-range = { $from } to { $to }
wait-band = { $high ->
    [0] The wait is more than { $low } minutes now.
   *[other] The wait is between { $low } and { $high } minutes now.
  }
line-full = We are sorry. The line is full: more people wait now than we can get to in good time, so we cannot let you wait. Fewer people call in the evening.
connecting = We are connecting you to one of our agents.
still-served = We are closed now, but you are still in line. Please stay on the line: a person will answer.
position = { $position ->
    [one] You are next in line.
   *[other] You are number { $position } in line.
  }
agent-lost = We are sorry, we lost the connection to our agent. You keep your place in line, and we are connecting you to another.
handed-on = Your call goes to a colleague who can help you further. You keep your place in line. Please stay on the line.
given-back = Another agent will take your call. You keep your place in line. Please stay on the line.
one-moment = One moment please. We will be right with you.
lines-busy = All our lines are in use at this moment, and we cannot take your call. Please call again in some minutes.
confirmation-number = Your report's number is { $spoken }. Once more: { $spoken }.
wrong-key = That key has no meaning here.
too-few-digits = Those were too few digits.
nobody-there = We hear nobody, or nothing that we understand. Please call again when you can. Good-bye.
good-bye = Thank you for calling. Good-bye.
records-away = We cannot connect you to a person at this moment, because our own records do not answer. You may stay on the line: your waiting time counts from now, and we try again. Or you may call again later.
records-away-here = We cannot do that at this moment, because our own records do not answer. One moment please, we try again.
