# Prompts in English. A recording in recordings/en/<name>.wav replaces the embedded voice for any of them.
welcome = Welcome to the Contact Center. This is a sample system, not a government service.
choose-language = For English, press 1.
relay-operators = Relay operators, press 3.
connecting = We are connecting you to a representative.
recording-notice = Calls are recorded to check our service. If you do not want to be recorded, press 3. To go on at once, press 1.
not-recorded = Your call will not be recorded.
connecting-supervisor = We are connecting you to a supervisor. You keep your place in line.
still-served = We are closed now, but you are still in line. Please stay on the line: a person will answer.
waiting-band = { $high ->
    [0] The wait is more than { $low } minutes.
   *[other] The wait is { $low } to { $high } minutes.
}
waiting-offer = To be called back without losing your place in line, press 1 at any time.
closed-while-waiting = We are sorry. We have closed, and it was not your turn yet. To be called back when we are open, before those who call later, press 1.
line-full = We are sorry. The line is full: more people wait now than we can get to in good time, so we cannot let you wait. To be called back when it is your turn, before those who call later, press 1. For the main menu, which answers without a wait, press pound. Or call again later.
position = { $position ->
    [one] You are next in line.
   *[other] You are number { $position } in line.
  }
supervisor-noted = Your request for a supervisor is noted.
agent-lost = We are sorry, we lost the connection to our representative. You keep your place in line, and we are connecting you to another.
handed-on = Your call goes to a colleague who can help you further. You keep your place in line, and need not explain everything again. Please stay on the line.
given-back = Another representative will take your call. You keep your place in line. Please stay on the line.
one-moment = One moment please. We will be right with you.
lines-busy = All our lines are in use at this moment, and we cannot take your call. Please call again in some minutes.
good-bye = Thank you for calling. Good-bye.
no-hours = Its hours are not in our list.
hours-line = { $tier }: { $days }, { $from } to { $to }, { $zone }.
days-range = { $from } to { $to }
contact-phone = Its telephone number is { $phone }.
contact-address = Its address is { $address }.
no-contact = Its contact details are not in our list.

# ---- the menus
main-menu = To ask about your case with a receipt number, press 1. For our hours, press 2. If you live outside the United States, press 3. To find the office that serves you, press 4. For forms and fees, press 5. For a service request, press 6.
keys-everywhere = At any time: 0 for a person, 9 to hear it again, 8 for slower, 7 to go back, pound for this menu, star for a supervisor.
after-answer = To hear this again, press 9. For the main menu, press pound. To speak to someone, press 0. If you have what you need, you may hang up.
after-closed = To hear this again, press 9. For the main menu, press pound. If you have what you need, you may hang up.
anything-else = For the main menu, press pound. To speak to someone, press 0. If you have what you need, you may hang up.
stay-on-the-line = We have not understood. Stay on the line to speak to a person. Or press pound for the main menu.
    .silence = person
confirm-supervisor = You pressed star. To speak to a supervisor, press 1. For a person, press 0. To hear it again, press 9; slower, 8; to go back, 7; for the main menu, pound. To go on, press any other key.
nobody-there = We hear nobody, or nothing that we understand. Please call again when you can. Good-bye.

# ---- what is keyed
wrong-key = That key has no meaning here.
too-few-digits = Those were too few digits.
key-receipt = Please enter your receipt number on the keypad: the three letters, as the keys that carry them, then the ten digits.
malformed-receipt = That does not look like a receipt number. It has three letters and ten digits, thirteen keys in all.
which-receipt = Those keys fit more than one receipt number.
receipt-option = If your number begins with { SPELL($letters) }, press { $key }.
key-birth-date = Please enter the date of birth of the applicant: two digits for the month, two for the day, and four for the year.
malformed-date_of_birth = That is not a date. Two digits for the month, two for the day, and four for the year.
malformed-date = That is not a date. Two digits for the month, two for the day, and four for the year.
confirm-date = You entered { DATE($value) }. If that is right, press 1. To enter it again, press 2.
key-zip = Please enter the five digits of the ZIP code where you live.
malformed-zip = A ZIP code has five digits.
confirm-zip = You entered { DIGITS($value) }. If that is right, press 1. To enter it again, press 2.
key-phone = Please enter the telephone number, beginning with the area code.
malformed-phone = That does not look like a telephone number. It has ten digits, beginning with the area code.
confirm-phone = You entered { PHONE($value) }. If that is right, press 1. To enter it again, press 2.
use-this-number = We have the number { PHONE($phone) }. To use it, press 1. To enter another, press 2.

