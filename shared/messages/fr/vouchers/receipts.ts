/** Sentences about the receipt of an order. */

/** After the sentence of the service that says where and when the other copy ordered. */
export const takenAdvice =
  'Continuez dans cette copie-là. Si elle n’existe plus, recommencez ici : votre commande remplacera la sienne.';
export const takenOption =
  'Continuez dans cette copie-là. Si elle n’existe plus, ajoutez --force : votre commande remplacera la sienne.';
export const silent =
  'Le service ne répond pas : nul ne sait si une autre copie du classeur a déjà fait cette commande. Rien n’est écrit.';
export const silentAdvice =
  'Relancez le service, puis recommencez. Pour vous en passer, recommencez tout de suite : assurez-vous alors qu’aucune autre copie ne l’a faite.';
export const silentOption =
  'Relancez le service, puis recommencez. Pour vous en passer, ajoutez --force : assurez-vous alors qu’aucune autre copie ne l’a faite.';
/** Of a step made by the command line alone. */
export const unasked =
  'Le service n’est pas prévenu : pour lui, la commande en reste à l’étape d’avant. Ajoutez --service ou --data pour que les autres copies du classeur en tiennent compte.';
/** Of a cancellation. */
export const kept =
  'Le service n’a pas répondu : ce mois reste réservé à ce classeur, une autre copie ne pourra pas le commander.';
export const unguarded =
  'Le service n’a pas pu vérifier qu’aucune autre copie du classeur n’a fait cette commande : assurez-vous-en.';
