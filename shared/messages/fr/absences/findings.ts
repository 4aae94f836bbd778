/** What findings of « Correspondance comptes d'absence » say. */
import type { Finding } from '../../../domain/finding.ts';

export const absenceSentences: Readonly<Record<string, (facts: Finding['facts']) => string>> = {
  absenceBindingUnsaid: () =>
    'La ligne est confirmée sans rien dire de ce que la paie en fait : choisissez dans la liste.',
  absenceKindMissing: () =>
    'La ligne est un arrêt de travail sans sa nature : maladie, maternité, accident du travail… choisissez-la dans la liste.',
  absenceKindIdle: () =>
    'La ligne n’est pas un arrêt de travail : sa nature ne sert pas. Effacez-la, ou choisissez « arrêt de travail ».',
  absenceCodeIdle: () => 'Un arrêt et ce qui est hors paie ne sont pas transmis : ce code ne sert pas. Effacez-le.',
  absenceBindingTwice: () => 'Une autre ligne dit déjà ce que devient ce compte : elle seule sert. Supprimez celle-ci.',
  absenceAccountGone: () =>
    'Lucca n’a pas ce compte d’absence : la ligne ne sert pas. Corrigez son numéro ou supprimez-la.',
  absencePatternIdle: () =>
    'Aucun compte de Lucca ne s’écrit ainsi : la ligne ne sert pas encore. Vérifiez le nom et ses *.',
};