# ---- case status
case-status = { $status } { $next } This was the status on { DATE($as_of) }.
cannot-tell = We cannot give information about a case with what you entered. A representative may be able to help you.
receipt-trouble = We could not take the number this way. A representative can take it from you.
system-away = One of our systems is not answering at the moment. You can call again later, or speak to someone.

# ---- hours and waiting
hours-open = You can speak to someone now. { $hours }
hours-closed = Nobody is here to speak to you now. We open again { $opens }. { $hours }
hours-shut = Nobody is here to speak to you now, and we do not know yet when we open again. { $hours }
closure = { $closure }
tier-1-closed = Nobody is here to speak to you now. We open again { $opens }. For the main menu, which is always here for you, press pound.
offer-callback-window = To be called back when we are open, press 1.
wait-band = { $high ->
    [0] The wait for a representative is more than { $low } minutes now.
   *[other] The wait for a representative is between { $low } and { $high } minutes now.
  }
wait-unknown = We cannot say now how long the wait for a representative is.
offer-callback = To be called back without losing your place in line, press 1. To wait on the line, press 2 or just stay on the line: a person will answer.
    .silence = person
callback-when = To be called back as soon as it is your turn, press 1. To choose a time, press 2.
callback-windows = Choose when to be called back.
callback-window-option = For { MOMENT($from) } to { TIME($to) }, press { $key }.
callback-no-number = We cannot call that number back.
callback-away = We cannot note a callback at the moment.

# callbacks
callback-not-promised = We have not noted a callback. Stay on the line, and a person will answer. Or press pound for the main menu.
    .silence = person
callback-promised = We will call you at { PHONE($phone) }. You keep your place in line, and you can hang up now.
callback-promised-window = We will call you at { PHONE($phone) }, between { MOMENT($from) } and { TIME($to) }. You can hang up now.
callback-dialling = A callback. We are calling the caller now. Please stay on the line.
callback-greeting = This is { $agency }, calling back as you asked. To be connected, press 1. If this is not a good time, press 2.
recording-callback = This call is recorded. To be connected without a recording, press 3.

# ---- offices
key-country = Please enter the international dialing code of the country where you live, and then the pound key. For example, for Mexico, 5 2 and pound.
malformed-country = That is no dialing code.
which-country = Several countries share that code.
country-option = For { $country }, press { $key }.
key-area-code = Many countries share that code. Enter it again with the area code behind it.
country-unknown = We have no office in our list for that code. To enter another, press 1. For the main menu, press pound. To speak to someone, press 0.
overseas-office = For { $country }, your office is { $office }. { $contact } Its hours are { $hours } It is now { $local_time } there.
overseas-office-unverified = For { $country }, we have an office in our list, but we have not confirmed that it is yours. It is { $office }. { $contact } Its hours in our list are { $hours } It is now { $local_time } there. Please check with the office, or speak to someone.
    .certainty = unverified
field-office = Your office is { $office }. { $contact } Its hours are { $hours }
field-office-unverified = We have an office in our list for your ZIP code, but we have not confirmed that it is yours. It is { $office }. { $contact } Its hours in our list are { $hours } Please check before you go there, or speak to someone.
    .certainty = unverified
zip-unknown = We have no office in our list for that ZIP code. A representative can help you.

# ---- text messages
offer-text = To get this as a text message, which may cost what your carrier charges, press 1.
text-overseas-office = Contact Center. Your office: { $office }. { $written_contact } Hours: { $written_hours }
text-overseas-office-unverified = Contact Center. Not confirmed, please check: { $office }. { $written_contact } Hours: { $written_hours }
    .certainty = unverified
