/** In French, a guillemet or a colon never begins a line: the space before them does not break. */
import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { fileText, repositoryFiles } from '../support/repository.ts';

const PIECES: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.NoSubstitutionTemplateLiteral,
  ts.SyntaxKind.TemplateHead,
  ts.SyntaxKind.TemplateMiddle,
  ts.SyntaxKind.TemplateTail,
]);
const BREAKING = /« | »|(?<=[\p{L}\p{N}»)}]) [:;?!](?=\s|$|['"`]$|\$\{$)/u;

/** Pieces of sentences of a file whose space may break, as they stand. */
function breaking(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (PIECES.has(node.kind) && BREAKING.test(node.getText())) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('sentences.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

test('sentences hold no-break spaces where French wants them', () => {
  const files = repositoryFiles().filter((path) => path.startsWith('shared/messages/') && path.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((path) => breaking(fileText(path)).map((piece) => `${path}: ${piece}`));
  expect(found).toEqual([]);
});

test('a breaking space is seen, a no-break one is not', () => {
  expect(breaking("const a = 'Ouvrez « Salariés ».'; const b = `Reste : ${a}`;")).toEqual([
    "'Ouvrez « Salariés ».'",
    '`Reste : ${',
  ]);
  expect(breaking("const a = 'Ouvrez «\u00a0Salariés\u00a0».'; const b = a ? 1 : 2;")).toEqual([]);
});
