/**
 * Writes the pages of the transforms from their metadata and fixtures.
 *
 *   npm run docs             writes docs/transforms/*.md, the table in README.md and the schema of
 *                            the configuration
 *   npm run docs -- --check  writes nothing; exits with 1 if anything is stale
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { configSchema } from '../cli/config/schema.ts';
import { transforms } from '../index.ts';
import { ROOT } from './fixtures.ts';
import { page, table } from './page.ts';

const FOLDER = 'docs/transforms';
const OPEN = '<!-- transforms -->';
const CLOSE = '<!-- /transforms -->';

const checking = process.argv.includes('--check');
const stale: string[] = [];

async function main(): Promise<void> {
  mkdirSync(path.join(ROOT, FOLDER), { recursive: true });
  for (const transform of transforms) await put(`${FOLDER}/${transform.id}.md`, page(transform));
  await put(`${FOLDER}/README.md`, index());
  dropOthers();
  await putTable();
  await put('config.schema.json', JSON.stringify(configSchema()), 'json');
  if (!checking || stale.length === 0) return;
  console.error(`stale, run npm run docs:\n  ${stale.join('\n  ')}`);
  process.exitCode = 1;
}

const index = (): string =>
  `# Transforms\n\nIn the order in which they win conflicts. Every page comes from the metadata and ` +
  `the fixtures of its transform, by \`npm run docs\`.\n\n${table(transforms, '')}`;

async function put(name: string, text: string, parser = 'markdown'): Promise<void> {
  const file = path.join(ROOT, name);
  const options = (await resolveConfig(file)) ?? {};
  const formatted = await format(text, { ...options, parser });
  if (existsSync(file) && readFileSync(file, 'utf8') === formatted) return;
  stale.push(name);
  if (!checking) writeFileSync(file, formatted);
}

/** Pages of transforms that are no more. */
function dropOthers(): void {
  const names = new Set(['README.md', ...transforms.map(({ id }) => `${id}.md`)]);
  for (const name of readdirSync(path.join(ROOT, FOLDER))) {
    if (names.has(name)) continue;
    stale.push(`${FOLDER}/${name}`);
    if (!checking) rmSync(path.join(ROOT, FOLDER, name));
  }
}

async function putTable(): Promise<void> {
  const file = path.join(ROOT, 'README.md');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [start, end] = [text.indexOf(OPEN), text.indexOf(CLOSE)];
  if (start < 0 || end < start) {
    console.log(`README.md has no ${OPEN} … ${CLOSE} to fill`);
    return;
  }
  const filled = `${OPEN}\n\n${table(transforms, `${FOLDER}/`)}\n${CLOSE}`;
  await put('README.md', text.slice(0, start) + filled + text.slice(end + CLOSE.length));
}

await main();
