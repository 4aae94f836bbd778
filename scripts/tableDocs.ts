/** `npm run tables` writes docs/tables.fr.md, the page that says what each table of the workbook holds, from the declarations. */
import { writeFileSync } from 'node:fs';
import { TABLE_PAGE, tableDocs } from './tables/page.ts';

writeFileSync(TABLE_PAGE, await tableDocs());
console.log(`Écrit : ${TABLE_PAGE}`);
