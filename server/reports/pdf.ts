/** Documents printed as PDF. Fonts are those of the package; nothing else is read, and nothing is fetched. */
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type pdfmakeOfNode from 'pdfmake';

export type PdfDocument = Parameters<(typeof pdfmakeOfNode)['createPdf']>[0];

const FONTS = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
const font = (style: string) => join(FONTS, `Roboto-${style}.ttf`);

/** The bytes of a document. `at`: its date of making, so that the same document is the same bytes. */
export async function pdfBytes(document: PdfDocument, at: Date): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS + sep));
  pdfmake.setFonts({ Roboto: { normal: font('Regular'), bold: font('Medium') } });
  const made = pdfmake.createPdf({ ...document, info: { ...document.info, creationDate: at } });
  return new Uint8Array(await made.getBuffer());
}
