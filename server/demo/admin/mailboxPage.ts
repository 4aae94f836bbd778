import type { KeptMail } from './mailbox.ts';
import { escapeHtml } from './escapeHtml.ts';

function shell(title: string, main: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" href="/demo/page.css">
</head>
<body>
<main>
${main}
</main>
</body>
</html>
`;
}

const CLOCK = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris' });

function received(at: string): string {
  return `<time datetime="${escapeHtml(at)}">${escapeHtml(CLOCK.format(new Date(at)))}</time>`;
}

/** What came, the latest first. */
export function renderMailbox(mails: readonly KeptMail[]): string {
  const lines = mails.map(
    ({ number, at, subject }) =>
      `<li>${received(at)} — <a href="/demo/mailbox/${String(number)}">${escapeHtml(subject)}</a></li>`,
  );
  const list =
    lines.length === 0
      ? '<p>Aucun message pour l’instant : Passerelle écrit après la première lecture, puis chaque soir où Lucca a changé.</p>'
      : `<ul class="mails">\n${lines.join('\n')}\n</ul>`;
  return shell(
    'Boîte aux lettres d’essai',
    `<h1>Boîte aux lettres d’essai</h1>
<p class="lead">Sans serveur de courrier, les messages de Passerelle arrivent ici et ne quittent pas cet ordinateur. <a href="/demo/">Compte Lucca fictif</a></p>
${list}`,
  );
}

/** One mail: who, what, as a page and as plain text. */
export function renderMail({ number, at, subject, to, text }: KeptMail): string {
  return shell(
    subject,
    `<h1>${escapeHtml(subject)}</h1>
<p class="lead">${received(at)} — à ${escapeHtml(to.join(', '))}. <a href="/demo/mailbox/">Tous les messages</a></p>
<iframe class="mail" title="Message mis en page" src="/demo/mailbox/${String(number)}/page"></iframe>
<h2>Le même en texte seul</h2>
<pre class="mail">${escapeHtml(text)}</pre>`,
  );
}
