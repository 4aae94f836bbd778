import type { ReactElement } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { sameText } from '../../../model/people/matching/sameText.ts';
import { isBlank } from '../../../../../shared/domain/review/cell.ts';
import type { RowCells } from '../../../../../shared/domain/review/plan.ts';
import type { Sensitivity } from '../../../../../shared/domain/people/employeeFields.ts';
import { shownValue } from '../../../../../shared/flows/entryText.ts';
import * as text from '../../../../../shared/messages/fr/employees/matchingPane.ts';
import { column } from '../../../../../shared/tables/declaration.ts';
import { employeesTable } from '../../../../../shared/tables/employeesTable.ts';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: {
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: '2px 4px 2px 0',
    overflowWrap: 'anywhere',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  term: { color: tokens.colorNeutralForeground2 },
});

/** Who somebody is, in the order in which a person makes sure of it. */
const compared = [
  'lastName',
  'firstName',
  'birthName',
  'birthDate',
  'nir',
  'employeeNumber',
  'establishment',
  'workEmail',
  'personalEmail',
  'workPhone',
  'personalPhone',
  'city',
  'contractStart',
  'contractEnd',
] as const;

interface BothSidesProps {
  readonly lucca: RowCells;
  readonly payroll: RowCells;
  readonly upTo: Sensitivity;
}

/** Lucca and payroll side by side; a sign says where both are the same. */
export function BothSides({ lucca, payroll, upTo }: BothSidesProps): ReactElement {
  const styles = useStyles();
  const shown = compared.filter((key) => [lucca, payroll].some((cells) => !isBlank(cells[key] ?? { blank: true })));
  const value = (cells: RowCells, key: string) =>
    shownValue(employeesTable.name, key, cells[key] ?? { blank: true }, upTo);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {[text.fieldHeading, text.luccaHeading, text.payrollHeading].map((heading) => (
            <th key={heading} scope="col" className={styles.cell}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((key) => (
          <tr key={key}>
            <th scope="row" className={`${styles.cell} ${styles.term}`}>
              {column(employeesTable, key).heading}
            </th>
            <td className={styles.cell}>{value(lucca, key)}</td>
            <td className={styles.cell}>
              {value(payroll, key)}
              {sameText(key, lucca, payroll) ? ' =' : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
