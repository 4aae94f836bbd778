/**
 * What the name of a leave account makes one think of. A proposal is confirmed by a person, so a name that fits two things gets none; and
 * « hors paie » is never proposed: what it names would disappear from payroll without a word.
 */
import { foldedName } from '../people/mapping/customField.ts';
import type { AbsenceCategory, StoppageKind } from './treatment.ts';

export type ProposedBinding =
  | { readonly is: 'transferred'; readonly category: AbsenceCategory }
  | { readonly is: 'stoppage'; readonly kind: StoppageKind };

interface Hint {
  readonly means: ProposedBinding;
  readonly words: RegExp;
  /** What the same words mean elsewhere. */
  readonly unless?: RegExp;
}

const transferred = (category: AbsenceCategory): ProposedBinding => ({ is: 'transferred', category });
const stoppage = (kind: StoppageKind): ProposedBinding => ({ is: 'stoppage', kind });

/** « Maladie enfant » is no sickness of the person's own; a mourning or a leave for a child is not one either. */
const SICK_CHILD = /\benfants? malades?\b|\bmaladies? ((d'un |d'|de l'|des |pour )?enfants?)\b/;
const OCCUPATIONAL = /\bmaladies? pro(f(essionnelles?)?)?\b/;
const THERAPEUTIC = /\btherapeutique\b|\btpt\b/;

/** On names without accents, in lower case. */
const hints: readonly Hint[] = [
  { means: transferred('paidLeave'), words: /\bconges? (payes?|annuels?)\b|^cp\b/, unless: /\bsans solde\b/ },
  { means: transferred('rtt'), words: /\bj?rtt\b/ },
  { means: transferred('rest'), words: /\brepos\b|\brecup(eration|erateur)?s?\b|\brcr\b|\brco\b/ },
  {
    means: transferred('paidAbsence'),
    words: /\babsences? (autorisee )?(remuneree|payee)s?\b|\bconge exceptionnel\b/,
    unless: /\bnon (remuneree|payee)s?\b/,
  },
  { means: transferred('unpaidLeave'), words: /\bsans solde\b|\bsans traitement\b|\bnon (remunere|paye)e?s?\b|^css\b/ },
  { means: transferred('remoteWork'), words: /\bteletravail\b|\bremote\b|\btravail a distance\b/ },
  { means: transferred('sickChild'), words: SICK_CHILD },
  { means: transferred('partialActivity'), words: /\bactivite partielle\b|\bchomage partiel\b/ },
  { means: transferred('parentalLeave'), words: /\bconge parental\b|\bparental d'education\b/ },
  { means: transferred('movingHouse'), words: /\bdemenagement\b/ },
  { means: transferred('bereavement'), words: /\bdeces\b|\bobseques\b/, unless: /\bdeuil\b/ },
  { means: transferred('marriage'), words: /\bmariage\b|\bpacs\b/ },
  { means: transferred('birth'), words: /\bnaissance\b/, unless: /\bpaternite\b|\bmaternite\b/ },
  { means: transferred('therapeuticPartTime'), words: THERAPEUTIC },
  {
    means: stoppage('sickness'),
    words: /\bmaladie\b|\barrets? de travail\b/,
    unless: new RegExp(
      String.raw`\bpro(f(essionnelles?)?)?\b|\benfants?\b|\baccident\b|\bmaternite\b|\bgrossesse\b|${THERAPEUTIC.source}`,
    ),
  },
  { means: stoppage('maternity'), words: /\bmaternite\b/, unless: /\bpaternite\b/ },
  { means: stoppage('paternity'), words: /\bpaternite\b|\baccueil (de l')?enfant\b/, unless: /\bmaternite\b/ },
  { means: stoppage('commutingAccident'), words: /\baccident (de |du )?trajet\b/ },
  { means: stoppage('occupationalDisease'), words: OCCUPATIONAL, unless: THERAPEUTIC },
  { means: stoppage('workAccident'), words: /\baccident (de |du )?travail\b/, unless: THERAPEUTIC },
  { means: stoppage('childMourning'), words: /\bdeuil (d'un |d')?enfant\b/ },
];

/** `'Congés payés 2026-2027'` → paid leave; `'Enfant malade'` is no sickness; undefined for a name that says nothing, or two things. */
export function proposedBinding(name: string): ProposedBinding | undefined {
  const folded = foldedName(name).replace(/[-_/.]+/g, ' ');
  const fitting = hints.filter(({ words, unless }) => words.test(folded) && !unless?.test(folded));
  return fitting.length === 1 ? fitting[0]?.means : undefined;
}
