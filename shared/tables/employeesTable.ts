import { employeeFields, type EmployeeField } from '../domain/people/employeeFields.ts';
import { hiddenColumn, type ColumnDeclaration, type TableDeclaration } from './declaration.ts';

const widths: Readonly<Partial<Record<EmployeeField['kind'], number>>> = {
  date: 12,
  integer: 10,
  boolean: 10,
  identifier: 18,
};

function columnOf(field: EmployeeField): ColumnDeclaration {
  const { key, heading, kind, note, sensitivity } = field;
  const choices = kind === 'boolean' ? { choices: ['oui', 'non'] } : {};
  return {
    key,
    heading,
    kind,
    note,
    sensitivity,
    required: key === 'luccaId',
    width: key === 'iban' ? 36 : (widths[kind] ?? 20),
    ...choices,
  };
}

/** How the situation of a person is written in the table. */
export const situationLabels = {
  present: 'présent',
  future: 'à venir',
  former: 'sorti',
  unknown: 'contrat inconnu',
  gone: 'absent de Lucca',
} as const;

const situation: ColumnDeclaration = {
  key: 'situation',
  heading: 'Situation',
  kind: 'choice',
  note: "Présent, à venir ou sorti au jour des données. « absent de Lucca » : la personne n'est plus dans Lucca, mettez fin à son contrat dans la paie.",
  required: false,
  sensitivity: 'open',
  choices: Object.values(situationLabels),
  width: 16,
};

const missing: ColumnDeclaration = {
  key: 'missing',
  heading: 'À compléter dans Lucca',
  kind: 'text',
  note: 'Informations nécessaires à la paie et vides dans Lucca. Elles arrivent à la mise à jour qui suit leur saisie.',
  required: false,
  sensitivity: 'open',
  width: 30,
};

/** « Salariés »: one row per person of Lucca that payroll has accepted, keyed by Lucca's identifier. */
export const employeesTable: TableDeclaration = {
  name: 'Passerelle_Salaries',
  title: 'Salariés',
  description:
    'Une ligne par personne reçue de Lucca et acceptée par la paie. Vos colonnes, formules, tris et filtres sont conservés.',
  visibility: 'visible',
  key: 'luccaId',
  columns: [...employeeFields.slice(0, 9).map(columnOf), situation, missing, ...employeeFields.slice(9).map(columnOf)],
};

/** What was last accepted from Lucca, as canonical text: the base of the three-way comparison of « Salariés ». */
export const employeesBaseTable: TableDeclaration = {
  name: 'Passerelle_Base_Salaries',
  title: '_base_salaries',
  description: 'Dernières valeurs de Lucca acceptées, pour distinguer ce que Lucca change de ce que la paie change.',
  visibility: 'veryHidden',
  key: 'luccaId',
  memoryOf: employeesTable.name,
  columns: employeesTable.columns.map((each) => hiddenColumn(each.key)),
};
