/** « Contrôle »: a month beside the one before, per person and topic, the widest gap first. Quantities are whole hundredths: nothing is a fraction. */

export const controlTopics = ['vouchers', 'absences', 'hours', 'iban', 'contract'] as const;
export type ControlTopic = (typeof controlTopics)[number];
/** Topics that are counted; the others either changed or did not. */
export type CountedTopic = Extract<ControlTopic, 'vouchers' | 'absences' | 'hours'>;

/**
 * Something counted of one person in one month: hundredths of vouchers, of half-days or of hours. `item`: an account; '' for vouchers. `part`: the
 * regulation of vouchers.
 */
export interface MonthFigure {
  readonly employeeId: string;
  readonly topic: CountedTopic;
  readonly item: string;
  readonly part?: string;
  readonly hundredths: number;
}

/** A value that is another one than at the beginning of the month, as it may be shown. `item`: its field. */
export interface ChangedValue {
  readonly employeeId: string;
  readonly topic: Exclude<ControlTopic, CountedTopic>;
  readonly item: string;
  readonly before: string;
  readonly after: string;
}

/**
 * What is known of one of the two months. `known`: topics of which something can be said; the others are not nought. `parts`: regulations that were
 * ordered; those of the other month alone are not nought either.
 */
export interface ControlledMonth {
  readonly figures: readonly MonthFigure[];
  readonly known: ReadonlySet<CountedTopic>;
  readonly parts?: ReadonlySet<string>;
}

/** `place`: establishment today. `isPresent`: under contract on a day of the month. */
export interface ControlledPerson {
  readonly employeeId: string;
  readonly place: string;
  readonly isPresent: boolean;
}

/** Least gap that is shown, in hundredths of the unit of each topic. */
export type Thresholds = Readonly<Record<CountedTopic, number>>;

interface LineOf {
  /** '' for a total of an establishment. */
  readonly employeeId: string;
  readonly place: string;
  readonly item: string;
}

/** `nothing`: nothing this month and something in the one before. `nowhere`: present, and nothing in either. `had`: what there was. */
export type ControlLine =
  | (LineOf & {
      readonly kind: 'gap' | 'total';
      readonly topic: CountedTopic;
      readonly before: number;
      readonly after: number;
      readonly gap: number;
    })
  | (LineOf & {
      readonly kind: 'changed';
      readonly topic: ChangedValue['topic'];
      readonly before: string;
      readonly after: string;
    })
  | (LineOf & { readonly kind: 'nothing' | 'nowhere'; readonly had: readonly MonthFigure[] });

export interface ControlInput {
  readonly people: readonly ControlledPerson[];
  readonly before: ControlledMonth;
  readonly now: ControlledMonth;
  readonly changed: readonly ChangedValue[];
  readonly thresholds: Thresholds;
}

export interface Control {
  /** Nobody at all first, then what changed, then gaps, the widest first; totals of establishments last. */
  readonly lines: readonly ControlLine[];
  /** Gaps under the threshold, by topic. */
  readonly under: Readonly<Record<CountedTopic, number>>;
  /** Topics that could be compared. */
  readonly compared: readonly CountedTopic[];
}

/** True when neither month has a figure to compare, and nothing changed. */
export function isNothing({ lines, under }: Control): boolean {
  return lines.length === 0 && Object.values(under).every((each) => each === 0);
}

const counted = ['vouchers', 'absences', 'hours'] as const satisfies readonly CountedTopic[];
const ranks: Readonly<Record<ControlLine['kind'], number>> = { nothing: 0, nowhere: 1, changed: 2, gap: 3, total: 4 };

const widthOf = (line: ControlLine) => ('gap' in line ? Math.abs(line.gap) : 0);

/** A gap of one voucher weighs as one hour, or one half-day: topics are told apart by the filter. */
function compareLines(a: ControlLine, b: ControlLine): number {
  const name = (line: ControlLine) =>
    JSON.stringify([line.place, line.employeeId, 'topic' in line ? line.topic : '', line.item]);
  return (
    ranks[a.kind] - ranks[b.kind] || widthOf(b) - widthOf(a) || (name(a) < name(b) ? -1 : Number(name(a) > name(b)))
  );
}

/** Sums by `keyOf`, of `topics` alone. */
function sums(figures: readonly MonthFigure[], keyOf: (figure: MonthFigure) => string, topics: ReadonlySet<string>) {
  const found = new Map<string, { readonly figure: MonthFigure; total: number }>();
  for (const figure of figures.filter(({ topic }) => topics.has(topic))) {
    const key = keyOf(figure);
    const own = found.get(key);
    if (own) own.total += figure.hundredths;
    else found.set(key, { figure, total: figure.hundredths });
  }
  return found;
}

