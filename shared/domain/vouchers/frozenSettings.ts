/** The settings an order was made with, as texts that the workbook keeps: one per part, each short enough for a cell. */
import type { Impact, Impacts, VoucherRegulation } from './regulation.ts';

/** Parts of a regulation, by name. Impacts are cut by account, for there may be hundreds. */
export type SettingTexts = ReadonlyMap<string, string>;

const WHOLE = ['rules', 'start', 'values', 'reintegration'] as const;
const ACCOUNT = 'compte/';
const NATURE = 'nature/';

function impactTexts(prefix: string, impacts: Impacts): [string, string][] {
  return [...impacts].map(([id, decisions]) => [prefix + id, JSON.stringify(decisions)]);
}

/** The texts of a regulation, its key left aside. */
export function settingTexts(regulation: VoucherRegulation): SettingTexts {
  return new Map([
    ...WHOLE.map((part): [string, string] => [part, JSON.stringify(regulation[part])]),
    ...impactTexts(ACCOUNT, regulation.accounts),
    ...impactTexts(NATURE, regulation.natures),
  ]);
}

function impactsIn(texts: SettingTexts, prefix: string): Impacts {
  const own = [...texts].filter(([part]) => part.startsWith(prefix));
  return new Map(own.map(([part, text]) => [part.slice(prefix.length), JSON.parse(text) as readonly Impact[]]));
}

/**
 * The inverse of {@link settingTexts}, for texts whose check value was found right: they are ours. Undefined when a part is missing;
 * a text that is not JSON is a bug and throws.
 */
export function settingsIn(key: string, texts: SettingTexts): VoucherRegulation | undefined {
  if (WHOLE.some((part) => !texts.has(part))) return undefined;
  const whole = Object.fromEntries(WHOLE.map((part) => [part, JSON.parse(texts.get(part) ?? 'null') as unknown]));
  return {
    ...(whole as unknown as Pick<VoucherRegulation, (typeof WHOLE)[number]>),
    key,
    accounts: impactsIn(texts, ACCOUNT),
    natures: impactsIn(texts, NATURE),
  };
}
