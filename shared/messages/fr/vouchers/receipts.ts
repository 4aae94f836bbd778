/** Sentences about the receipt of an order. */

/** After the sentence of the service that says where and when the other copy ordered. */
export const takenAdvice =
  'Continuez dans cette copie-là. Si elle n’existe plus, recommencez ici : votre commande remplacera la sienne.';
export const takenOption =
  'Continuez dans cette copie-là. Si elle n’existe plus, ajoutez --force : votre commande remplacera la sienne.';
export const unguarded =
  'Le service n’a pas pu vérifier qu’aucune autre copie du classeur n’a fait cette commande : assurez-vous-en.';
