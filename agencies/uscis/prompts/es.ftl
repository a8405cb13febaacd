# Mensajes en español. Una grabación en recordings/es/<nombre>.wav reemplaza la voz incorporada.
welcome = Bienvenido al Centro de Contacto. Este es un sistema de muestra, no un servicio del gobierno.
choose-language = Para español, presione 2.
main-menu = Para preguntar por su caso con un número de recibo, presione 1. Para nuestro horario, presione 2. Si vive fuera de los Estados Unidos, presione 3. Para hablar con una persona, presione 0. En cualquier momento, presione asterisco para pedir un supervisor.
key-receipt = Marque su número de recibo en el teclado: las tres letras, con las teclas que las llevan, y después los diez dígitos.
malformed-receipt = Eso no parece un número de recibo. Tiene tres letras y diez dígitos, trece teclas en total.
which-receipt = Esas teclas corresponden a dos números de recibo. Si el suyo empieza con { $first_letters }, presione 1. Si empieza con { $second_letters }, presione 2. Para hablar con una persona, presione 0.
key-birth-date = Marque la fecha de nacimiento del solicitante: dos dígitos para el mes, dos para el día y cuatro para el año.
case-status = { $status } { $next } Este era el estado el { $as_of }.
cannot-tell = No podemos dar información sobre un caso con lo que usted marcó. Un representante tal vez pueda ayudarle.
receipt-trouble = No pudimos tomar el número de esta manera. Un representante puede tomarlo.
system-away = Nuestro sistema de casos no responde en este momento. Puede llamar más tarde o hablar con una persona.
after-answer = Para volver al menú principal, presione 9. Para hablar con una persona, presione 0. Si ya tiene lo que necesita, puede colgar.
hours-open = Puede hablar con una persona ahora. { $hours }
hours-closed = Ahora no hay nadie para hablar con usted. Abrimos de nuevo { $opens }. { $hours }
key-country = Marque el código telefónico internacional del país donde vive, y después la tecla numeral. Por ejemplo, para México, 5 2 y numeral.
overseas-office = Para { $country }, su oficina es { $office }. { $contact } Su horario es { $hours } Ahora allí es { $local_time }.
overseas-office-unverified = Para { $country }, tenemos una oficina en nuestra lista, pero no hemos confirmado que sea la suya. Es { $office }. { $contact } Consulte con la oficina o hable con una persona.
repeat-or-on = Para oír esto de nuevo, presione 1. Para volver al menú principal, presione 9. Para hablar con una persona, presione 0.
country-unknown = No tenemos una oficina en nuestra lista para ese código. Para marcar otro, presione 1. Para volver al menú principal, presione 9. Para hablar con una persona, presione 0.
stay-on-the-line = No hemos entendido. Quédese en la línea para hablar con una persona. O presione 9 para el menú principal.
tier-1-closed = Ahora no hay nadie para hablar con usted. Abrimos de nuevo { $opens }. Para el menú principal, que está siempre a su disposición, presione 9.
connecting = Le comunicamos con un representante.
connecting-supervisor = Le comunicamos con un supervisor. Usted conserva su lugar en la fila.
position = { $position ->
    [one] Usted es el siguiente en la fila.
   *[other] Usted es el número { $position } en la fila.
  }
confirm-supervisor = Usted presionó asterisco. Para hablar con un supervisor, presione 1. Para seguir, presione otra tecla.
supervisor-noted = Hemos anotado que usted pide un supervisor.
agent-lost = Lo sentimos, perdimos la conexión con nuestro representante. Usted conserva su lugar en la fila y le comunicamos con otro.
one-moment = Un momento, por favor. Enseguida le atendemos.
confirmation-number = Su número de confirmación es { $spoken }. Otra vez: { $spoken }.
good-bye = Gracias por llamar. Adiós.
wrong-key = Esa tecla no tiene uso aquí.
too-few-digits = Faltaron dígitos.
no-hours = Su horario no está en nuestra lista.
hours-line = { $tier }: { $days }, de { $from } a { $to }, { $zone }.
days-range = de { $from } a { $to }
contact-phone = Su teléfono es { $phone }.
contact-address = Su dirección es { $address }.
no-contact = Sus datos de contacto no están en nuestra lista.
