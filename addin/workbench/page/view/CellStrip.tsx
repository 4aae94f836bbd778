/** Under the grid: what Excel would show beside the selected cell, and what only Excel draws. */
import type { ReactElement } from 'react';
import { Badge, Label, Select, useId } from '@fluentui/react-components';
import { cellFacts } from '../cellFacts.ts';
import { strip } from '../messages.ts';
import { useDesk } from './deskContext.ts';

export function CellStrip(): ReactElement {
  const desk = useDesk();
  const { host, grid } = desk.open;
  const { address, note, list, held, charts, table } = cellFacts(host.workbook);
  const listId = useId('list');
  const choose = (value: string): void => {
    const { top, left } = host.workbook.activeSheet.selection;
    grid.edits.type(host.workbook.activeSheet, top, left, value);
    desk.tell();
  };
  return (
    <footer className="wb-strip" aria-label={strip.name}>
      <div className="wb-strip-cell" aria-live="polite">
        <Badge appearance="tint" color="informative">
          {address}
        </Badge>
        {table && (
          <span className="wb-strip-fact">
            <b>{strip.table}</b> {table.name}
            {table.isFiltered && ` (${strip.filtered})`}
          </span>
        )}
        {list.length > 0 && (
          <span className="wb-strip-fact">
            <Label size="small" htmlFor={listId} weight="semibold">
              {strip.list}
            </Label>
            <Select
              id={listId}
              size="small"
              value={list.includes(held) ? held : ''}
              onChange={(_, { value }) => choose(value)}
            >
              {!list.includes(held) && <option value="">{held || strip.listHint}</option>}
              {list.map((item) => (
                <option key={item}>{item}</option>
              ))}
            </Select>
          </span>
        )}
        {note && (
          <span className="wb-strip-fact wb-strip-note" title={note.message}>
            <b>{note.title || strip.note}</b> {note.message}
          </span>
        )}
        {!table && list.length === 0 && !note && <span className="wb-strip-nothing">{strip.nothing}</span>}
      </div>
      <p className="wb-strip-excel">
        {charts.length > 0 && <b>{strip.charts(charts)} </b>}
        {strip.onlyExcel}
      </p>
    </footer>
  );
}
