/** « Copier les informations »: what the support of payroll asks, in the words of the sheet; what is not known is left out. */
import { expect, test } from '@jest/globals';
import { plainDate } from '../../../../shared/domain/calendar/plainDate.ts';
import type { SupportEntry } from '../../../../shared/flows/absences/stoppages/readStoppages.ts';
import { supportText } from '../../../../shared/messages/fr/absences/stoppagesPane.ts';

const entry: SupportEntry = {
  key: 'K',
  employeeId: '4',
  name: 'LEFÈVRE Sophie',
  employeeNumber: '00004',
  establishment: 'Lyon',
  remark: '',
  place: { table: 'Passerelle_Absences_Support' },
  state: 'waiting',
  held: 'du 13/10/2026 au 16/10/2026, maladie',
  now: 'supprimé',
  months: 'octobre 2026',
  sentAt: '',
  dossier: 'D1',
  reason: '01',
  lastWorked: plainDate('2026-10-12'),
  firstWorked: null,
  knownOn: plainDate('2026-10-14'),
  leaveId: '8012',
};

test('who, what payroll holds and should hold, the months, the reason for the DSN, the days worked around', () => {
  expect(supportText(entry).replaceAll('\u00a0', ' ').split('\n')).toEqual([
    'Salarié : LEFÈVRE Sophie',
    'Matricule : 00004',
    'Établissement : Lyon',
    'Dossier de paie : D1',
    'Dans la paie : du 13/10/2026 au 16/10/2026, maladie',
    'À corriger en : supprimé',
    'Mois clos : octobre 2026',
    'Motif DSN (S21.G00.60.001) : 01',
    'Dernier jour travaillé : 12/10/2026',
    'Connu le : 14/10/2026',
    'Demande dans Lucca : 8012',
  ]);
});