/** Every key of either month, with both sums. */
function pairs(input: ControlInput, keyOf: (figure: MonthFigure) => string, topics: ReadonlySet<string>) {
  const [before, now] = [input.before, input.now].map(({ figures }) => sums(figures, keyOf, topics));
  const keys = [...new Set([...(before?.keys() ?? []), ...(now?.keys() ?? [])])];
  return keys.flatMap((key) => {
    const [was, is] = [before?.get(key), now?.get(key)];
    const figure = (is ?? was)?.figure;
    return figure ? [{ figure, before: was?.total ?? 0, after: is?.total ?? 0 }] : [];
  });
}

/** Parts that one month has and the other not, in order. */
export function partsOfOneMonth(before: ControlledMonth, now: ControlledMonth): string[] {
  if (!before.known.has('vouchers') || !now.known.has('vouchers')) return [];
  const [was, is] = [[...(before.parts ?? [])], [...(now.parts ?? [])]];
  return [...was.filter((each) => !now.parts?.has(each)), ...is.filter((each) => !before.parts?.has(each))].sort();
}

/** Without who has something of a part of one month alone: of the topic nothing can be compared for them. */
function comparable({ before, now, ...rest }: ControlInput): ControlInput {
  const lone = new Set(partsOfOneMonth(before, now));
  const isLone = ({ part }: MonthFigure) => part !== undefined && lone.has(part);
  const of = ({ employeeId, topic }: MonthFigure) => JSON.stringify([employeeId, topic]);
  const left = new Set([...before.figures, ...now.figures].filter(isLone).map(of));
  const kept = (month: ControlledMonth) => ({ ...month, figures: month.figures.filter((each) => !left.has(of(each))) });
  return { ...rest, before: kept(before), now: kept(now) };
}

function emptyHanded({ people, before, now }: ControlInput, compared: ReadonlySet<string>): ControlLine[] {
  // Of absences alone nothing can be said: most people have none.
  const isTold = now.known.has('vouchers') || now.known.has('hours');
  if (!isTold) return [];
  const some = (figures: readonly MonthFigure[]) => figures.filter(({ hundredths }) => hundredths !== 0);
  const present = new Set(some(now.figures).map(({ employeeId }) => employeeId));
  const lone = partsOfOneMonth(before, now);
  const had = new Map<string, MonthFigure[]>();
  for (const figure of some(before.figures))
    had.set(figure.employeeId, [...(had.get(figure.employeeId) ?? []), figure]);
  return people.flatMap(({ employeeId, place, isPresent }): ControlLine[] => {
    if (present.has(employeeId)) return [];
    const own = (had.get(employeeId) ?? []).filter(
      ({ topic, part }) => compared.has(topic) && (part === undefined || !lone.includes(part)),
    );
    if (own.length > 0) return [{ kind: 'nothing', employeeId, place, item: '', had: own }];
    const wasCounted = (had.get(employeeId) ?? []).length > 0;
    return isPresent && !wasCounted && lone.length === 0
      ? [{ kind: 'nowhere', employeeId, place, item: '', had: [] }]
      : [];
  });
}

/**
 * The two months side by side. Only topics known on both sides are compared. 18 vouchers in September, 14 in October, threshold 3 → a gap of −4;
 * a month beside itself has no gap.
 */
export function controlOf(input: ControlInput): Control {
  const { people, before, now, changed, thresholds } = input;
  const sides = comparable(input);
  const compared = counted.filter((topic) => before.known.has(topic) && now.known.has(topic));
  const topics = new Set<string>(compared);
  const places = new Map(people.map(({ employeeId, place }) => [employeeId, place]));
  const placeOf = (employeeId: string) => places.get(employeeId) ?? '';
  const under: Record<CountedTopic, number> = { vouchers: 0, absences: 0, hours: 0 };
  const byPerson = pairs(sides, ({ employeeId, topic, item }) => JSON.stringify([employeeId, topic, item]), topics);
  const gaps = byPerson.flatMap(({ figure: { employeeId, topic, item }, ...both }): ControlLine[] => {
    const gap = both.after - both.before;
    if (gap === 0) return [];
    if (Math.abs(gap) >= thresholds[topic])
      return [{ kind: 'gap', employeeId, place: placeOf(employeeId), topic, item, ...both, gap }];
    under[topic] += 1;
    return [];
  });
  const byPlace = pairs(
    sides,
    ({ employeeId, topic, item }) => JSON.stringify([placeOf(employeeId), topic, item]),
    topics,
  );
  const totals = byPlace.map(({ figure: { employeeId, topic, item }, ...both }): ControlLine => {
    return {
      kind: 'total',
      employeeId: '',
      place: placeOf(employeeId),
      topic,
      item,
      ...both,
      gap: both.after - both.before,
    };
  });
  const changes = changed.map((each): ControlLine => ({ kind: 'changed', place: placeOf(each.employeeId), ...each }));
  const lines = [...emptyHanded(input, topics), ...changes, ...gaps, ...totals].sort(compareLines);
  return { lines, under, compared };
}
