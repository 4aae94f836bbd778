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
  integer: 'un nombre entier',
  date: 'une date',
  boolean: '« oui » ou « non »',
};

function expectedIn({ field = '', kind = '' }: Facts): string {
  return expected[field] ?? expected[kind] ?? 'un texte simple';
}

function people({ people: count, names, more }: Facts): string {
  const others = Number(more) > 0 ? ` et ${counted(Number(more), 'autre', 'autres')}` : '';
  return `${counted(Number(count), 'personne', 'personnes')} : ${names ?? ''}${others}`;
}

export const luccaSentences: Readonly<Record<string, (facts: Facts) => string>> = {
  fieldUnreadable: (facts) =>
    `« ${facts['heading'] ?? ''} » : dans Lucca, ce n'est pas ${expectedIn(facts)} pour ${people(facts)}. La cellule garde ce qu'elle avait : corrigez dans Lucca, puis actualisez.`,
  fieldsNoLongerRead: (facts) =>
    `Lucca ne donne plus ${facts['headings'] ?? ''} : la clé a peut-être perdu un droit, ou plus personne n'a rien dans ces champs. Ces colonnes gardent ce qu'elles avaient.`,
  noAbsenceRead: (facts) =>
    `Lucca n'a rendu aucune absence pour ${monthName(facts['month'] as PlainMonth)} (${counted(Number(facts['people']), 'personne', 'personnes')}) : vérifiez que la clé a le droit « ${luccaRightNames.leaves()} ». Rien n'en est retiré du classeur sans votre accord.`,
};
