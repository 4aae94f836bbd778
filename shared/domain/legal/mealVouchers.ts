/**
 * What the law says about the employer's share of titres-restaurant. Read in docs/rules/vouchers.md what each row rests on.
 * A new year is a new row and a new `checkedOn`; a row is never edited once orders were made with it.
 */
import { plainDate } from '../calendar/plainDate.ts';
import { basisPoints, cents, type BasisPoints, type Cents } from '../money/money.ts';
import type { DatedValue } from './datedValue.ts';

const checkedOn = plainDate('2026-11-21');

function cap(from: string, amount: number, title: string, url: string, asKnownOn?: string): DatedValue<Cents> {
  return {
    from: plainDate(from),
    value: cents(amount),
    source: { title: `Plafond d'exonération ${title} (CGI, art. 81, 19°)`, url },
    checkedOn,
    ...(asKnownOn === undefined ? {} : { asKnownOn: plainDate(asKnownOn) }),
  };
}

const EFL_2023 =
  'https://efl.fr/actualite/limite-exoneration-part-patronale-titres-restaurant-fixee-6-91-2023_f2dca2424-21ab-4c53-bcf4-c626d142aa5e';
const ACTANCE_2023 =
  'https://news-actanceavocats.com/2023/veille/titre-restaurant-la-limite-dexoneration-passe-de-650-e-a-691-e-pour-2023';
const LEGIEST_2022 = 'https://legiest.blog/2022/09/06/1er-septembre-2022-nouveaute-pour-les-tickets-restaurants/';

/**
 * Largest employer share free of contributions and tax, in cents per voucher acquired.
 * The finance law of 2023 wrote 6.50 €: taken at first as the cap of 2023, then read by the tax administration as that of the whole of 2022.
 */
export const exemptionCaps: readonly DatedValue<Cents>[] = [
  cap('2019-01-01', 552, '2019', 'https://concertae.com/actualites/titres-restaurant-2019'),
  cap(
    '2020-01-01',
    555,
    '2020, loi 2019-1479, art. 6',
    'https://www.legifiscal.fr/actualites-fiscales/2482-titres-restaurant-impot-revenu.html',
  ),
  cap(
    '2021-01-01',
    555,
    '2021',
    'https://legifiscal.fr/actualites-fiscales/2775-titres-restaurant-augmentation-plafond-contribution-patronale-2021.html',
  ),
  cap('2022-01-01', 569, '2022', LEGIEST_2022),
  cap('2022-01-01', 650, '2022, loi 2022-1726, art. 4, BOI-BAREME-000035', EFL_2023, '2023-06-08'),
  cap('2022-09-01', 592, 'de septembre 2022, loi 2022-1157', LEGIEST_2022),
  cap('2022-09-01', 650, '2022, loi 2022-1726, art. 4, BOI-BAREME-000035', EFL_2023, '2023-06-08'),
  cap('2023-01-01', 650, '2023, loi 2022-1726, art. 4', ACTANCE_2023),
  cap('2023-01-01', 691, '2023, décret 2023-422', EFL_2023, '2023-06-02'),
  cap('2024-01-01', 718, '2024', 'https://www.legifrance.gouv.fr/codes/id/LEGIARTI000048600731/2024-01-01/'),
  cap('2025-01-01', 726, '2025', 'https://fesp.fr/actualites/plafond-dexoneration-des-titres-restaurant-pour-2025'),
  cap('2026-01-01', 732, '2026, décret 2026-562', 'http://www.abh-ac.com/breves/2026-01-21_04_3.html'),
];

/** Bounds of the employer's share of the face value. */
export interface ShareBounds {
  readonly least: BasisPoints;
  readonly most: BasisPoints;
}

/** What the employer, with the works council, must and may pay. Older than the caps: the table begins where theirs does. */
export const shareBounds: readonly DatedValue<ShareBounds>[] = [
  {
    from: plainDate('2019-01-01'),
    value: { least: basisPoints(5_000), most: basisPoints(6_000) },
    source: {
      title: 'Bornes de la part patronale, arrêté du 22 décembre 1967 (CGI, ann. IV, art. 6 A)',
      url: 'https://www.legifrance.gouv.fr/loda/id/JORFTEXT000000660275/',
    },
    checkedOn,
  },
];
