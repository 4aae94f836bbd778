/**
 * The two languages of a formula: the store holds en-US (`=SUM(A1,B2)`), a person reads and types French
 * (`=SOMME(A1;B2)`). IronCalc knows both; structured references, which it does not know, go round it.
 */
import { Model } from '@ironcalc/wasm';
import { rewriteFormula } from '../../host/model/formulaText.ts';

type Language = 'fr' | 'en';

const SPECIAL_ITEMS: readonly (readonly [string, string])[] = [
  ['#All', '#Tout'],
  ['#Headers', '#En-têtes'],
  ['#Data', '#Données'],
  ['#Totals', '#Totaux'],
  ['#This Row', '#Cette ligne'],
];

/** Names of errors, as a French Excel shows them. */
const ERRORS: Readonly<Record<string, string>> = {
  '#NAME?': '#NOM?',
  '#VALUE!': '#VALEUR!',
  '#NUM!': '#NOMBRE!',
  '#NULL!': '#NUL!',
};
export const frenchError = (text: string): string => ERRORS[text] ?? text;

/** A cell no formula speaks of stands for each structured reference while the engine translates. */
const stand = (index: number): string => `$XFC$${1_048_000 + index}`;

export class FormulaTranslator {
  readonly #engine = new Model('langue', 'fr', 'Europe/Paris', 'fr');
  readonly #known = new Map<string, string>();

  constructor() {
    this.#engine.pauseEvaluation();
  }

  /** `=SOMME(A1;B2)` for `=SUM(A1,B2)`. */
  toFrench(formula: string): string {
    let french = this.#known.get(formula);
    if (french === undefined) this.#known.set(formula, (french = this.#translate(formula, 'en', 'fr')));
    return french;
  }

  /** `=SUM(A1,B2)` for `=SOMME(A1;B2)`, `undefined` when no formula can be read in it. */
  toEnglish(formula: string): string | undefined {
    // What the engine cannot read it keeps as it was typed: seen by what stands around it, which always changes language.
    const probe = this.#translate(`=SI(FAUX;${formula.slice(1)};0,5)`, 'fr', 'en');
    return /^=IF\(.*,0\.5\)+$/s.test(probe) ? this.#translate(formula, 'fr', 'en') : undefined;
  }

  #translate(formula: string, from: Language, to: Language): string {
    const kept: string[] = [];
    const plain = rewriteFormula(formula, {
      structured: (_table, _specifier, text) => stand(kept.push(withItems(text, from, to)) - 1),
    });
    this.#speak(from);
    this.#engine.setUserInput(0, 1, 1, plain);
    this.#speak(to);
    const said = this.#engine.getCellContent(0, 1, 1);
    this.#engine.rangeClearAll(0, 1, 1, 1, 1);
    return withCapitals(kept.reduce((text, original, index) => text.replaceAll(stand(index), original), said));
  }

  #speak(language: Language): void {
    this.#engine.setLanguage(language);
    this.#engine.setLocale(language);
  }
}

function withItems(text: string, from: Language, to: Language): string {
  if (from === to) return text;
  return SPECIAL_ITEMS.reduce(
    (said, [en, fr]) => said.replaceAll(from === 'en' ? en : fr, to === 'en' ? en : fr),
    text,
  );
}

/** The engine writes functions it does not know in small letters. */
function withCapitals(formula: string): string {
  return formula.replace(/"(?:[^"]|"")*"|[\p{L}_][\p{L}\p{N}_.]*(?=\()/gu, (token) =>
    token.startsWith('"') ? token : token.toUpperCase(),
  );
}
