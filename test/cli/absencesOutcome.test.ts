/** Why an import of absences is not prepared, confirmed nor closed: sentence, code and exit. */
import { expect, test } from '@jest/globals';
import { boardOutcome, monthStepOutcome, stepOutcome } from '../../server/cli/absencesOutcome.ts';
import { plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import type { CloseError } from '../../shared/flows/absences/transfer/closeAbsences.ts';
import type { LaterRefusal, TransferError } from '../../shared/flows/absences/transfer/heldTransfer.ts';

const OCTOBER = plainMonth('2026-10');
const closed = (code: string) => ({ code, open: false }) as TransferError;
const later = (code: LaterRefusal): TransferError => ({
  code,
  open: false,
  later: { number: 'A2', month: OCTOBER, from: null, to: null, state: 'abandoned' },
});
const cut = { code: 'absenceRegisterCut', severity: 'error', facts: { line: 3 } } as const;

test.each<[TransferError, string, string]>([
  [later('laterDone'), 'attention', 'cochées dans l’import A2, abandonné'],
  [later('stoodOn'), 'attention', 'Une ligne des mêmes demi-journées est cochée dans l’import A2'],
  [closed('deletionsLeft'), 'attention', '--done all'],
  [closed('notLast'), 'attention', 'plus récent'],
  [closed('closed'), 'attention', 'rouvrez-le'],
  [closed('preparedLeft'), 'attention', 'confirmez-le ou abandonnez-le'],
  [closed('nothingClosed'), 'attention', 'rien à rouvrir'],
  [closed('silent'), 'attention', '--force'],
  [
    { code: 'taken', open: false, detail: 'Confirmé ailleurs le 23/10/2026.' },
    'attention',
    'Confirmé ailleurs le 23/10/2026. Continuez',
  ],
  [closed('unknown'), 'usage', 'pas d’import A7'],
  [{ code: 'unsound', open: false, findings: [cut] }, 'workbook', 'Des lignes manquent à la fin du registre'],
  [{ code: 'pending', open: true }, 'attention', 'passerelle resume'],
  [
    { code: 'book', open: false, error: { code: 'readOnly', facts: { reason: 'marked' } } },
    'workbook',
    'copie modifiable',
  ],
])('%j', (error, exit, sentence) => {
  const { lines, ...told } = stepOutcome(error, 'A7');
  expect(told.exit).toBe(exit);
  expect(lines.join('\n')).toContain(sentence);
});

test.each<[number, number, string]>([
  [2, 0, '2 lignes à supprimer dans la paie'],
  [0, 1, '1 ligne à importer'],
  [1, 3, '1 ligne à supprimer d’abord dans la paie, puis 3 à importer'],
])('a month with %d to delete and %d to import is closed only when a person insists', (deletions, imports, what) => {
  const { exit, lines, facts } = monthStepOutcome({ code: 'left', deletions, imports, waiting: 0 }, OCTOBER);
  expect([exit, facts]).toEqual(['attention', { code: 'left', month: OCTOBER, deletions, imports, waiting: 0 }]);
  expect(lines).toEqual([
    expect.stringMatching(`${what}\\. Si vous clôturez quand même, ce sera proposé en novembre 2026`),
    expect.stringContaining('--force'),
  ]);
});

test.each<[CloseError, string, string]>([
  [{ code: 'notRead', months: [OCTOBER] }, 'service', 'octobre 2026'],
  [{ code: 'step', error: closed('preparedLeft') }, 'attention', 'confirmez-le ou abandonnez-le'],
  [{ code: 'pending' }, 'attention', 'passerelle resume'],
  [{ code: 'unsound', findings: [cut] }, 'workbook', 'Des lignes manquent à la fin du registre'],
])('a month that is neither prepared nor closed: %j', (error, exit, sentence) => {
  const told = monthStepOutcome(error, OCTOBER);
  expect([told.exit, told.lines.join('\n')]).toEqual([exit, expect.stringContaining(sentence)]);
});

test('a register that cannot be trusted is told instead of where absences stand', () => {
  const { exit, facts } = boardOutcome({ code: 'unsound', findings: [cut] });
  expect([exit, facts['code']]).toEqual(['workbook', 'unsound']);
});
