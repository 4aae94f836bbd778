/** The words of a mail, laid out as plain text and as a simple page: no picture, no script, nothing fetched. */
import type { MailWords } from '../../shared/flows/eveningMail.ts';
import type { Mail } from './mail.ts';

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}

function textOf({ lead, sections, close }: MailWords): string {
  const blocks = [
    lead.join('\n'),
    ...sections.map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n')),
    close.join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

const BODY = 'margin:0;padding:16px;font:15px/1.5 system-ui,sans-serif;color:#242424;background:#ffffff';
const TITLE = 'margin:20px 0 4px;font-size:17px';

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p style="margin:0 0 8px">${escaped(line)}</p>`).join('\n');
}

function htmlOf({ subject, lead, sections, close }: MailWords): string {
  const parts = sections.map(({ title, lines }) => {
    const items = lines.map((line) => `<li>${escaped(line)}</li>`).join('\n');
    return `<h2 style="${TITLE}">${escaped(title)}</h2>\n<ul style="margin:0;padding-left:20px">\n${items}\n</ul>`;
  });
  const end = close.length === 0 ? [] : [`<div style="margin-top:20px">${paragraphs(close)}</div>`];
  const body = [paragraphs(lead), ...parts, ...end].join('\n');
  return `<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>\n<body style="${BODY}">\n${body}\n</body></html>\n`;
}

export function laidOut(words: MailWords, to: readonly string[]): Mail {
  return { to, subject: words.subject, text: textOf(words), html: htmlOf(words) };
}
