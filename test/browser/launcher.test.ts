import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';

let browser: Browser;
let server: Server;
let address: string;

beforeAll(async () => {
  server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      '<!doctype html><title>Essai</title><span id="p"></span><script>p.textContent = `${6 * 7} €`</script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

test('a real browser runs a page of this machine', async () => {
  const page = await browser.newPage();
  await page.goto(address);
  expect(await page.title()).toBe('Essai');
  const answer = page.locator('#p');
  expect(await answer.textContent()).toBe('42 €');
  // A browser without fonts lays out text of no width.
  expect((await answer.boundingBox())?.width).toBeGreaterThan(10);
});

test('a browser that was named and does not exist is one sentence', async () => {
  const before = process.env['PASSERELLE_CHROMIUM'];
  process.env['PASSERELLE_CHROMIUM'] = './no-such-browser';
  try {
    await expect(launchBrowser()).rejects.toThrow('PASSERELLE_CHROMIUM names a file that does not exist.');
  } finally {
    if (before === undefined) delete process.env['PASSERELLE_CHROMIUM'];
    else process.env['PASSERELLE_CHROMIUM'] = before;
  }
});
