/** What findings say of a line of « Lignes d'import »: whose it is, of which days, and what to do. */
import { frenchDate, type PlainDate, type PlainMonth } from '../../../domain/calendar/plainDate.ts';
import type { Finding } from '../../../domain/finding.ts';
import { importStates, type ImportState } from '../../../tables/absences/importsTable.ts';
import { counted, ofMonth } from '../words.ts';

type Facts = Finding['facts'];

/** `Martin Anne, du 05/10/2026 au 06/10/2026` */
function who({ person, from, to }: Facts): string {
  const date = (text: Facts[string] | undefined) => frenchDate(text as PlainDate);
  const dates = !from ? '' : from === to ? `le ${date(from)}` : `du ${date(from)} au ${date(to)}`;
  const parts = [String(person ?? ''), dates].filter((part) => part !== '');
  return parts.length === 0 ? 'sans nom ni dates' : parts.join(', ');
}

/** The cell as it was before somebody typed there. */
function putBack({ before }: Facts): string {
  return before === '' || before === undefined ? 'videz la cellule' : `remettez « ${before} » dans la cellule`;
}

const ended = (state: Facts[string] | undefined) => importStates[state as ImportState];

function followed(facts: Facts): string {
  const { later, state } = facts;
  if (state === 'prepared')
    return `L’import ${later ?? ''}, préparé, a une ligne sur les mêmes demi-journées (${who(facts)}) : abandonnez-le d’abord, ou ${putBack(facts)}.`;
  if (state === 'confirmed')
    return `L’import ${later ?? ''}, plus récent, a une ligne sur les mêmes demi-journées (${who(facts)}) : c’est elle qui dit ce que la paie a fait. Corrigez « Fait en paie » sur cette ligne s’il le faut ; ici, ${putBack(facts)}.`;
  return `Une ligne des mêmes demi-journées (${who(facts)}) est cochée dans l’import ${later ?? ''}, ${ended(state)} : décochez-la d’abord, ou ${putBack(facts)}.`;
}

export const lineSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  absenceTickUnreadable: () => '« Fait en paie » se remplit par oui ou non, ou reste vide : corrigez la cellule.',
  absenceTickClosed: (facts) =>
    `Les absences ${ofMonth(facts['month'] as PlainMonth)} sont closes : ce qui est tapé ici (${who(facts)}) n’est pas suivi. Rouvrez le mois, ou ${putBack(facts)}.`,
  absenceTickEnded: (facts) =>
    `L’import ${facts['run'] ?? ''} est ${ended(facts['state'])} : « oui » n’y est plus suivi (${who(facts)}). Videz la cellule ; si la paie l’a fait, dites-le à la ligne qui le propose de nouveau.`,
  absenceTickFollowed: followed,
  absenceTickEdited: (facts) =>
    `La ligne (${who(facts)}) a été modifiée : ce que dit « Fait en paie » n’est pas suivi, car nul ne sait plus de quelle absence. Remettez les valeurs d’avant (Ctrl+Z), ou ${putBack(facts)} : si c’est à supprimer, la suppression se coche alors dans l’import suivant.`,
  absenceTickTaken: (facts) =>
    `« oui » dit que la paie a pris cette absence (${who(facts)}) : abandonner l’import l’oublierait. Confirmez-le, avec « non » pour les lignes qu’elle n’a pas prises. Si la paie ne l’a pas, videz la cellule, puis abandonnez.`,
  absenceCellEdited: (facts) =>
    `La ligne (${who(facts)}) de l’import ${facts['run'] ?? ''} a été modifiée : « ${facts['heading'] ?? ''} » ${facts['was'] === '' ? 'était vide' : `disait « ${facts['was'] ?? ''} »`}. Remettez-le (Ctrl+Z), ou abandonnez l’import s’il est seulement préparé, puis préparez-en un autre.`,
  absenceLineEdited: (facts) =>
    `La ligne (${who(facts)}) de l’import ${facts['run'] ?? ''} n’est plus celle qui a été préparée, ou elle est en double. Remettez ses valeurs d’avant (Ctrl+Z), supprimez la copie, ou abandonnez l’import s’il est seulement préparé, puis préparez-en un autre.`,
  absenceLinesEdited: (facts) =>
    `${counted(Number(facts['count']), 'autre ligne', 'autres lignes')} de l’import ${facts['run'] ?? ''} ${Number(facts['count']) < 2 ? 'a été modifiée' : 'ont été modifiées'}. Une colonne triée seule en est souvent la cause : défaites le tri (Ctrl+Z).`,
  absenceLinesMissing: (facts) =>
    `Des lignes de l’import ${facts['run'] ?? ''} ont été supprimées. Remettez-les (Ctrl+Z, ou une copie du classeur), ou abandonnez l’import s’il est seulement préparé, puis préparez-en un autre.`,
};
