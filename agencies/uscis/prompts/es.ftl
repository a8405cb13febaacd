# Mensajes en español. Una grabación en recordings/es/<nombre>.wav reemplaza la voz incorporada.
welcome = Bienvenido al Centro de Contacto. Este es un sistema de muestra, no un servicio del gobierno.
choose-language = Para español, presione 2.
relay-operators = Operadores de relevo, presionen 3.
connecting = Le comunicamos con un representante.
recording-notice = Las llamadas se graban para revisar nuestro servicio. Si no quiere que le grabemos, presione 3. Para continuar de inmediato, presione 1.
not-recorded = Su llamada no se grabará.
connecting-supervisor = Le comunicamos con un supervisor. Usted conserva su lugar en la fila.
still-served = Ya cerramos, pero usted sigue en la fila. Por favor, no cuelgue: una persona le atenderá.
waiting-band = { $high ->
    [0] La espera es de más de { $low } minutos.
   *[other] La espera es de { $low } a { $high } minutos.
}
waiting-offer = Para que le llamemos sin perder su lugar en la fila, presione 1 en cualquier momento.
closed-while-waiting = Lo sentimos. Ya cerramos y todavía no era su turno. Para que le llamemos cuando estemos abiertos, antes que a quienes llamen después, presione 1.
line-full = Lo sentimos. La fila está llena: ahora esperan más personas de las que podemos atender en un tiempo razonable, así que no podemos dejarle esperar. Para que le llamemos cuando sea su turno, antes que a quienes llamen después, presione 1. Para el menú principal, que responde sin espera, presione numeral. O llame más tarde.
position = { $position ->
    [one] Usted es el siguiente en la fila.
   *[other] Usted es el número { $position } en la fila.
  }
supervisor-noted = Hemos anotado que usted pide un supervisor.
agent-lost = Lo sentimos, perdimos la conexión con nuestro representante. Usted conserva su lugar en la fila y le comunicamos con otro.
handed-on = Su llamada pasa a un colega que le puede ayudar mejor. Usted conserva su lugar en la fila y no tendrá que explicarlo todo de nuevo. Por favor, no cuelgue.
given-back = Otro representante tomará su llamada. Usted conserva su lugar en la fila. Por favor, no cuelgue.
one-moment = Un momento, por favor. Enseguida le atendemos.
lines-busy = En este momento todas nuestras líneas están ocupadas y no podemos atender su llamada. Por favor, llame de nuevo en unos minutos.
good-bye = Gracias por llamar. Adiós.
no-hours = Su horario no está en nuestra lista.
hours-line = { $tier }: { $days }, de { $from } a { $to }, { $zone }.
days-range = de { $from } a { $to }
contact-phone = Su teléfono es { $phone }.
contact-address = Su dirección es { $address }.
no-contact = Sus datos de contacto no están en nuestra lista.

# ---- los menús
main-menu = Para preguntar por su caso con un número de recibo, presione 1. Para nuestro horario, presione 2. Si vive fuera de los Estados Unidos, presione 3. Para encontrar la oficina que le corresponde, presione 4. Para formularios y tarifas, presione 5. Para una solicitud de servicio, presione 6.
keys-everywhere = En cualquier momento: 0 para una persona, 9 para oírlo de nuevo, 8 para más despacio, 7 para volver atrás, numeral para este menú, asterisco para un supervisor.
after-answer = Para oír esto de nuevo, presione 9. Para el menú principal, presione numeral. Para hablar con una persona, presione 0. Si ya tiene lo que necesita, puede colgar.
after-closed = Para oír esto de nuevo, presione 9. Para el menú principal, presione numeral. Si ya tiene lo que necesita, puede colgar.
anything-else = Para el menú principal, presione numeral. Para hablar con una persona, presione 0. Si ya tiene lo que necesita, puede colgar.
stay-on-the-line = No hemos entendido. Quédese en la línea para hablar con una persona. O presione numeral para el menú principal.
    .silence = person
