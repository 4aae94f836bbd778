/** The published document: its schema, its example, and everything that keeps one from being read. */
import { describe, expect, test } from '@jest/globals';
import { readDocument } from '../../shared/contracts/readDocument.ts';
import { VOUCHERS_INPUT_VERSION, vouchersInputSchema } from '../../shared/contracts/vouchersInput.ts';
import { faultText } from '../../shared/messages/fr/documents.ts';
import { fileText } from '../support/repository.ts';

const example = fileText('docs/vouchers-input.example.json');
const read = (text: string) => readDocument(text, vouchersInputSchema, VOUCHERS_INPUT_VERSION);

function sentences(text: string): string[] {
  const input = read(text);
  return input.ok ? [] : input.error.map(faultText);
}

type Json = Record<string, unknown>;

/** The example, one thing of it replaced; taken away when `value` is undefined. */
function changed(path: readonly (string | number)[], value?: unknown): string {
  const document = JSON.parse(example) as Json;
  const parent = path.slice(0, -1).reduce<Json>((held, key) => held[key] as Json, document);
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else parent[last] = value;
  return JSON.stringify(document);
}

const people = ['tables', 'Passerelle_Salaries'] as const;
const regulations = ['tables', 'Passerelle_TR_Reglementaires', 0] as const;
const planning = ['lucca', 'planning', 0] as const;
const SECRET = '1850578006084';

describe('a document', () => {
  test('may begin with a byte order mark', () => {
    expect(read(`\uFEFF${example}`)).toMatchObject({ ok: true, value: { month: '2026-10' } });
  });

  test.each<[string, string, string]>([
    ['no JSON', '{\n "version": 1,\n}', "ce n'est pas du JSON (ligne 3)."],
    ['nothing', '', "ce n'est pas du JSON."],
    ['a list', '[]', 'le document doit être un objet.'],
    ['a text', '"bonjour"', 'le document doit être un objet.'],
    [
      'another version',
      changed(['version'], 2),
      "version : ce n'est pas une version connue. Celle-ci lit la version 1.",
    ],
    ['no version', changed(['version']), 'version manque.'],
    ['no month', changed(['month']), 'month manque.'],
    ['a month of another kind', changed(['month'], 202610), 'month doit être un mois de paie, par exemple "2026-10".'],
    [
      'a month that nobody pays',
      changed(['month'], '9999-12'),
      'month doit être un mois de paie, par exemple "2026-10".',
    ],
    [
      'a table that is not known',
      changed(['tables', 'Salariés'], []),
      "tables.Salariés : ce nom n'est pas dans le schéma. Corrigez-le ou retirez-le.",
    ],
    ['a table that is no list', changed(people, {}), 'tables.Passerelle_Salaries doit être une liste.'],
    [
      'a column that is not known',
      changed([...people, 0, 'iban'], 'FR76'),
      "tables.Passerelle_Salaries[0].iban : ce nom n'est pas dans le schéma. Corrigez-le ou retirez-le.",
    ],
    [
      'a name that may be somebody’s',
      changed([...people, 0, SECRET], true),
      "tables.Passerelle_Salaries[0].… : ce nom n'est pas dans le schéma. Corrigez-le ou retirez-le.",
    ],
    [
      'a key that is missing',
      changed([...people, 1, 'luccaId']),
      'tables.Passerelle_Salaries[1].luccaId manque : écrivez null pour une cellule vide.',
    ],
    [
      'a cell that other rows have',
      changed([...people, 1, 'contractEnd']),
      'tables.Passerelle_Salaries[1].contractEnd manque : écrivez null pour une cellule vide.',
    ],
    [
      'true for an identifier',
      changed([...people, 0, 'luccaId'], true),
      'tables.Passerelle_Salaries[0].luccaId doit être un texte ou un nombre.',
    ],
    [
      'a list in a field',
      changed([...people, 0, 'fields', 'Service'], [SECRET]),
      'tables.Passerelle_Salaries[0].fields.Service doit être un texte ou un nombre.',
    ],
    [
      'a number for a text',
      changed([...regulations, 'name'], 12),
      'tables.Passerelle_TR_Reglementaires[0].name doit être un texte.',
    ],
    [
      'a text for a number',
      changed([...regulations, 'face'], SECRET),
      'tables.Passerelle_TR_Reglementaires[0].face doit être un nombre.',
    ],
    [
      'a number that is not whole',
      changed([...regulations, 'startDay'], 1.5),
      'tables.Passerelle_TR_Reglementaires[0].startDay doit être un nombre entier.',
    ],
    [
      'a French date',
      changed([...regulations, 'from'], '01/01/2026'),
      'tables.Passerelle_TR_Reglementaires[0].from doit être une date, par exemple "2026-10-05".',
    ],
    [
      'a date that is none',
      changed([...regulations, 'from'], '2026-02-30'),
      'tables.Passerelle_TR_Reglementaires[0].from doit être une date, par exemple "2026-10-05".',
    ],
    [
      'a choice that is not in the list',
      changed([...regulations, 'before'], SECRET),
      "tables.Passerelle_TR_Reglementaires[0].before doit être l'une de ces valeurs : première distribution, commandé ailleurs.",
    ],
    [
      'a text for yes or no',
      changed(['tables', 'Passerelle_Etablissements', 0, 'goodFriday'], 'oui'),
      'tables.Passerelle_Etablissements[0].goodFriday doit être true ou false.',
    ],
    ['a part that is missing', changed(['lucca', 'halfDays']), 'lucca.halfDays manque.'],
    ['a value that is missing', changed(['lucca', 'people', 0, 'id']), 'lucca.people[0].id manque.'],
    [
      'a number that is too great',
      changed([...planning, 'am', 3], 1441),
      'lucca.planning[0].am[3] doit être de la forme que le schéma publié décrit.',
    ],
    [
      'a month of thirty days for one of thirty-one',
      changed([...planning, 'days'], '.'.repeat(30)),
      'lucca.planning[0] doit être de la forme que le schéma publié décrit.',
    ],
    [
      'a month that is not said to be there',
      changed(['lucca', 'halfDays', 0, 'date'], '2026-08-31'),
      "lucca.halfDays[0].date : ce mois n'est pas dans lucca.months.",
    ],
    [
      'a month of planning that is not said to be there',
      changed([...planning, 'month'], '2026-08'),
      "lucca.planning[0].month : ce mois n'est pas dans lucca.months.",
    ],
    [
      'somebody twice',
      changed(['lucca', 'people', 2, 'id'], '1'),
      'lucca.people[2] répète lucca.people[0] : gardez une seule ligne.',
    ],
  ])('with %s is refused', (_, text, sentence) => {
    expect(sentences(text)).toEqual([sentence]);
    expect(JSON.stringify(read(text))).not.toContain(SECRET);
  });

  test('is told everything that is wrong, at once', () => {
    const document = JSON.parse(changed([...regulations, 'face'], 'neuf')) as Json;
    const told = sentences(JSON.stringify({ ...document, month: 'octobre', more: 1 }));
    expect(told.map((each) => each.split(/\s/)[0])).toEqual([
      'month',
      'tables.Passerelle_TR_Reglementaires[0].face',
      'more',
    ]);
  });
});
