/** « Calculer » in the pane, whatever is computed. */
export const computationStopped = 'Le calcul a été arrêté à votre demande. Rien n’a été écrit.';
export const notWrittenReadOnly =
  'Le calcul est fait mais le classeur est en lecture seule : enregistrez-en une copie modifiable, puis recalculez.';
