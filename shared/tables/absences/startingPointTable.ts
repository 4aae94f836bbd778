import { payrollTargetKeys, payrollTargets } from '../../domain/absences/targets/targets.ts';
import type { TableDeclaration } from '../declaration.ts';
import { periodTopics } from '../periodsTable.ts';
import { sheetColumn as column } from '../sheetColumn.ts';

/** Payroll software of a firm that has neither of those that Passerelle knows. */
export const OTHER_TARGET = 'autre';

/** « Reprise »: from when Passerelle handles a topic. What is earlier is « déjà en paie ». */
export const startingPointTable: TableDeclaration = {
  name: 'Passerelle_Reprise',
  title: 'Reprise',
  description:
    'À partir de quand les absences sont transmises d’ici. Les absences d’avant sont déjà en paie : elles ne sont jamais proposées.',
  visibility: 'visible',
  key: 'topic',
  columns: [
    column('topic', 'Sujet', 'choice', 18, 'absences.', { required: true, choices: [periodTopics.absences] }),
    column('month', 'Premier mois', 'identifier', 14, 'Premier mois de paie préparé ici, par exemple 2026-10.', {
      required: true,
    }),
    column(
      'from',
      'À partir du',
      'date',
      14,
      'Premier jour transmis. Vide : le premier du mois. Le 21 du mois d’avant fait des périodes du 21 au 20.',
    ),
    column('target', 'Logiciel de paie', 'choice', 18, 'Qui reçoit les absences. Vide : PayFit.', {
      choices: [...payrollTargetKeys.map((key) => payrollTargets[key].name), OTHER_TARGET],
    }),
  ],
};
