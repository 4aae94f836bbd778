/** A table part: its columns with their ids, its filters, its look. */
import { addressOf, bottomOf } from '../../host/model/area.ts';
import type { FilterCriteria, Table } from '../../host/index.ts';
import { MAIN } from './parts.ts';
import { stored, tag } from './xml.ts';

/** `id` is unique in the file. Filters other than a choice of values are not written: `lost` is told. */
export function tableXml(table: Table, id: number, lost: (what: string) => void): string {
  const { name, area, columnIds, style, showBandedRows, hasTotals, showFilterButton, filters } = table;
  const ref = addressOf(area);
  const filtered = addressOf({ ...area, height: bottomOf(table.bodyArea) - area.top });
  const columns = table.headings().map((heading, index) => {
    const totalsRowLabel = hasTotals && index === 0 ? labelOf(table) : undefined;
    return `<tableColumn id="${columnIds[index] ?? index + 1}" name="${stored(heading)}"${totalsRowLabel === undefined ? '' : ` totalsRowLabel="${stored(totalsRowLabel)}"`}/>`;
  });
  const criteria = [...filters]
    .map(([column, each]): [number, FilterCriteria] => [columnIds.indexOf(column), each])
    .sort(([a], [b]) => a - b)
    .map(([colId, each]) => tag('filterColumn', { colId }, valuesXml(each, lost)));
  const totals = hasTotals ? { totalsRowCount: 1 } : { totalsRowShown: 0 };
  return tag(
    'table',
    { xmlns: MAIN, id, name, displayName: name, ref, ...totals },
    showFilterButton || filters.size > 0 ? tag('autoFilter', { ref: filtered }, ...criteria) : '',
    tag('tableColumns', { count: columns.length }, ...columns),
    style === ''
      ? ''
      : tag('tableStyleInfo', {
          name: style,
          showFirstColumn: 0,
          showLastColumn: 0,
          showRowStripes: showBandedRows,
          showColumnStripes: 0,
        }),
  );
}

function labelOf({ sheet, area }: Table): string | undefined {
  const value = sheet.cells.value(bottomOf(area) - 1, area.left);
  return typeof value === 'string' ? value : undefined;
}

function valuesXml({ filterOn, values }: FilterCriteria, lost: (what: string) => void): string {
  if (filterOn !== 'Values' || !values) {
    lost('les filtres autres qu’un choix de valeurs');
    return '';
  }
  const blank = values.includes('') || undefined;
  return tag('filters', { blank }, ...values.filter((value) => value !== '').map((val) => tag('filter', { val })));
}
