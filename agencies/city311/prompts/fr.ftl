# Messages en français. Un enregistrement dans recordings/fr/<nom>.wav remplace la voix intégrée.
welcome = Bienvenue à la ligne d'information de la ville. Ceci est un système d'essai : cette ville n'existe pas.
choose-language = Pour le français, appuyez sur le 2.
main-menu = Pour les déchets et le recyclage, appuyez sur le 1. Pour signaler un lampadaire en panne, appuyez sur le 2. Pour savoir où en est un signalement, appuyez sur le 3. Pour l'hôtel de ville, appuyez sur le 4.
keys-everywhere = À tout moment : le 0 pour parler à quelqu'un, le 9 pour réécouter, le 8 pour ralentir, le 7 pour revenir en arrière, l'étoile pour ce menu.
after-answer = Pour réécouter, appuyez sur le 9. Pour le menu principal, appuyez sur l'étoile. Pour parler à quelqu'un, appuyez sur le 0. Si vous avez ce qu'il vous faut, vous pouvez raccrocher.
after-closed = Pour réécouter, appuyez sur le 9. Pour le menu principal, appuyez sur l'étoile. Si vous avez ce qu'il vous faut, vous pouvez raccrocher.
anything-else = Pour le menu principal, appuyez sur l'étoile. Pour parler à quelqu'un, appuyez sur le 0. Si vous avez ce qu'il vous faut, vous pouvez raccrocher.
stay-on-the-line = Nous n'avons pas compris. Restez en ligne pour parler à quelqu'un. Ou appuyez sur l'étoile pour le menu principal.
    .silence = person
collection-days = Les ordures ménagères sont collectées chaque semaine et le recyclage une semaine sur deux. Sortez-les avant sept heures du matin.
city-hall = L'hôtel de ville est sur la place Exemple. Ses guichets sont ouverts en semaine de huit heures à seize heures.
key-pole = Entrez le numéro inscrit sur le lampadaire, puis le carré.
malformed-digits = Ce ne peut pas être le numéro d'un lampadaire.
confirm-pole = Vous avez entré { DIGITS($value) }. Si c'est exact, appuyez sur le 1. Pour recommencer, appuyez sur le 2.
report-created = Merci. Le numéro de votre signalement est { SPELL($number) }. Je répète : { SPELL($number) }. Nous nous en occupons au plus tard le { DATE($due_on) }.
report-exists = C'est déjà signalé. Le numéro est { SPELL($number) }.
report-away = Nous ne pouvons ni prendre ni consulter de signalements en ce moment. Réessayez plus tard ou parlez à quelqu'un.
key-report = Entrez les neuf chiffres du numéro de votre signalement, sans le R.
malformed-request_number = Ce n'est pas un numéro de signalement. Il a neuf chiffres, après le R.
report-open = Votre signalement, { $kind }, a été fait le { DATE($made_on) }. Nous nous en occupons au plus tard le { DATE($due_on) }.
report-late = Votre signalement, { $kind }, a été fait le { DATE($made_on) }. Nous devions nous en occuper au plus tard le { DATE($due_on) }. Ce n'est pas fait, et nous en sommes désolés : nous sommes en retard. Votre signalement reste ouvert, et vous n'avez pas à le refaire. Un agent peut en parler avec vous.
report-asked-back = Nous vous avons posé une question au sujet de votre signalement, { $kind }, fait le { DATE($made_on) }. Nous nous en occupons dès que vous aurez répondu. Un agent peut vous dire ce que nous demandons, et noter votre réponse.
report-answered = Votre signalement, { $kind }, a été traité le { DATE($answered_on) }.
report-unknown = Nous n'avons aucun signalement de ce numéro.
closure = { $closure }
closed = Il n'y a personne pour vous répondre maintenant. Nous rouvrons { $opens }. { $hours }
shut = Il n'y a personne pour vous répondre maintenant, et nous ne savons pas encore quand nous rouvrirons. { $hours }
hours-line = { $tier } : { $days }, de { $from } à { $to }, { $zone }.
days-range = { $from } à { $to }
wait-band = { $high ->
    [0] L'attente est de plus de { $low } minutes en ce moment.
   *[other] L'attente est de { $low } à { $high } minutes en ce moment.
  }
line-full = Nous sommes désolés. La file est pleine : il y a plus de personnes en attente que nous ne pouvons en servir dans un délai raisonnable, et nous ne pouvons pas vous faire attendre. Moins de personnes appellent en soirée.
connecting = Nous vous mettons en communication avec un agent.
still-served = Nous sommes fermés, mais vous êtes toujours dans la file. Restez en ligne, une personne va vous répondre.
position = { $position ->
    [one] Vous êtes le prochain dans la file.
   *[other] Vous êtes le numéro { $position } dans la file.
  }
agent-lost = Nous sommes désolés, nous avons perdu la communication avec notre agent. Vous gardez votre place dans la file et nous vous passons quelqu'un d'autre.
handed-on = Votre appel passe à un collègue qui pourra mieux vous aider. Vous gardez votre place dans la file. Restez en ligne, s'il vous plaît.
given-back = Un autre agent va prendre votre appel. Vous gardez votre place dans la file. Restez en ligne, s'il vous plaît.
one-moment = Un instant s'il vous plaît. Nous sommes à vous tout de suite.
lines-busy = Toutes nos lignes sont occupées en ce moment et nous ne pouvons pas prendre votre appel. Rappelez dans quelques minutes, s'il vous plaît.
confirmation-number = Le numéro de votre signalement est { $spoken }. Je répète : { $spoken }.
wrong-key = Cette touche n'a pas de fonction ici.
too-few-digits = Il manque des chiffres.
nobody-there = Nous n'entendons personne, ou rien que nous comprenions. Rappelez quand vous pourrez. Au revoir.
good-bye = Merci de votre appel. Au revoir.
records-away = Nous ne pouvons pas vous mettre en communication pour le moment, car nos propres dossiers ne répondent pas. Vous pouvez rester en ligne : votre temps d'attente compte dès maintenant et nous réessayons. Ou vous pouvez rappeler plus tard.
records-away-here = Nous ne pouvons pas le faire pour le moment, car nos propres dossiers ne répondent pas. Un instant, s'il vous plaît, nous réessayons.
