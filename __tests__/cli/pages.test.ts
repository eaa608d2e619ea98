/** The HTML pages, in Chromium. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { dockopt, MERGED, NAIVE, tree } from './helpers.ts';

jest.setTimeout(120_000);

const CHROMIUM =
  process.env['CHROMIUM'] ??
  ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((program) => existsSync(program));
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

if (CHROMIUM === undefined) {
  console.warn('not installed, so the HTML pages are not tested: chromium');
}

(CHROMIUM === undefined ? describe.skip : describe)('in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM!, args: FLAGS.split(' ') });
  });
  afterAll(() => browser?.close());

  /** Opens a page; `complaints` are what the browser says of it, and what it fetches besides. */
  async function open(
    file: string,
    width: number,
  ): Promise<{ page: Page; complaints: readonly string[] }> {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    const complaints: string[] = [];
    const { href } = pathToFileURL(file);
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith(href)) complaints.push(request.url());
    });
    await page.goto(href);
    return { page, complaints };
  }

  const box = async (page: Page, selector: string) => (await page.locator(selector).boundingBox())!;

  /** What a directory and a Dockerfile can say to a page. */
  const HOSTILE = '<img src=x onerror=alert(1)>';

  function report(): string {
    const root = tree({
      'a/Dockerfile': NAIVE,
      'b/Dockerfile': NAIVE.replace('RUN', `# </td></table><script>alert(1)</script>\nRUN`),
      [`c${HOSTILE.replaceAll('/', '')}/Dockerfile`]: NAIVE.replace('touch', `echo "${HOSTILE}"`),
      'd/Dockerfile': 'FROM\n',
      'e/Dockerfile': `FROM debian:12\nRUN echo ${'long'.repeat(100)}\nRUN true\n`,
    });
    dockopt(root, ['fix', '--only', 'merge-runs', '--format', 'html', '--output', 'page.html']);
    return path.join(root, 'page.html');
  }

  test('both texts stand beside each other, line by line', async () => {
    const { page, complaints } = await open(report(), 1200);
    const details = page.locator('details', { hasText: 'a/Dockerfile' });
    expect(await details.getAttribute('open')).toBeNull();
    await details.locator('summary').focus();
    await page.keyboard.press('Enter');
    const texts = async (cells: string) =>
      (await details.locator(cells).allTextContents()).map((text) => `${text}\n`).join('');
    expect(await texts('td:nth-child(2)')).toBe(NAIVE);
    expect(await texts('td:nth-child(4)')).toBe(MERGED);
    const left = (await details.locator('.out').first().boundingBox())!;
    const right = (await details.locator('.in').first().boundingBox())!;
    expect(left.y).toBe(right.y);
    expect(left.x + left.width).toBeLessThanOrEqual(right.x);
    expect(complaints).toEqual([]);
  });

  test('counts come first, and lead to the files', async () => {
    const { page, complaints } = await open(report(), 1200);
    expect(await page.locator('header p').textContent()).toBe('5 files, 4 would change, 1 failed.');
    expect((await box(page, 'header')).y).toBeLessThan((await box(page, '#file-1')).y);
    await page.getByRole('link', { name: 'e', exact: true }).click();
    expect(new URL(page.url()).hash).toBe('#file-5');
    expect(await page.locator('#file-5 summary').textContent()).toContain('e/Dockerfile');
    // What could not be done is open.
    expect(await page.locator('details[open]').allTextContents()).toEqual([
      expect.stringContaining('d/Dockerfile'),
    ]);
    expect(complaints).toEqual([]);
  });

  test('what files hold stays text', async () => {
    const { page, complaints } = await open(report(), 1200);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.locator('script, img, iframe').count()).toBe(0);
    expect(await page.locator('details').count()).toBe(5);
    expect(await page.locator('td.out', { hasText: HOSTILE }).count()).toBe(1);
    expect(complaints).toEqual([]);
  });

  test.each([360, 1200])('nothing sticks out of a window of %d pixels', async (width) => {
    const { page } = await open(report(), width);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  });

  test('the page of a migration leads to those of its units', async () => {
    const root = tree({ 'a/Dockerfile': NAIVE, 'b c/Dockerfile': NAIVE });
    dockopt(root, ['migrate', '--only', 'merge-runs']);
    const { page } = await open(path.join(root, 'dockopt-migration/summary.html'), 1200);
    expect(await page.locator('tr').count()).toBe(3);
    for (const row of [1, 2]) {
      await page.locator('tr').nth(row).getByRole('link', { name: 'changes' }).click();
      expect(await page.locator('header p').textContent()).toBe('1 file, 1 would change.');
      await page.goBack();
      const href = await page.locator('tr').nth(row).getByText('patch').getAttribute('href');
      const patch = path.join(root, 'dockopt-migration', decodeURIComponent(href!));
      expect(readFileSync(patch, 'utf8')).toContain('+    touch /a/b\n');
    }
  });
});
