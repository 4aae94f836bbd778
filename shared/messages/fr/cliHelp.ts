/** What `passerelle --help` shows: commands, options, exit codes. */
export const help = `Passerelle : la paie française depuis Lucca, dans un classeur Excel.

Usage : passerelle <commande> [options]

  template  --out classeur.xlsx             crée un classeur avec les tables vides
  pull      --workbook classeur.xlsx        lit Lucca, montre les différences et les écrit ; crée le
                                            classeur s'il n'existe pas
  vouchers  --workbook classeur.xlsx        calcule les titres-restaurant d'un mois et les écrit ; prépare
                                            les feuilles à remplir la première fois
  vouchers  --input mois.json               calcule un mois depuis un document JSON, sans classeur ni Lucca
  worktime  --workbook classeur.xlsx        calcule le temps de travail d'un mois et l'écrit ; prépare les
                                            feuilles à remplir la première fois
  worktime  --input mois.json               calcule un mois depuis un document JSON, sans classeur ni Lucca
  recap     --workbook classeur.xlsx        dit ce qui a changé depuis la dernière clôture des salariés, et les
                                            RIB modifiés ; l'écrit, en fait des fichiers
  fields    --workbook classeur.xlsx        dit d'où vient chaque champ de la paie dans Lucca
  accounts  --workbook classeur.xlsx        dit ce que la paie fait de chaque compte d'absence, et ce qui attend
  absences  --workbook classeur.xlsx        dit où en sont les absences à transmettre à la paie ; les prépare, les
                                            suit et les clôt
  movements --workbook classeur.xlsx        écrit les entrées, sorties et changements d'un mois, et ce qui reste
                                            à faire dans la paie
  control   --workbook classeur.xlsx        écrit un mois à côté du précédent, le plus grand écart d'abord
  check-payroll --workbook classeur.xlsx    pointe le journal de paie avec ce qui a été transmis
  match     --workbook classeur.xlsx        rapproche la liste de la paie (--list liste.csv ou .xlsx) et Lucca ;
                                            --accept sure : écrit les rattachements sûrs ;
                                            --unlink P0001 : délie une ligne
  evening                                   dit quand Lucca est lu chaque soir, et à qui un message part ; le règle
  undo      --workbook classeur.xlsx        annule la dernière écriture ; à nouveau, celle d'avant
  resume    --workbook classeur.xlsx        reprend une mise à jour inachevée
  abandon   --workbook classeur.xlsx        annule une mise à jour inachevée
  check     --workbook classeur.xlsx        relit les tables et dit ce qui est à corriger
  export    --workbook classeur.xlsx --table Salariés --out salaries.csv
  serve     [--port 3000] [--data dossier]  lance le service
  demo      [--port 3000] [--data dossier]  lance le service avec le compte fictif

Pour essayer : passerelle pull --workbook classeur.xlsx --account demo

Options de pull
  --account acme       compte Lucca, ou « demo » pour le compte fictif ; à défaut, celui du classeur
  --month 2026-10      mois de paie ; répétable ; à défaut, le mois en cours
  --accept all|none    all : écrit ce qui est proposé, sauf les conflits et les coordonnées bancaires
                       modifiées, qui attendent une décision ; none : montre seulement.
                       À défaut, la question est posée : tout, rien, ou une à une ; sans terminal,
                       rien n'est écrit
  --choices fichier    avec --accept : vos réponses, en JSON, passent avant ce qui est proposé.
                       { "identifiant": "accept" | "ignore" | "undecided" } ; --json donne les
                       identifiants. Des coordonnées bancaires s'acceptent par leur nouvelle
                       valeur : { "accept": "FR76…" }, l'IBAN, ou le BIC s'il change seul
  --automatic groupes  ce que Lucca seul a changé dans ces groupes est écrit sans question, même sans --accept :
                       coordonnees, adresse, situation, etat-civil, séparés par des virgules, ou « aucune ».
                       À défaut, le choix du classeur (« Reprise automatique » du volet) ; avec
                       --accept none, rien n'est écrit
  --accept-departures  reprend une lecture d'où beaucoup de personnes ont disparu d'un coup
  --key-file fichier   fichier qui contient la clé API ; à défaut, PASSERELLE_API_KEY, puis la question.
                       --key est accepté, mais se lit dans la liste des programmes
  --client-id id       application OAuth (données personnelles) ; son secret est dans PASSERELLE_CLIENT_SECRET
  --data dossier       dossier de données du service ; à défaut, PASSERELLE_DATA, puis .passerelle
  --service adresse    service déjà lancé, par exemple http://localhost:3000
  --code code          avec --service : code d'association, qui sert une fois. Sans lui, le service en
                       affiche un dans sa fenêtre, et la question est posée
  --token-file fichier avec --code : garde le jeton obtenu ; ensuite, remplace le code.
                       --token et PASSERELLE_TOKEN le donnent aussi

Options de vouchers, avec celles de pull qui disent quel compte lire
  --month 2026-10      mois de la commande ; à défaut, le mois en cours
  --prepare            prépare les feuilles et y apporte ce que Lucca connaît, sans calculer
  --validate nom       calcule, puis valide la commande du mois de ce réglementaire
  --force              avec --validate : commande même si une autre copie du classeur l'a fait,
                       ou si le service ne répond pas pour le dire ; de même avec --order
  --order TR1          marque la commande « commandée »
  --cancel TR1         annule la commande ; les deux ne préviennent le service, pour les autres copies
                       du classeur, qu'avec --service ou --data
  --files TR1          écrit les fichiers de la commande dans le dossier de --out ; --kind dit lesquels :
                       paie (à défaut), variables, remuneration, commande, carnets ou emargement
  --template nom       modèle de la commande, quand « Modèles de commande TR » en a plusieurs
  --model fichier      lit les titres d'un fichier de l'émetteur (CSV ou texte) et enregistre le modèle, sous
                       le nom de --template. --order, --cancel, --files et --model ne lisent pas Lucca
  --write-input f.json écrit aussi, dans un nouveau fichier, ce dont le mois est calculé
  --input f.json       calcule depuis ce document (docs/vouchers-json.md) et n'écrit rien : seuls --month et
                       --json vont avec

Options de fields, avec celles de pull qui disent quel compte lire
  --prepare            prépare la feuille « Correspondance champs », avec ce qui est validé ou proposé ; vos
                       choix ne sont jamais changés
  --validate           valide ce que dit la feuille : les lectures suivantes s'en servent

Options de accounts, avec celles de pull qui disent quel compte lire
  --prepare            prépare la feuille « Correspondance comptes absence », avec ce que les noms proposent ; vos
                       choix ne sont jamais changés
  --confirm            confirme tout ce qui est proposé

Options de absences, avec celles de pull qui disent quel compte lire
  --month 2026-10      mois par lequel commencer, la première fois ; ensuite, le mois ouvert
  --prepare            lit Lucca, le compare avec ce que la paie a déjà, et prépare l'import : lignes à supprimer
                       d'abord dans la paie, lignes à importer, ou rien. --mail envoie ce bilan, sans aucun nom,
                       aux destinataires du message du soir, pour une préparation que personne ne regarde
  --lines              montre les lignes de l'import, avec leurs identifiants
  --done all           coche les suppressions faites dans la paie, ou les lignes dont les identifiants sont donnés,
                       séparés par des virgules ; --undone les décoche : ce que la paie refuse sera proposé de nouveau
  --files A1           écrit les fichiers de l'import dans le dossier de --out ; --kind dit lesquels : controle (à
                       défaut), import, payfit, silae ou suppressions ; --format xlsx en fait des classeurs ;
                       --encoding utf8, utf8Bom ou windows1252 ; --force remplace les fichiers déjà là
  --confirm A1         confirme l'import pris en paie ; --force passe outre une autre copie du classeur, ou un
                       service qui ne répond pas
  --abandon A1         abandonne l'import préparé
  --cancel A1          annule le dernier import confirmé ; ne prévient le service, pour les autres copies du
                       classeur, qu'avec --service ou --data
  --close              lit Lucca, puis clôt le mois ouvert ; --force le clôt malgré ce qui n'est pas transmis
  --reopen             rouvre le dernier mois clos. Seuls --prepare et --close lisent Lucca

Options de worktime, avec celles de pull qui disent quel compte lire
  --month 2026-10      mois calculé ; à défaut, le mois en cours
  --prepare            prépare les feuilles et y apporte ce que Lucca connaît, sans calculer
  --set jeu            copie un jeu de règles prêt à l'emploi, par sa clé ou son nom français ; un nom inconnu les montre.
                       --into le copie sous un autre nom, --regulation crée le réglementaire qui le suit
  --export             calcule, puis prépare l'export du mois, que la paie coche ligne à ligne
  --confirm HT1        confirme l'export pris en paie et clôt son mois ; --force passe outre une autre copie du
                       classeur, ou un service qui ne répond pas
  --files HT1          écrit les fichiers de l'export dans le dossier de --out ; --kind dit lesquels : paie (à
                       défaut), repos, pour les compteurs de Lucca, ou fiches, à signer par chacun (PDF) :
                       celles-ci lisent Lucca, et --files 2026-10 les donne aussi sans export
  --credit HT1         simule dans Lucca le crédit des repos de l'export confirmé, et montre compteurs et personnes ;
                       rien n'est envoyé. Le service doit le permettre (PASSERELLE_LUCCA_WRITE=1)
  --send               avec --credit : envoie ce qui vient d'être simulé sans erreur, une seule fois. La question est
                       posée dans un terminal ; --yes y répond oui. --again passe outre un export du même mois
                       annulé après son envoi : retirez d'abord ses crédits dans Lucca
  --abandon HT1        abandonne l'export préparé
  --cancel HT1         annule l'export confirmé. --files (sauf fiches), --abandon et --cancel ne lisent pas Lucca
  --write-input f.json écrit aussi, dans un nouveau fichier, ce dont le mois est calculé
  --input f.json       calcule depuis ce document (docs/worktime-json.md) et n'écrit rien : seuls --month et
                       --json vont avec

Options de movements et de control, avec celles de pull qui disent quel compte lire
  --month 2026-10      mois de paie ; à défaut, le mois en cours

Options de check-payroll, qui ne lit pas Lucca
  --month 2026-10      mois de paie ; à défaut, le mois en cours
  --file journal.csv   apporte le journal, CSV ou .xlsx, dans « Journal de paie » ; sans lui, ce qui y est collé est pointé
  --sheet nom          avec --file : feuille du classeur .xlsx à lire, si ce n'est pas la bonne
  --columns liens      avec --file : colonnes que leurs titres ne disent pas, "Matricule=Mat. paie;Code=Rub."

Options de match, avec celles de pull qui disent quel compte lire
  --list liste.csv     apporte la liste, CSV ou .xlsx, dans « Liste de la paie »
  --sheet nom          avec --list : feuille du classeur .xlsx à lire, si ce n'est pas la bonne
  --accept sure        écrit les rattachements dont les clés sont sûres
  --unlink P0001,P0002 délie ces lignes de « Liste de la paie » ; s'annule par undo

Options de recap, avec celles de pull qui disent quel compte lire
  --month 2026-10      mois du récapitulatif ; à défaut, le mois en cours
  --files dossier      écrit aussi deux fichiers dans ce dossier : le récapitulatif et les RIB modifiés
  --kind pdf           format des fichiers : pdf (à défaut), xlsx ou csv
  --reveal             écrit en clair les valeurs personnelles, NIR et IBAN compris, dans les fichiers et dans les
                       feuilles « Récapitulatif » et « RIB modifiés » du classeur ; masquées à défaut
  --close              clôt ensuite le mois des salariés ; --again remplace la copie d'un mois déjà clos
  --reopen             rouvre le dernier mois clos et efface sa copie, sans rien d'autre ; « undo » le clôt de nouveau

Options de evening, avec --account (inutile si le service n'a qu'un compte), --data ou --service
  --at 20:00           heure de la lecture, à l'heure du service
  --enable, --disable  rétablit la lecture du soir, ou l'arrête
  --to adresses        destinataires des messages, séparés par des virgules ; --to "" : personne
  --mail changes       un message seulement quand quelque chose a changé (à défaut) ; always : après chaque lecture
  --send               envoie un message d'essai aux destinataires enregistrés

Partout
  --json               une seule ligne JSON sur la sortie standard, sans progression
  --help               cette aide

Codes de sortie
  0    fait, ou rien à faire
  1    erreur imprévue
  2    commande ou option incorrecte
  3    classeur ou document JSON : absent, illisible, ouvert ailleurs, protégé, à réparer
  4    service ou Lucca : injoignable, clé refusée, lecture échouée
  5    fait, mais il reste à décider ou à corriger
  130  arrêté par Ctrl+C`;
