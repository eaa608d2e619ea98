/**
 * Begins a transform: its source, its line in the list and two fixtures that pass.
 *
 *   npm run new -- <id>
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { CASES, isId, transformSource } from '../cli/scaffold.ts';
import { ROOT } from './fixtures.ts';

const LIST = 'transforms/index.ts';

function main(id = ''): void {
  if (!isId(id)) {
    throw new Error('npm run new -- <id>; an id is a verb phrase in kebab-case: prefer-copy');
  }
  if (existsSync(inRoot(`transforms/${id}.ts`))) throw new Error(`there is a transform ${id}`);
  const fixtures = `__fixtures__/${id}`;
  put(`transforms/${id}.ts`, transformSource(id, '../src/kit.ts', manifest.version));
  put(LIST, withLine(readFileSync(inRoot(LIST), 'utf8'), id));
  for (const [name, text] of Object.entries(CASES)) put(`${fixtures}/${name}`, text);
  console.log(`
Next:
  1. Make transforms/${id}.ts find what it is for; src/kit.ts has all it may import.
  2. Give it its place in ${LIST}: an earlier transform wins a conflict.
  3. Show every case, acting and refusing, in ${fixtures}/<case>/. Write the
     input, then let the test write what comes out, and read it:
       DOCKOPT_ACCEPT=1 npm test -- fixtures
  4. npm run docs, then npm run check.`);
}

function withLine(list: string, id: string): string {
  const name = camel(id);
  const imports = list.replace(
    /(?:^import .*\n)+/m,
    (block) => `${block}import ${name} from './${id}.ts';\n`,
  );
  const changed = imports.replace(/= \[([^\]]*)\];/, (_whole, names: string) => {
    const all = [...names.split(',').map((item) => item.trim()), name].filter(Boolean);
    const line = `= [${all.join(', ')}];`;
    const before = 'export const transforms: readonly AnyTransform[] '.length;
    return before + line.length <= 100
      ? line
      : `= [\n${all.map((item) => `  ${item},\n`).join('')}];`;
  });
  if (changed === imports) throw new Error(`${LIST} has no list to add ${name} to`);
  return changed;
}

const camel = (id: string): string =>
  id.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());

function put(name: string, text: string): void {
  mkdirSync(path.dirname(inRoot(name)), { recursive: true });
  writeFileSync(inRoot(name), text);
  console.log(`wrote ${name}`);
}

const inRoot = (name: string): string => path.join(ROOT, name);

main(process.argv[2]);
