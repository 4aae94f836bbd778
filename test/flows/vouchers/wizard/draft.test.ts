/** The wizard of a regulation: what it writes is what an accountant would have typed, and what it says is what the sheets say. */
import { describe, expect, test } from '@jest/globals';
import { plainMonth } from '../../../../shared/domain/calendar/plainDate.ts';
import { displayed } from '../../../../shared/domain/review/cell.ts';
import type { PlanLine } from '../../../../shared/domain/review/plan.ts';
import { blankAnswers, type RegulationAnswers } from '../../../../shared/flows/vouchers/wizard/answers.ts';
import {
  blocking,
  draftRegulation,
  findingsOfStep,
  firstWindows,
} from '../../../../shared/flows/vouchers/wizard/draft.ts';
import {
  establishmentChoices,
  exclusionCriteria,
  readWizardBase,
  type WizardBase,
} from '../../../../shared/flows/vouchers/wizard/wizardBase.ts';
import { firstDayOf } from '../../../../shared/flows/vouchers/wizard/regulationRow.ts';
import { findingText } from '../../../../shared/messages/fr/findings.ts';
import { absenceImpactsTable, expenseImpactsTable } from '../../../../shared/tables/vouchers/impactsTables.ts';
import { establishmentsTable } from '../../../../shared/tables/establishmentsTable.ts';
import { regulationsTable } from '../../../../shared/tables/vouchers/regulationsTable.ts';
import { sound } from '../../../support/smallCompany.ts';
import { regulationRow, SIEGE, VoucherCompany } from '../voucherCompany.ts';
import { soundAnswers, withoutVoucherSheets } from './answers.ts';

const OCTOBER = plainMonth('2026-10');

function baseOf(company: VoucherCompany): Promise<WizardBase> {
  const request = { connection: company.account.connection(), month: OCTOBER };
  return readWizardBase(company.ports, request).then(sound);
}

const untouched = () => VoucherCompany.begun().then(withoutVoucherSheets);

const answered = (more: Partial<RegulationAnswers> = {}) => soundAnswers(OCTOBER, more);

function codes(base: WizardBase, answers: RegulationAnswers): string[] {
  return draftRegulation(base, answers).findings.map(({ field, finding }) => `${field}: ${finding.code}`);
}

function cells(lines: readonly PlanLine[], table: string): Record<string, string>[] {
  return lines.flatMap((line) => {
    if (line.table !== table || line.operation !== 'add') return [];
    const shown = Object.entries(line.after).map(([key, cell]): [string, string] => [key, displayed(cell)]);
    return [Object.fromEntries(shown.filter(([, text]) => text !== ''))];
  });
}

