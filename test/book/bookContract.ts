/**
 * What every `Book` does, whatever holds the workbook. Run on `addin/workbook` and `server/xlsx` alike:
 * `describeBook('xlsx', makeBook)` where `makeBook` answers an empty workbook seen from both sides.
 */
import { describe } from '@jest/globals';
import { chartCases } from './chartCases.ts';
import { compositeCases } from './compositeCases.ts';
import { creationCases } from './creationCases.ts';
import { findingCases } from './findingCases.ts';
import { lineCases } from './lineCases.ts';
import { personCases } from './personCases.ts';
import { sizeCases } from './sizeCases.ts';
import type { MakeBook } from './workbookPerson.ts';

export function describeBook(name: string, makeBook: MakeBook): void {
  describe(`${name}: creating tables`, () => creationCases(makeBook));
  describe(`${name}: writing lines`, () => lineCases(makeBook));
  describe(`${name}: rows known by several cells`, () => compositeCases(makeBook));
  describe(`${name}: what a person did is kept`, () => personCases(makeBook));
  describe(`${name}: finding tables`, () => findingCases(makeBook));
  describe(`${name}: the chart of a table`, () => chartCases(makeBook));
  describe(`${name}: size, cancelling`, () => sizeCases(makeBook));
}