confirm-supervisor = Usted presionó asterisco. Para hablar con un supervisor, presione 1. Para una persona, presione 0. Para oírlo de nuevo, presione 9; más despacio, 8; para volver atrás, 7; para el menú principal, numeral. Para seguir, presione otra tecla.
nobody-there = No oímos a nadie, o nada que entendamos. Llame de nuevo cuando pueda. Adiós.

# ---- lo que se marca
wrong-key = Esa tecla no tiene uso aquí.
too-few-digits = Faltaron dígitos.
key-receipt = Marque su número de recibo en el teclado: las tres letras, con las teclas que las llevan, y después los diez dígitos.
malformed-receipt = Eso no parece un número de recibo. Tiene tres letras y diez dígitos, trece teclas en total.
which-receipt = Esas teclas corresponden a más de un número de recibo.
receipt-option = Si el suyo empieza con { SPELL($letters) }, presione { $key }.
key-birth-date = Marque la fecha de nacimiento del solicitante: dos dígitos para el mes, dos para el día y cuatro para el año.
malformed-date_of_birth = Eso no es una fecha. Dos dígitos para el mes, dos para el día y cuatro para el año.
malformed-date = Eso no es una fecha. Dos dígitos para el mes, dos para el día y cuatro para el año.
confirm-date = Usted marcó { DATE($value) }. Si está bien, presione 1. Para marcarla de nuevo, presione 2.
key-zip = Marque los cinco dígitos del código postal donde vive.
malformed-zip = Un código postal tiene cinco dígitos.
confirm-zip = Usted marcó { DIGITS($value) }. Si está bien, presione 1. Para marcarlo de nuevo, presione 2.
key-phone = Marque el número de teléfono, con el código de área primero.
malformed-phone = Eso no parece un número de teléfono. Tiene diez dígitos, con el código de área primero.
confirm-phone = Usted marcó { PHONE($value) }. Si está bien, presione 1. Para marcarlo de nuevo, presione 2.
use-this-number = Tenemos el número { PHONE($phone) }. Para usarlo, presione 1. Para marcar otro, presione 2.

# ---- estado del caso
case-status = { $status } { $next } Este era el estado el { DATE($as_of) }.
cannot-tell = No podemos dar información sobre un caso con lo que usted marcó. Un representante tal vez pueda ayudarle.
receipt-trouble = No pudimos tomar el número de esta manera. Un representante puede tomarlo.
system-away = Uno de nuestros sistemas no responde en este momento. Puede llamar más tarde o hablar con una persona.

# ---- horario y espera
hours-open = Puede hablar con una persona ahora. { $hours }
hours-closed = Ahora no hay nadie para hablar con usted. Abrimos de nuevo { $opens }. { $hours }
hours-shut = Ahora no hay nadie para hablar con usted, y todavía no sabemos cuándo abrimos de nuevo. { $hours }
closure = { $closure }
tier-1-closed = Ahora no hay nadie para hablar con usted. Abrimos de nuevo { $opens }. Para el menú principal, que está siempre a su disposición, presione numeral.
offer-callback-window = Para que le llamemos cuando estemos abiertos, presione 1.
wait-band = { $high ->
    [0] La espera para un representante es ahora de más de { $low } minutos.
   *[other] La espera para un representante es ahora de entre { $low } y { $high } minutos.
  }
wait-unknown = No podemos decir ahora cuánto es la espera para un representante.
offer-callback = Para que le llamemos sin perder su lugar en la fila, presione 1. Para esperar en la línea, presione 2 o simplemente quédese: le atenderá una persona.
    .silence = person
callback-when = Para que le llamemos en cuanto sea su turno, presione 1. Para elegir una hora, presione 2.
callback-windows = Elija cuándo quiere que le llamemos.
callback-window-option = Para { MOMENT($from) } a { TIME($to) }, presione { $key }.
callback-no-number = No podemos llamar a ese número.
callback-away = No podemos anotar una llamada de vuelta en este momento.