describe('answers as lines', () => {
  test('one row of « Réglementaires TR », with the columns that an accountant would fill', async () => {
    const base = await baseOf(await untouched());
    const { lines, findings, state } = draftRegulation(base, answered({ share: '5,40 €', shareKind: 'amount' }));
    expect(cells(lines, regulationsTable.name)).toEqual([
      {
        name: SIEGE,
        from: '01/10/2026',
        establishments: 'Lyon',
        issuer: 'Swile',
        face: '9',
        shareAmount: '5,4',
        days: 'M',
        absences: 'M-1',
        expenses: 'M-1',
        startDay: '1',
        partialDays: 'déduites',
        hourAbsence: 'demi-journée entière',
        support: 'carte',
        mealStage: 'contrôlé',
        payroll: 'quantité',
        reintegration: 'excédent',
        firstMonth: '01/10/2026',
        before: 'première distribution',
      },
    ]);
    expect(findings).toEqual([]);
    expect(state).toBe('valid');
  });

  test('the regulation begins on the first day whose work its first order counts', () => {
    expect(firstDayOf(answered())).toBe('2026-10-01');
    expect(firstDayOf(answered({ startDay: '16' }))).toBe('2026-09-16');
    expect(firstDayOf(answered({ days: 'M-1' }))).toBe('2026-09-01');
    expect(firstDayOf(answered({ startDay: 'seize' }))).toBe('2026-10-01');
  });

  test('an establishment that shares its name is written by its code; a foreign currency and country with it', async () => {
    const company = await untouched();
    company.account.contracts = [];
    company.fill(
      establishmentsTable,
      { id: '13', code: 'LYO', name: 'Lyon' },
      { id: '14', code: 'LY2', name: 'Lyon' },
      { id: '15', code: 'GEN', name: 'Genève', country: 'CH', currency: 'CHF' },
    );
    const base = await baseOf(company);
    const { lines } = draftRegulation(base, answered({ establishments: ['14'] }));
    expect(cells(lines, regulationsTable.name)).toMatchObject([{ establishments: 'LY2' }]);
    const swiss = draftRegulation(base, answered({ establishments: ['15'], share: '40' }));
    expect(cells(swiss.lines, regulationsTable.name)).toMatchObject([{ country: 'CH', currency: 'CHF' }]);
    // The French least does not hold there.
    expect(blocking(swiss)).toEqual([]);
    expect(codes(base, answered({ establishments: ['14', '15'] }))).toContain('establishments: voucherCurrencies');
  });

  test('an exclusion is a row of « Bénéficiaires TR », judged like one', async () => {
    const base = await baseOf(await untouched());
    const who = (value: string, from = '', to = '') => ({
      ...{ criterion: 'Matricule', value, comment: 'mandataire' },
      ...{ from, to },
    });
    expect(exclusionCriteria(base)).toEqual(expect.arrayContaining(['Matricule', 'Établissement']));
    expect(exclusionCriteria(base)).not.toContain('NIR');
    expect(exclusionCriteria(base)).not.toContain('IBAN');
    const { lines, findings } = draftRegulation(base, answered({ exclusions: [who('0002')] }));
    expect(cells(lines, 'Passerelle_TR_Beneficiaires')).toEqual([
      { criterion: 'Matricule', value: '0002', exception: 'exclu', comment: 'mandataire' },
    ]);
    expect(findings).toEqual([]);
    const [told] = findingsOfStep(
      draftRegulation(base, answered({ exclusions: [who('0002'), who('9999')] })),
      'identity',
    );
    expect(told).toMatchObject({ field: 'exclusions', at: 1, finding: { code: 'voucherPersonUnknown' } });
    const dated = draftRegulation(base, answered({ exclusions: [who('0002', '2026-10-05', '2026-12-31')] }));
    expect(cells(dated.lines, 'Passerelle_TR_Beneficiaires')).toMatchObject([{ from: '05/10/2026', to: '31/12/2026' }]);
    expect(dated.findings).toEqual([]);
    const upside = draftRegulation(base, answered({ exclusions: [who('0002', '2026-12-31', '2026-10-05')] }));
    expect(upside.findings).toMatchObject([{ field: 'exclusions', at: 0 }]);
  });

  test('« Plus de choix »: what is chosen stands in its column and is read', async () => {
    const base = await baseOf(await untouched());
    const chosen = {
      mealStage: 'exported',
      payroll: 'employer',
      reintegration: 'whole',
      payCode: ' 4210 ',
      complement: ' Un titre par jour.\nRien en télétravail. ',
    } as const;
    const { lines, version, findings } = draftRegulation(base, answered(chosen));
    const complement = 'Un titre par jour.\nRien en télétravail.';
    expect(cells(lines, regulationsTable.name)).toMatchObject([
      {
        ...{ mealStage: 'exporté', payroll: 'part patronale', reintegration: 'totalité' },
        ...{ payCode: '4210', complement },
      },
    ]);
    expect(findings).toEqual([]);
    expect(version).toMatchObject({
      ...{ rules: { mealStage: 'exported' }, reintegration: 'whole' },
      order: { payroll: 'employer', payCode: '4210', complement },
    });
  });
});

describe('impacts', () => {
  test('of the first regulation are decided for all, in the rows that Lucca brought', async () => {
    const base = await baseOf(await untouched());
    const { lines } = draftRegulation(base, answered());
    expect(lines.filter(({ table }) => table === absenceImpactsTable.name)).toMatchObject([
      { operation: 'set', column: 'impact', after: { text: 'déduit' } },
    ]);
  });

  test('beside another regulation get a row of their own, and only where they differ', async () => {
    const company = await VoucherCompany.begun();
    company.account.accounts = [
      ...company.account.accounts,
      { id: '10', name: 'Télétravail', establishments: ['Lyon', 'Lille'] },
    ];
    company.account.accounts = company.account.accounts.map((each) => ({ ...each, establishments: ['Lyon', 'Lille'] }));
    company.fill(
      absenceImpactsTable,
      { id: '9', name: 'Congés payés', impact: 'déduit', group: 'Congés' },
      { id: '10', name: 'Télétravail', impact: 'déduit' },
    );
    const base = await baseOf(company);
    const { lines, state } = draftRegulation(
      base,
      answered({
        name: 'TR Lille',
        establishments: ['14'],
        accounts: new Map([
          ['9', { deducts: true, isProposed: false }],
          ['10', { deducts: false, isProposed: false }],
        ]),
      }),
    );
    expect(cells(lines, absenceImpactsTable.name)).toEqual([
      { name: 'Télétravail', impact: 'ne déduit pas', regulation: 'TR Lille', group: 'Télétravail', id: '10' },
    ]);
    expect(state).toBe('valid');
  });

  test('left undecided, they are told in the words of the guide, and the regulation can be created, not valid', async () => {
    const base = await baseOf(await untouched());
    const draft = draftRegulation(base, answered({ accounts: new Map(), natures: new Map() }));
    expect(draft.state).toBe('invalid');
    expect(blocking(draft)).toEqual([]);
    const [account, nature] = [findingsOfStep(draft, 'accounts'), findingsOfStep(draft, 'natures')];
    expect(account.map(({ finding }) => findingText(finding))).toEqual([
      "Définissez l'impact des absences associées à ces comptes d'absence pour le calcul des titres restaurant : Congés payés.",
    ]);
    expect(nature.map(({ finding }) => findingText(finding))).toEqual([
      "Définissez l'impact des remboursements de frais associés à ces natures pour le calcul des titres restaurant : Déjeuner.",
    ]);
  });
});

