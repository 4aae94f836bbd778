import { describe, expect, test } from '@jest/globals';
import {
  isJournalHeading,
  likelyHeadings,
  mappedJournal,
} from '../../../../shared/domain/people/month/journalColumns.ts';
import { textGrid, type Grid } from '../../../../shared/domain/people/payrollList/grid.ts';

function grid(text: string): Grid {
  const read = textGrid(Buffer.from(text, 'utf8'), isJournalHeading);
  if (!read) throw new Error('no grid');
  return read;
}

describe('the columns of a payroll journal', () => {
  test('our own pay variables are read as they were written', () => {
    const text =
      'Etablissement;Matricule;Nom;Prenom;CodeRubrique;Libelle;Quantite;Taux;Montant\nLYO;00042;LEFÈVRE;Chloé;1025;HS;4,33;;';
    const mapped = mappedJournal(grid(text));
    expect(mapped?.columns).toEqual({
      establishment: 0,
      employeeNumber: 1,
      name: 2,
      code: 4,
      label: 5,
      quantity: 6,
      amount: 8,
    });
    expect(mapped?.rows.map(({ at }) => at)).toEqual([2]);
  });

  test('headings stand under the name of the company, with accents, capitals and brackets', () => {
    const text = 'SOCIÉTÉ X;;;\nPériode;10/2026;;\nMATRICULE;Rubrique;Nombre (h);Part salariale\n42;1025;4;1,20';
    expect(mappedJournal(grid(text))?.columns).toEqual({ employeeNumber: 0, code: 1, quantity: 2, employee: 3 });
  });

  test('what the person binds wins over what a heading says', () => {
    const text = 'Mat. paie;Code;Rub.;Quantité;Base\n42;x;1025;4;9';
    expect(mappedJournal(grid(text))).toBeUndefined();
    const bound = mappedJournal(grid(text), { employeeNumber: 'mat. paie', code: 'Rub.', quantity: 'Base' });
    expect(bound?.columns).toEqual({ employeeNumber: 0, code: 2, quantity: 4 });
    expect(likelyHeadings(grid(text))).toEqual(['Mat. paie', 'Code', 'Rub.', 'Quantité', 'Base']);
  });

  test.each<readonly [string, Record<string, number>]>([
    ['Matricule;Code;Base;Nombre;Montant', { employeeNumber: 0, code: 1, quantity: 3, amount: 4 }],
    ['Matricule;Code;Base;Taux;Retenue', { employeeNumber: 0, code: 1, quantity: 2, employee: 4 }],
    [
      'Matricule;Rubrique;Base S.;Taux S.;Montant S.;Montant P.',
      { employeeNumber: 0, code: 1, quantity: 2, employee: 4, employer: 5 },
    ],
  ])('a precise heading wins over a vague one: %s', (headings, columns) =>
    expect(mappedJournal(grid(`${headings}\n1;2;3;4;5;6`))?.columns).toEqual(columns),
  );

  test('two columns of one meaning: the first; a heading of nothing: left', () => {
    const text = 'Matricule;Code;Montant;Montant;Étrange\n1;2;3;4;5';
    expect(mappedJournal(grid(text))?.columns).toEqual({ employeeNumber: 0, code: 1, amount: 2 });
  });
});
