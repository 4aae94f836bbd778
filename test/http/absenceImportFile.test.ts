/** A file of an import of absences as a workbook, asked of the service by the pane. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { FileRequest } from '../../shared/contracts/fileSchemas.ts';
import { plainDate, plainMonth } from '../../shared/domain/calendar/plainDate.ts';
import { transferSheets } from '../../shared/flows/absences/transferSheets.ts';
import { line } from '../domain/absences/files/fileLines.ts';
import { seen } from '../book/reading.ts';
import { hucrePerson } from '../xlsx/hucrePerson.ts';
import { makeFolder, value, withService } from './testService.ts';

type Asked = Extract<FileRequest, { kind: 'absenceImport' }>;

function asked(more: Partial<Asked['sent']> = {}): Asked {
  const held = { number: 'A3', month: plainMonth('2026-10'), state: 'prepared', refused: 0, deletionsLeft: 0 } as const;
  const sent = {
    ...held,
    kind: 'controle' as const,
    lines: [line('2026-10-05M 2026-10-05A')],
    on: plainDate('2026-10-26'),
    ...more,
  };
  const [sheet] = transferSheets(sent, 'controle').sheets;
  return { kind: 'absenceImport', name: sheet?.name ?? '', sent };
}

test('one file of the import comes back as a workbook, its codes as text and its days as figures', async () => {
  await withService(async ({ origin, api }) => {
    const { path } = value(await api.file(asked()));
    const reply = await fetch(`${origin}${path}`);
    expect(reply.headers.get('content-type')).toContain('spreadsheetml');
    const saved = join(await makeFolder(), 'a3.xlsx');
    writeFileSync(saved, Buffer.from(await reply.arrayBuffer()));
    const { headings, rows } = await seen(hucrePerson(saved), 'Passerelle_Fichier_Controle');
    const under = (heading: string) => rows.map((cells) => cells[headings.indexOf(heading)]?.value);
    expect([under('Matricule'), under('Jours'), under('Code paie')]).toEqual([['00042'], [1], ['CP']]);
  });
});

test('a file that the import does not have is refused, and so is a line that says more than it should', async () => {
  await withService(async ({ api, logged }) => {
    const other = await api.file({ ...asked(), name: 'autre.xlsx' });
    expect(other).toMatchObject({ ok: false, error: { code: 'refused', problem: { code: 'importFileUnknown' } } });
    const more = { ...line('2026-10-05M'), iban: 'FR76' };
    expect(await api.file(asked({ lines: [more] }))).toMatchObject({
      ok: false,
      error: { problem: { status: 400 } },
    });
    expect(logged()).not.toContain('LEFÈVRE');
  });
});