describe('what is said of an answer', () => {
  test('of nothing answered: every question that must be, at once, in order', async () => {
    const base = await baseOf(await untouched());
    const draft = draftRegulation(base, blankAnswers(OCTOBER));
    expect(findingsOfStep(draft, 'identity').map(({ finding }) => finding.code)).toEqual([
      'voucherNameMissing',
      'voucherEstablishmentMissing',
      'voucherIssuerMissing',
    ]);
    expect(findingsOfStep(draft, 'value').map(({ finding }) => finding.code)).toEqual([
      'voucherFaceMissing',
      'voucherShareMissing',
    ]);
    expect(findingsOfStep(draft, 'periods')).toEqual([]);
    expect(findingsOfStep(draft, 'start').map(({ finding }) => finding.code)).toEqual(['voucherStartUnsaid']);
  });

  test.each([
    [{ face: 'neuf' }, 'face: cellNotNumber'],
    [{ face: '9,005' }, 'face: voucherNotCents'],
    [{ share: '49' }, 'share: voucherShareUnderMinimum'],
    [{ share: '61' }, 'share: voucherShareOverMaximum'],
    [{ face: '15', share: '60' }, 'share: voucherShareOverCap'],
    [{ share: '101' }, 'share: voucherSharesOverFace'],
    [{ share: '60,005' }, 'share: voucherNotHundredths'],
    [{ cse: 'un' }, 'cse: cellNotNumber'],
    [{ startDay: '29' }, 'startDay: voucherStartDay'],
    [{ startDay: '1,5' }, 'startDay: cellNotInteger'],
    [{ support: 'paper' as const }, 'support: voucherSupportRefused'],
    [{ issuer: '' }, 'issuer: voucherIssuerMissing'],
    [{ before: null }, 'before: voucherStartUnsaid'],
  ])('%j', async (more, expected) => {
    expect(codes(await baseOf(await untouched()), answered(more))).toContain(expected);
  });

  test('under half of the value is refused, exactly half is not; above is told with what is reintegrated and where it is written', async () => {
    const base = await baseOf(await untouched());
    const share = (text: string) => draftRegulation(base, answered({ shareKind: 'amount', share: text }));
    expect(blocking(share('4,49')).map(({ finding }) => finding.code)).toEqual(['voucherShareUnderMinimum']);
    expect(share('4,50').findings).toEqual([]);
    expect(share('5,40').findings).toEqual([]);
    const [over] = share('5,41').findings;
    expect(over && findingText(over.finding)).toContain('Soumis à cotisations : 0,01');
    expect(over?.finding).toMatchObject({ severity: 'warning', facts: { reintegrated: 1 } });
    expect(over?.finding.source?.title).toContain('arrêté du 22 décembre 1967');
    expect(share('5,41').unit).toMatchObject({ employer: 541, employee: 359, reintegrated: 1 });
  });

  test('a name that another regulation bears is refused, whatever its capitals, and the rest is judged all the same', async () => {
    const base = await baseOf(await VoucherCompany.begun());
    const draft = draftRegulation(base, answered({ name: 'tr siège', establishments: ['14'], face: '' }));
    expect(draft.findings.map(({ finding }) => finding.code)).toEqual(['voucherNameTaken', 'voucherFaceMissing']);
    expect(draft.state).toBe('invalid');
  });

  test('an establishment of another regulation is told apart, and refused if it is chosen', async () => {
    const company = await VoucherCompany.begun();
    const base = await baseOf(company);
    const taken = establishmentChoices(base, firstDayOf(answered())).map(({ name, takenBy }) => [name, takenBy]);
    expect(taken).toEqual([
      ['Lyon', SIEGE],
      ['Lille', null],
    ]);
    const draft = draftRegulation(base, answered({ name: 'TR Lyon', establishments: ['13'] }));
    expect(blocking(draft).map(({ finding }) => finding.code)).toEqual(['voucherEstablishmentTwice']);
    company.fill(
      regulationsTable,
      regulationRow(),
      regulationRow({ from: '2026-10-01', establishments: 'aucun', firstMonth: '' }),
    );
    const left = establishmentChoices(await baseOf(company), firstDayOf(answered()));
    expect(left.map(({ takenBy }) => takenBy)).toEqual([null, null]);
  });

  test('the windows of the first order follow the answers', async () => {
    const base = await baseOf(await untouched());
    const draft = draftRegulation(base, answered({ absences: 'M', startDay: '16' }));
    expect(firstWindows(draft, OCTOBER)).toEqual({
      days: { from: '2026-09-16', to: '2026-10-15' },
      absences: { from: '2026-09-16', to: '2026-10-15' },
      meals: { from: '2026-08-16', to: '2026-09-15' },
    });
  });

  test('what was wrong in the sheets before stays out of the answers', async () => {
    const company = await VoucherCompany.begun();
    company.fill(regulationsTable, regulationRow({ face: '', startDay: 40 }));
    company.fill(expenseImpactsTable, { id: '31', name: 'Déjeuner', impact: 'déduit' });
    expect(codes(await baseOf(company), answered({ name: 'TR Lille', establishments: ['14'] }))).toEqual([]);
  });
});
