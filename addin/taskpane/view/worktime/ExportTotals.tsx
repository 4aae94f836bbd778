import type { ReactElement } from 'react';
import { Text } from '@fluentui/react-components';
import type { PreparedLine } from '../../../../shared/flows/worktime/preparedLines.ts';
import * as text from '../../../../shared/messages/fr/worktime/exportsPane.ts';
import { hundredthsText } from '../../../../shared/messages/fr/worktime/resultPane.ts';
import { destinationLabels } from '../../../../shared/tables/worktime/timeExportsTable.ts';
import { exportTotals } from '../../model/worktime/exportTotals.ts';
import { useFigures } from './useFigures.ts';

/** What an export hands over, account after account; lines that payroll refused are left out of the hours. */
export function ExportTotals({ lines }: { readonly lines: readonly PreparedLine[] }): ReactElement {
  const figures = useFigures();
  const [account, to, count, hours] = text.totalsHeadings;
  return (
    <>
      <table className={figures.table}>
        <caption className={figures.caption}>{text.totalsCaption}</caption>
        <thead>
          <tr>
            {[account, to].map((heading) => (
              <th key={heading} scope="col" className={figures.name}>
                {heading}
              </th>
            ))}
            {[count, hours].map((heading) => (
              <th key={heading} scope="col" className={figures.figure}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exportTotals(lines).map((total) => (
            <tr key={`${total.account} ${total.destination} ${total.payrollCode}`}>
              <th scope="row" className={figures.name}>
                {total.account}
              </th>
              <td className={figures.name}>
                {[destinationLabels[total.destination], total.payrollCode].filter((part) => part !== '').join(' ')}
              </td>
              <td className={figures.figure}>{total.lines}</td>
              <td className={figures.figure}>{hundredthsText(total.hundredths)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size={200}>{text.exportSummary(lines.length, lines.filter(({ isTaken }) => !isTaken).length)}</Text>
    </>
  );
}