# callbacks
callback-not-promised = No hemos anotado ninguna llamada. Quédese en la línea y le atenderá una persona. O presione numeral para el menú principal.
    .silence = person
callback-promised = Le llamaremos al { PHONE($phone) }. Usted conserva su lugar en la fila, y ya puede colgar.
callback-promised-window = Le llamaremos al { PHONE($phone) }, de { MOMENT($from) } a { TIME($to) }. Ya puede colgar.
callback-dialling = Una llamada de vuelta. Estamos llamando a la persona. Por favor, no cuelgue.
callback-greeting = Le habla { $agency }. Le devolvemos la llamada, como usted pidió. Para que le atiendan, presione 1. Si no es buen momento, presione 2.
recording-callback = Esta llamada se graba. Para que le atiendan sin grabar, presione 3.

# ---- oficinas
key-country = Marque el código telefónico internacional del país donde vive, y después la tecla numeral. Por ejemplo, para México, 5 2 y numeral.
malformed-country = Eso no es un código de país.
which-country = Varios países comparten ese código.
country-option = Para { $country }, presione { $key }.
key-area-code = Muchos países comparten ese código. Márquelo de nuevo seguido del código de área.
country-unknown = No tenemos una oficina en nuestra lista para ese código. Para marcar otro, presione 1. Para el menú principal, presione numeral. Para hablar con una persona, presione 0.
overseas-office = Para { $country }, su oficina es { $office }. { $contact } Su horario es { $hours } La hora allí es ahora { $local_time }.
overseas-office-unverified = Para { $country }, tenemos una oficina en nuestra lista, pero no hemos confirmado que sea la suya. Es { $office }. { $contact } Su horario en nuestra lista es { $hours } La hora allí es ahora { $local_time }. Consulte con la oficina o hable con una persona.
    .certainty = unverified
field-office = Su oficina es { $office }. { $contact } Su horario es { $hours }
field-office-unverified = Tenemos una oficina en nuestra lista para su código postal, pero no hemos confirmado que sea la suya. Es { $office }. { $contact } Su horario en nuestra lista es { $hours } Consulte antes de ir, o hable con una persona.
    .certainty = unverified
zip-unknown = No tenemos una oficina en nuestra lista para ese código postal. Un representante puede ayudarle.

# ---- mensajes de texto
offer-text = Para recibirlo como mensaje de texto, que puede costar lo que cobre su compañía, presione 1.
text-overseas-office = Centro de Contacto. Su oficina: { $office }. { $written_contact } Horario: { $written_hours }
text-overseas-office-unverified = Centro de Contacto. Sin confirmar, consulte antes: { $office }. { $written_contact } Horario: { $written_hours }
    .certainty = unverified
text-office = Centro de Contacto. Su oficina: { $office }. { $written_contact } Horario: { $written_hours }
text-office-unverified = Centro de Contacto. Sin confirmar, consulte antes: { $office }. { $written_contact } Horario: { $written_hours }
    .certainty = unverified
text-sent = El mensaje de texto va en camino.
text-not-sent = No pudimos enviar el mensaje de texto.
offer-email = Para recibirlo por correo electrónico, en la dirección que tenemos en su caso, presione 2.
email-sent = El correo electrónico va en camino a la dirección que tenemos en su caso.
email-not-sent = No pudimos enviar el correo electrónico.

# ---- formularios y tarifas
key-form = Marque los dígitos del número del formulario, y después numeral. Por ejemplo, para el formulario N 400, marque 4 0 0 y numeral.
malformed-form = Eso no es un número de formulario.
form-fee = Formulario { SPELL($form) }, { $title }. Su tarifa es de { MONEY($fee, currency: "USD") }.
form-fee-unverified = Formulario { SPELL($form) }, { $title }. La tarifa en nuestra lista es de { MONEY($fee, currency: "USD") }, pero no la hemos confirmado. Consulte la tarifa en el sitio de la agencia antes de pagar.
    .certainty = unverified
