/** Who a stoppage is about, as « Salariés » and « Établissements » say it. */
import { blank, displayed, textCell } from '../../../domain/review/cell.ts';
import type { RowCells } from '../../../domain/review/plan.ts';
import { employeesTable } from '../../../tables/employeesTable.ts';
import { establishmentsTable } from '../../../tables/establishmentsTable.ts';
import { establishmentNamed, readEstablishments } from '../../../tables/readEstablishments.ts';
import type { BookSnapshot } from '../../book.ts';
import { rowsOf } from '../../bookState.ts';

const told = ['employeeNumber', 'lastName', 'firstName', 'establishment'] as const;

export interface PersonCells {
  /** Name, matricule, establishment and identifier; the identifier alone of somebody whom « Salariés » does not have. */
  readonly of: (employeeId: string) => RowCells;
  /** « Dossier de paie » of the establishment; '' where nobody typed it. */
  readonly dossierOf: (employeeId: string) => string;
}

export function personCells(snapshot: BookSnapshot): PersonCells {
  const rows = new Map(rowsOf(snapshot, employeesTable.name).map((row) => [row.key, row]));
  const establishments = readEstablishments(snapshot[establishmentsTable.name]).value;
  const cellOf = (id: string, key: string) => rows.get(id)?.cells[key] ?? blank;
  return {
    of: (id) => {
      const known = rows.has(id) ? told.map((key) => [key, cellOf(id, key)] as const) : [];
      return { ...Object.fromEntries(known), luccaId: textCell(id) };
    },
    dossierOf: (id) => {
      const place = establishmentNamed(establishments, displayed(cellOf(id, 'establishment')));
      return place?.codes.payrollDossier ?? '';
    },
  };
}