text-office = Contact Center. Your office: { $office }. { $written_contact } Hours: { $written_hours }
text-office-unverified = Contact Center. Not confirmed, please check: { $office }. { $written_contact } Hours: { $written_hours }
    .certainty = unverified
text-sent = The text message is on its way to you.
text-not-sent = We could not send the text message.
offer-email = To get it by e-mail, at the address that we have in your case, press 2.
email-sent = The e-mail is on its way to the address that we have in your case.
email-not-sent = We could not send the e-mail.

# ---- forms and fees
key-form = Please enter the digits of the form's number, and then pound. For example, for form N 400, enter 4 0 0 and pound.
malformed-form = That is no form number.
form-fee = Form { SPELL($form) }, { $title }. Its fee is { MONEY($fee, currency: "USD") }.
form-fee-unverified = Form { SPELL($form) }, { $title }. The fee in our list is { MONEY($fee, currency: "USD") }, but we have not confirmed it. Look up the fee on the agency's website before you pay.
    .certainty = unverified
form-unknown = We have nothing in our list for that form. A representative can help you.
form-another = For another form, press 1.

# ---- service requests
requests-menu = If you did not receive your card, press 1. If your case takes longer than the normal time, press 2. To hear how far an earlier service request is, press 3.
card-address = Is the address that we have for you still right? If so, press 1. If not, or if you are not sure, press 2.
address-by-person = An address cannot be changed with the keypad. A representative can change it.
key-sent-on = Please enter the date on which the card was sent to you, as your case status says it: two digits for the month, two for the day, and four for the year.
outside-time = We received your case on { DATE($received) }. Cases like it normally take { NUMBER($months) } months, so yours is outside the normal time. To ask the office about it, press 1.
within-time = We received your case on { DATE($received) }. Cases like it normally take { NUMBER($months) } months, so yours is still within the normal time.
request-created = Your service request is made. Its number is { SPELL($number) }. Once more: { SPELL($number) }. The office answers by { DATE($due_on) }.
request-exists = That request is made already. Its number is { SPELL($number) }. Once more: { SPELL($number) }.
request-referred = The office that has your file is abroad. Please write to or call { $office }. { $contact }
key-request-number = Please enter the nine digits of your request's number, without the R.
malformed-request_number = That is no request number. It has nine digits, after the R.
request-open = Your request, { $kind }, was made on { DATE($made_on) }. The office answers by { DATE($due_on) }.
request-late = Your request, { $kind }, was made on { DATE($made_on) }. The office should have answered by { DATE($due_on) }. It has not, and we are sorry: the answer is late. Your request stays open, and you need not make it again. A representative can talk with you about it.
request-asked-back = The office has asked you something about your request, { $kind }, which was made on { DATE($made_on) }. It goes on with your request when you have answered. A representative can tell you what it asks, and write down what you say.
request-answered = Your request, { $kind }, was answered on { DATE($answered_on) }. If you have not received the answer, speak to someone.
request-unknown = We have no request of that number.
confirmation-number = Your confirmation number is { $spoken }. Once more: { $spoken }.
money-USD = { $amount ->
    [one] { $amount } dollar
   *[other] { $amount } dollars
  }
money-USD-cents = { $amount ->
    [one] { $amount } cent
   *[other] { $amount } cents
  }

# Typed to text telephones, which have capitals without accents.
tty-notice = PLS CALL 711 RELAY OR HOLD FOR AGENT GA
    .voice = tty
tty-closed = WE ARE CLOSED NOW. PLS CALL 711 RELAY WHEN WE ARE OPEN. BYE SK
    .voice = tty
tty-full = THE LINE IS FULL NOW. PLS CALL AGAIN LATER OR CALL 711 RELAY. BYE SK
    .voice = tty

# when our records are away
records-away = We cannot connect you to a person at this moment, because our own records do not answer. You may stay on the line: your waiting time counts from now, and we try again. Or you may call again later.
records-away-here = We cannot do that at this moment, because our own records do not answer. One moment please, we try again.
