import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { boundTo, isLike, type AccountBinding } from '../../../shared/domain/absences/bindAccounts.ts';
import { proposedBinding } from '../../../shared/domain/absences/proposeBinding.ts';
import type { AbsenceTreatment } from '../../../shared/domain/absences/treatment.ts';

const leave = (code: string): AbsenceTreatment => ({ is: 'transferred', category: 'paidLeave', code });
const sickness: AbsenceTreatment = { is: 'stoppage', kind: 'sickness' };
const byPattern = (pattern: string, treatment: AbsenceTreatment): AccountBinding => ({
  account: { pattern },
  treatment,
});

const account = { id: '1226', name: 'Congés payés 2026-2027' };

describe('an account of Lucca', () => {
  test.each([
    ['no line', [], 'unbound'],
    ['a pattern of other accounts', [byPattern('RTT*', leave('RTT'))], 'unbound'],
    ['a pattern, accents and capitals aside', [byPattern('CONGES PAYES *', leave('CP'))], 'CP'],
    ['the most precise of two', [byPattern('*', sickness), byPattern('congés payés *', leave('CP'))], 'CP'],
    ['its own line before any pattern', [byPattern('congés payés 2026-*', leave('CP')), own(sickness)], 'stoppage'],
    ['two patterns that agree', [byPattern('congés *', leave('CP')), byPattern('* payés*', leave('CP'))], 'CP'],
    [
      'a longer pattern that says otherwise',
      [byPattern('congés*', leave('CP')), byPattern('*s payés*', sickness)],
      'stoppage',
    ],
  ])('with %s', (_, bindings, expected) => {
    const bound = boundTo(account, bindings);
    const said =
      bound.state === 'bound'
        ? bound.treatment.is === 'transferred'
          ? bound.treatment.code
          : bound.treatment.is
        : bound.state;
    expect(said).toBe(expected);
  });

  test('of equally precise patterns that disagree is ambiguous, and nothing is guessed', () => {
    const bindings = [byPattern('congés*', leave('CP')), byPattern('*payés*', sickness)];
    expect(
      boundTo({ id: '1', name: 'Congés payés' }, [byPattern('cong*', leave('CP')), byPattern('*ayes', sickness)]),
    ).toEqual({
      state: 'ambiguous',
      patterns: ['*ayes', 'cong*'],
    });
    fc.assert(
      fc.property(fc.shuffledSubarray(bindings, { minLength: 2 }), (shuffled) => {
        expect(boundTo(account, shuffled)).toEqual(boundTo(account, bindings));
      }),
    );
  });

  test('a pattern is no regular expression', () => {
    expect(isLike('Congés (2026) + CP.', 'congés (2026) + cp.')).toBe(true);
    expect(isLike('CongésX', 'congés.')).toBe(false);
    expect(isLike('RTT', '*')).toBe(true);
  });
});

function own(treatment: AbsenceTreatment): AccountBinding {
  return { account: { id: account.id }, treatment };
}

describe('the name of an account', () => {
  test.each([
    ['Congés payés 2026-2027', 'paidLeave'],
    ['Congés payés N-1', 'paidLeave'],
    ['CP 2025', 'paidLeave'],
    ['Congés annuels', 'paidLeave'],
    ['RTT salarié', 'rtt'],
    ['JRTT employeur', 'rtt'],
    ['Repos compensateur', 'rest'],
    ['Récupération', 'rest'],
    ['Absence autorisée payée', 'paidAbsence'],
    ['Absence non rémunérée', 'unpaidLeave'],
    ['Congé sans solde', 'unpaidLeave'],
    ['Congés payés sans solde', 'unpaidLeave'],
    ['Télétravail', 'remoteWork'],
    ['Télé-travail', undefined],
    ['Enfant malade', 'sickChild'],
    ['Enfants malades', 'sickChild'],
    ['Maladie enfant', 'sickChild'],
    ['Maladie d’un enfant', 'sickChild'],
    ['Arrêt de travail - maladie enfant', 'sickChild'],
    ['Activité partielle', 'partialActivity'],
    ['Congé parental d’éducation', 'parentalLeave'],
    ['Congé de présence parentale', undefined],
    ['Déménagement', 'movingHouse'],
    ['Décès (conjoint)', 'bereavement'],
    ['Mariage / PACS', 'marriage'],
    ['Congé naissance', 'birth'],
    ['Mi-temps thérapeutique', 'therapeuticPartTime'],
    ['Maladie - temps partiel thérapeutique', 'therapeuticPartTime'],
    ['Arrêt maladie', 'sickness'],
    ['Arrêt de travail', 'sickness'],
    ['Maladie professionnelle', 'occupationalDisease'],
    ['Maladie pro', 'occupationalDisease'],
    ['Maladie prof.', 'occupationalDisease'],
    ['Arrêt maladie pro.', 'occupationalDisease'],
    ['Arrêt de travail - accident du travail', 'workAccident'],
    ['Accident de trajet', 'commutingAccident'],
    ['Congé maternité', 'maternity'],
    ['Congé pathologique de grossesse (maladie)', undefined],
    ['Congé paternité et accueil de l’enfant', 'paternity'],
    ['Maternité / paternité', undefined],
    ['Deuil d’un enfant', 'childMourning'],
    ['Congé d’adoption', undefined],
    ['Formation', undefined],
    ['Absence', undefined],
    ['', undefined],
  ])('« %s » → %s', (name, expected) => {
    const proposed = proposedBinding(name);
    expect(proposed?.is === 'stoppage' ? proposed.kind : proposed?.category).toBe(expected);
  });
});
