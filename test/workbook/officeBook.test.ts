import { afterEach } from '@jest/globals';
import { createHost, type Host } from '../../addin/workbench/host/index.ts';
import { MINIMUM_EXCEL_API } from '../../addin/workbook/environment.ts';
import { officeBook } from '../../addin/workbook/officeBook.ts';
import { describeBook } from '../book/bookContract.ts';
import { connect } from '../support/excelClient.ts';
import { hostPerson } from './hostPerson.ts';

const hosts: Host[] = [];

afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.drain()));
});

/** The contract of the port, at the newest Excel the client knows and at the oldest one the product promises. */
describeBook('Excel', () => made(createHost()));
describeBook(`Excel ${MINIMUM_EXCEL_API}`, () => made(createHost({ maxExcelApi: MINIMUM_EXCEL_API })));

async function made(host: Host) {
  hosts.push(host);
  connect(host);
  return { book: officeBook({ watchdogMs: 20_000 }), person: hostPerson(host) };
}
