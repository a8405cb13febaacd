# Prompts in English. A recording in recordings/en/<name>.wav replaces the embedded voice for any of them.
welcome = Welcome to the Contact Center. This is a sample system, not a government service.
choose-language = For English, press 1.
main-menu = To ask about your case with a receipt number, press 1. For our hours, press 2. If you live outside the United States, press 3. To speak to someone, press 0. At any time, press star to ask for a supervisor.
key-receipt = Please enter your receipt number on the keypad: the three letters, as the keys that carry them, then the ten digits.
malformed-receipt = That does not look like a receipt number. It has three letters and ten digits, thirteen keys in all.
which-receipt = Those keys fit two receipt numbers. If your number begins with { $first_letters }, press 1. If it begins with { $second_letters }, press 2. To speak to someone, press 0.
key-birth-date = Please enter the date of birth of the applicant: two digits for the month, two for the day, and four for the year.
case-status = { $status } { $next } This was the status on { $as_of }.
cannot-tell = We cannot give information about a case with what you entered. A representative may be able to help you.
receipt-trouble = We could not take the number this way. A representative can take it from you.
system-away = Our case system is not answering at the moment. You can call again later, or speak to someone.
after-answer = To go back to the main menu, press 9. To speak to someone, press 0. If you have what you need, you may hang up.
hours-open = You can speak to someone now. { $hours }
hours-closed = Nobody is here to speak to you now. We open again { $opens }. { $hours }
key-country = Please enter the international dialing code of the country where you live, and then the pound key. For example, for Mexico, 5 2 and pound.
overseas-office = For { $country }, your office is { $office }. { $contact } Its hours are { $hours } It is now { $local_time } there.
overseas-office-unverified = For { $country }, we have an office in our list, but we have not confirmed that it is yours. It is { $office }. { $contact } Please check with the office, or speak to someone.
repeat-or-on = To hear this again, press 1. To go back to the main menu, press 9. To speak to someone, press 0.
country-unknown = We have no office in our list for that code. To enter another, press 1. To go back to the main menu, press 9. To speak to someone, press 0.
stay-on-the-line = We have not understood. Stay on the line to speak to a person. Or press 9 for the main menu.
tier-1-closed = Nobody is here to speak to you now. We open again { $opens }. For the main menu, which is always here for you, press 9.
connecting = We are connecting you to a representative.
connecting-supervisor = We are connecting you to a supervisor. You keep your place in line.
position = { $position ->
    [one] You are next in line.
   *[other] You are number { $position } in line.
  }
confirm-supervisor = You pressed star. To speak to a supervisor, press 1. To go on, press any other key.
supervisor-noted = Your request for a supervisor is noted.
agent-lost = We are sorry, we lost the connection to our representative. You keep your place in line, and we are connecting you to another.
one-moment = One moment please. We will be right with you.
confirmation-number = Your confirmation number is { $spoken }. Once more: { $spoken }.
good-bye = Thank you for calling. Good-bye.
wrong-key = That key has no meaning here.
too-few-digits = Those were too few digits.
no-hours = Its hours are not in our list.
hours-line = { $tier }: { $days }, { $from } to { $to }, { $zone }.
days-range = { $from } to { $to }
contact-phone = Its telephone number is { $phone }.
contact-address = Its address is { $address }.
no-contact = Its contact details are not in our list.
