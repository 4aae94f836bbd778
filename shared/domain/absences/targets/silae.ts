/** Silae: codes of absence, which each payroll file may rename. */
import type { PayrollTarget } from './target.ts';

export const silae: PayrollTarget = {
  name: 'Silae',
  types: {
    paidLeave: ['AB-300'],
    rtt: ['AB-310'],
    rest: ['AB-320', 'AB-330'],
    paidAbsence: [],
    unpaidLeave: [],
    remoteWork: [],
    sickChild: ['AB-263'],
    partialActivity: [],
    parentalLeave: ['AB-230'],
    movingHouse: [],
    bereavement: ['AB-260'],
    marriage: ['AB-260'],
    birth: ['AB-260'],
    therapeuticPartTime: ['AB-142', 'AB-143', 'AB-144', 'AB-145'],
  },
  protectedKinds: new Set(),
};
