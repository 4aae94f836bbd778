/** Reads what spreadsheets put on the clipboard: tabs, lines, quotes where a cell holds one of them. All lines as long. */
export function tabSeparated(text: string): string[][] {
  const lines: string[][] = [[]];
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y;
  let at = 0;
  while (at <= text.length) {
    cell.lastIndex = at;
    const [found = '', quoted] = cell.exec(text) ?? [];
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? found);
    at += found.length;
    const end = /\r?\n|\t/y;
    end.lastIndex = at;
    const separator = end.exec(text)?.[0];
    if (separator === undefined) break;
    at += separator.length;
    if (separator !== '\t' && at < text.length) lines.push([]);
    else if (separator !== '\t') break;
  }
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => [...line, ...new Array<string>(width - line.length).fill('')]);
}