form-unknown = No tenemos nada en nuestra lista sobre ese formulario. Un representante puede ayudarle.
form-another = Para otro formulario, presione 1.

# ---- solicitudes de servicio
requests-menu = Si no recibió su tarjeta, presione 1. Si su caso tarda más del tiempo normal, presione 2. Para oír cómo va una solicitud anterior, presione 3.
card-address = ¿Sigue siendo correcta la dirección que tenemos de usted? Si es así, presione 1. Si no, o si no está seguro, presione 2.
address-by-person = Una dirección no se puede cambiar con el teclado. Un representante puede cambiarla.
key-sent-on = Marque la fecha en que se le envió la tarjeta, como la dice el estado de su caso: dos dígitos para el mes, dos para el día y cuatro para el año.
outside-time = Recibimos su caso el { DATE($received) }. Los casos como el suyo tardan normalmente { NUMBER($months) } meses, así que está fuera del tiempo normal. Para preguntar a la oficina, presione 1.
within-time = Recibimos su caso el { DATE($received) }. Los casos como el suyo tardan normalmente { NUMBER($months) } meses, así que está todavía dentro del tiempo normal.
request-created = Su solicitud de servicio está hecha. Su número es { SPELL($number) }. Otra vez: { SPELL($number) }. La oficina responde a más tardar el { DATE($due_on) }.
request-exists = Esa solicitud ya está hecha. Su número es { SPELL($number) }. Otra vez: { SPELL($number) }.
request-referred = La oficina que tiene su expediente está en el extranjero. Escriba o llame a { $office }. { $contact }
key-request-number = Marque los nueve dígitos del número de su solicitud, sin la R.
malformed-request_number = Eso no es un número de solicitud. Tiene nueve dígitos, después de la R.
request-open = Su solicitud, { $kind }, se hizo el { DATE($made_on) }. La oficina responde a más tardar el { DATE($due_on) }.
request-late = Su solicitud, { $kind }, se hizo el { DATE($made_on) }. La oficina debía responder a más tardar el { DATE($due_on) }. No lo ha hecho, y lo sentimos: la respuesta está atrasada. Su solicitud sigue abierta y no tiene que hacerla otra vez. Un representante puede hablar con usted sobre ella.
request-asked-back = La oficina le ha preguntado algo sobre su solicitud, { $kind }, que se hizo el { DATE($made_on) }. Sigue con su solicitud cuando usted haya respondido. Un representante puede decirle qué pregunta y anotar lo que usted diga.
request-answered = Su solicitud, { $kind }, fue respondida el { DATE($answered_on) }. Si no ha recibido la respuesta, hable con una persona.
request-unknown = No tenemos ninguna solicitud con ese número.
confirmation-number = Su número de confirmación es { $spoken }. Otra vez: { $spoken }.
money-USD = { $amount ->
    [one] { $amount } dólar
   *[other] { $amount } dólares
  }
money-USD-cents = { $amount ->
    [one] { $amount } centavo
   *[other] { $amount } centavos
  }

# Typed to text telephones, which have capitals without accents.
tty-notice = POR FAVOR LLAME POR RELEVO 711 O ESPERE A UN AGENTE GA
    .voice = tty
tty-closed = ESTAMOS CERRADOS. POR FAVOR LLAME POR RELEVO 711 MAS TARDE. ADIOS SK
    .voice = tty
tty-full = LA FILA ESTA LLENA. POR FAVOR LLAME MAS TARDE O POR RELEVO 711. ADIOS SK
    .voice = tty

# when our records are away
records-away = No podemos comunicarle con una persona en este momento, porque nuestros propios registros no responden. Puede quedarse en la línea: su tiempo de espera cuenta desde ahora y lo intentamos de nuevo. O puede llamar más tarde.
records-away-here = No podemos hacerlo en este momento, porque nuestros propios registros no responden. Un momento, por favor, lo intentamos de nuevo.
