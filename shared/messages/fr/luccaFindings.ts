/** What is said of what Lucca does not give, or gives in a form that cannot be read. */
import type { Finding } from '../../domain/finding.ts';
import type { PlainMonth } from '../../domain/calendar/plainDate.ts';
import { luccaRightNames } from './lucca.ts';
import { counted, monthName } from './words.ts';

type Facts = Finding['facts'];

/** What was expected: by field where its kind does not say it, else by kind. */
const expected: Readonly<Record<string, string>> = {
  nir: 'un numéro français',
  iban: 'un IBAN',
  bic: "le BIC d'un IBAN",
  integer: 'un nombre entier',
  date: 'une date',
  boolean: '« oui » ou « non »',
};

function expectedIn({ field = '', kind = '' }: Facts): string {
  return expected[field] ?? expected[kind] ?? 'un texte simple';
}

function people({ people: count, names, others }: Facts): string {
  const rest = Number(others) > 0 ? ` et ${counted(Number(others), 'autre', 'autres')}` : '';
  return `${counted(Number(count), 'personne', 'personnes')} : ${names ?? ''}${rest}`;
}

function fields({ headings = '', more }: Facts): string {
  return `${headings}${Number(more) > 0 ? ` et ${counted(Number(more), 'autre champ', 'autres champs')}` : ''}`;
}

/** `septembre 2026 (56 personnes), octobre 2026 (55 personnes)` */
function silentMonths({ months, people: counts }: Facts): string {
  const present = String(counts).split(' ');
  const each = (month: string, index: number) =>
    `${monthName(month as PlainMonth)} (${counted(Number(present[index]), 'personne', 'personnes')})`;
  return String(months).split(' ').map(each).join(', ');
}

function noAbsence(facts: Facts): string {
  return `Lucca n'a rendu aucune absence pour ${silentMonths(facts)} : vérifiez que la clé a le droit « ${luccaRightNames.leaves()} ».`;
}

export const luccaSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  fieldUnreadable: (facts) =>
    `« ${facts['heading'] ?? ''} » : dans Lucca, ce n'est pas ${expectedIn(facts)} pour ${people(facts)}. La cellule garde ce qu'elle avait : corrigez dans Lucca, puis actualisez.`,
  fieldsNoLongerRead: (facts) => {
    const rest =
      facts['fields'] === 1
        ? "ou plus personne n'a rien dans ce champ. Cette colonne garde ce qu'elle avait."
        : "ou plus personne n'a rien dans ces champs. Ces colonnes gardent ce qu'elles avaient.";
    return `Lucca ne donne plus ${fields(facts)} : la clé a peut-être perdu un droit, ${rest}`;
  },
  valuesNoLongerRead: (facts) =>
    `Lucca ne donne plus ${fields(facts)} pour ${people(facts)}. Vérifiez les droits de la clé et ses établissements : les cellules gardent ce qu'elles avaient.`,
  noAbsenceRead: (facts) => `${noAbsence(facts)} Rien n'en est retiré du classeur sans votre accord.`,
  absencesWait: (facts) =>
    `${counted(Number(facts['absences']), 'absence attend', 'absences attendent')} que ${facts['people'] === 1 ? 'sa personne soit' : 'leurs personnes soient'} dans « Salariés » : ${facts['absences'] === 1 ? 'elle sera proposée' : 'elles seront proposées'} ensuite.`,
  voucherNoAbsence: (facts) => `${noAbsence(facts)} Sans absences, chacun reçoit tous ses titres.`,
  transferNoAbsence: (facts) => `${noAbsence(facts)} Ne supprimez rien dans la paie avant d'avoir vérifié.`,
  controlNoAbsence: (facts) => `${noAbsence(facts)} Les absences ne sont pas comparées.`,
};
