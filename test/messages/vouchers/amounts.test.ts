import { describe, expect, test } from '@jest/globals';
import { plainDate, plainMonth } from '../../../shared/domain/calendar/plainDate.ts';
import { valueOn } from '../../../shared/domain/legal/datedValue.ts';
import { cents } from '../../../shared/domain/money/money.ts';
import { voucherAmounts } from '../../../shared/domain/vouchers/amounts.ts';
import { euros, percent } from '../../../shared/messages/fr/euros.ts';
import { amountSentences } from '../../../shared/messages/fr/vouchers/amounts.ts';

function said(face: number, employer: number, cse = 0, month = '2026-03'): string[] {
  const employerShare = { kind: 'amount', cents: cents(employer) } as const;
  const value = { from: plainDate('2019-01-01'), face: cents(face), employerShare, cse: cents(cse) };
  const { findings } = voucherAmounts(value, { month: plainMonth(month), reintegration: 'boss', cap: 'now' });
  return findings.map(({ code, facts }) => (amountSentences[code]?.(facts) ?? code).replace(/\u00a0/g, ' '));
}

describe('what is said of a value of titre-restaurant', () => {
  test.each([
    [
      'over both limits',
      said(1_500, 975),
      [
        'La part patronale, part CSE comprise (9,75 €), dépasse 60 % de la valeur faciale (15,00 €). Soumis à cotisations : 2,43 € par titre.',
        "La part patronale, part CSE comprise (9,75 €), dépasse le plafond d'exonération (7,32 €). Soumis à cotisations : 2,43 € par titre.",
      ],
    ],
    [
      'under the least share',
      said(900, 449),
      [
        'La part patronale, part CSE comprise (4,49 €), est inférieure à 50 % de la valeur faciale (9,00 €) : elle est soumise à cotisations en entier.',
      ],
    ],
    [
      'more than the face value',
      said(1_000, 900, 105),
      [
        "La part patronale (9,00 €) et la part CSE (1,05 €) dépassent ensemble la valeur faciale (10,00 €). Corrigez l'une des trois.",
      ],
    ],
    [
      'below zero',
      said(1_000, -5),
      [
        'La valeur faciale (10,00 €) doit être positive, la part patronale (-0,05 €) et la part CSE (0,00 €) positives ou nulles.',
      ],
    ],
    [
      'before the table of caps',
      said(1_000, 500, 0, '2018-12'),
      [
        "Le plafond d'exonération des titres-restaurant au 01/12/2018 n'est pas connu : les montants ne sont pas calculés. Choisissez un mois plus récent.",
      ],
    ],
  ])('%s', (_title, sentences, expected) => {
    expect(sentences).toEqual(expected);
  });

  test('a legal value applied after its last check', () => {
    const row = { from: plainDate('2026-01-01'), value: 1, checkedOn: plainDate('2026-11-21') };
    const source = { title: 'Plafond (CGI, art. 81, 19°)', url: 'https://example.org' };
    const [finding] = valueOn([{ ...row, source }], plainDate('2027-01-01'))?.findings ?? [];
    expect(finding && amountSentences[finding.code]?.(finding.facts)).toBe(
      "Plafond (CGI, art. 81, 19°) : valeur vérifiée le 21/11/2026 et appliquée au 01/01/2027. Vérifiez qu'elle n'a pas changé depuis.",
    );
  });
});

test('amounts and rates as one reads them in French', () => {
  expect([0, 5, -5, 732, 123_456_789].map(euros)).toEqual([
    '0,00\u00a0€',
    '0,05\u00a0€',
    '-0,05\u00a0€',
    '7,32\u00a0€',
    '1\u202f234\u202f567,89\u00a0€',
  ]);
  expect([6_000, 6_250, 5_525].map(percent)).toEqual(['60\u00a0%', '62,5\u00a0%', '55,25\u00a0%']);
});
