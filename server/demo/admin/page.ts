import { escapeHtml } from './escapeHtml.ts';
import type { Entitlement } from '../company/entitlement.ts';
import type { Done } from '../changes/journal.ts';
import type { Company } from '../company/model.ts';

export interface Button {
  readonly action: string;
  readonly label: string;
  readonly hint: string;
}

/** What the page offers; each button makes the change of that kind with the account's own choice of person. */
export const BUTTONS: readonly Button[] = [
  { action: 'hire', label: 'Embaucher', hint: 'Une personne arrive à Lyon le 20 du mois.' },
  { action: 'address', label: 'Changer une adresse', hint: 'Une personne déménage.' },
  { action: 'iban', label: 'Changer un IBAN', hint: 'Une personne change de banque.' },
  { action: 'correctNir', label: 'Corriger un NIR', hint: 'Une clé fausse devient juste.' },
  { action: 'unreadable', label: 'Saisir une valeur illisible', hint: 'Un nombre d’enfants devient « 2,5 ».' },
  { action: 'addLeave', label: 'Ajouter un congé', hint: 'Un jour de congé payé, approuvé, dans le mois.' },
  { action: 'cancelLeave', label: 'Annuler un congé', hint: 'Un congé approuvé du mois est annulé.' },
  {
    action: 'addExpense',
    label: 'Ajouter une note de frais',
    hint: 'Un déjeuner du mois, note approuvée et contrôlée.',
  },
  { action: 'moveMeal', label: 'Déplacer un repas', hint: 'Un repas du mois a été pris une semaine plus tôt.' },
  {
    action: 'remove',
    label: 'Retirer une personne',
    hint: 'Une personne disparaît du compte avec ses congés et ses frais.',
  },
];

export const PAGE_STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { background: Canvas; color: CanvasText; margin: 0 auto; max-width: 46rem; padding: 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .25rem; } h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.lead { margin: 0 0 1.5rem; }
[role=status] { border-left: .25rem solid #0f6cbd; padding: .5rem .75rem; margin: 1rem 0; background: color-mix(in srgb, #0f6cbd 10%, Canvas); }
ul.actions { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); }
button { font: inherit; width: 100%; padding: .6rem .75rem; border-radius: .35rem; border: 1px solid #0f6cbd; background: #0f6cbd; color: #fff; cursor: pointer; }
button:hover { background: #115ea3; } button:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
.hint { display: block; font-size: .85rem; margin-top: .25rem; }
ol.done { padding-left: 1.5rem; } time { font-variant-numeric: tabular-nums; opacity: .8; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; } dd { margin: 0; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; }
ul.mails { padding-left: 1.25rem; } ul.mails li { margin: .35rem 0; }
iframe.mail { width: 100%; height: 28rem; border: 1px solid color-mix(in srgb, CanvasText 30%, Canvas); border-radius: .35rem; background: #fff; }
pre.mail { white-space: pre-wrap; overflow-wrap: anywhere; }
`;

export interface PageFacts {
  readonly company: Company;
  readonly history: readonly Done[];
  readonly entitlements: readonly Entitlement[];
  readonly apiKey: string;
  /** Said at the top: what the last button did, or why it could not. */
  readonly notice: string | undefined;
}

/** The page of the fictional account: works without script, without outside resource, with the keyboard alone. */
export function renderPage({ company, history, entitlements, apiKey, notice }: PageFacts): string {
  const status = notice === undefined ? 'Rien n’a encore été changé depuis cette page.' : notice;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Compte Lucca fictif</title>
<link rel="stylesheet" href="/demo/page.css">
</head>
<body>
<main>
<h1>Compte Lucca fictif</h1>
<p class="lead">« Atelier Lumière » n’existe pas : changez quelque chose ici, puis actualisez dans Passerelle pour le voir arriver.</p>
<p role="status">${escapeHtml(status)}</p>
<h2>Changer quelque chose</h2>
<ul class="actions">
${BUTTONS.map(renderButton).join('\n')}
</ul>
<h2>Ce qui a été fait</h2>
${renderHistory(history)}
<h2>Compteurs crédités</h2>
${renderEntitlements(company, entitlements)}
<h2>Courrier</h2>
<p><a href="/demo/mailbox/">Boîte aux lettres d’essai</a></p>
<h2>Le compte</h2>
<dl>
<dt>Compte</dt><dd><code>demo</code></dd>
<dt>Clé d’API</dt><dd><code>${escapeHtml(apiKey)}</code></dd>
<dt>Mois de référence</dt><dd>${escapeHtml(company.referenceMonth.slice(5))}/${escapeHtml(company.referenceMonth.slice(0, 4))}</dd>
<dt>Personnes</dt><dd>${String(company.people.size)}</dd>
<dt>Établissements</dt><dd>${escapeHtml(company.establishments.map(({ name }) => name).join(', '))}</dd>
</dl>
</main>
</body>
</html>
`;
}

function renderButton({ action, label, hint }: Button): string {
  return `<li><form method="post" action="/demo/actions/${action}"><button aria-describedby="hint-${action}">${label}</button><span class="hint" id="hint-${action}">${hint}</span></form></li>`;
}

function renderHistory(history: readonly Done[]): string {
  if (history.length === 0) return '<p>Aucun changement pour l’instant.</p>';
  const lines = history
    .slice(-50)
    .reverse()
    .map(({ at, label }) => {
      const [day = '', time = ''] = at.split('T');
      return `<li><time datetime="${escapeHtml(at)}">${escapeHtml(`${day.slice(8)}/${day.slice(5, 7)} ${time.slice(0, 5)}`)}</time> — ${escapeHtml(label)}</li>`;
    });
  return `<ol class="done" reversed>\n${lines.join('\n')}\n</ol>`;
}

/** What imports credited, the last first. */
function renderEntitlements({ people, accounts }: Company, entitlements: readonly Entitlement[]): string {
  if (entitlements.length === 0) return '<p>Aucun crédit pour l’instant.</p>';
  const lines = entitlements
    .slice(-50)
    .reverse()
    .map(({ personId, accountId, amount, description }) => {
      const person = people.get(personId);
      const account = accounts.find(({ id }) => id === accountId);
      const name = `${person?.lastName ?? ''} ${person?.firstName ?? ''}`.trim();
      const figure = String(amount).replace('.', ',');
      return `<li>${escapeHtml(`${name} : ${figure}, ${account?.name ?? ''} — ${description}`)}</li>`;
    });
  return `<ol class="done" reversed>\n${lines.join('\n')}\n</ol>`;
}
