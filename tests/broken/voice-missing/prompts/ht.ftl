# No voice speaks Haitian Creole. # broken: voice-missing
choose-language = Para español, presione 2.
main-menu = Para nuestro horario, presione 1. Para una persona, presione 0.
hours-open = Está abierto. { $hours }
hours-closed = Está cerrado. Abrimos de nuevo { $opens }.
connecting = Le comunicamos.
good-bye = Adiós.
one-moment = Un momento, por favor.
wrong-key = Esa tecla no tiene función aquí.
records-away = No podemos comunicarle en este momento. Puede quedarse en la línea, y lo intentamos de nuevo.
records-away-here = No podemos hacerlo en este momento, y lo intentamos de nuevo.
position = Usted es el número { $position } en la fila.
agent-lost = Se perdió la conexión, y le comunicamos con otra persona.
confirm-supervisor = Para un supervisor, presione 1.
connecting-supervisor = Le comunicamos con un supervisor.
supervisor-noted = Su petición de un supervisor queda anotada.
days-range = { $from } a { $to }
hours-line = { $tier }: { $days }, de { $from } a { $to }, { $zone }.
