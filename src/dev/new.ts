/**
 * Begins a transform: its source, its line in the list and two fixtures that pass.
 *
 *   npm run new -- <id>
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { ROOT } from './fixtures.ts';

const LIST = 'transforms/index.ts';

function main(id = ''): void {
  if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(id)) {
    throw new Error('npm run new -- <id>; an id is a verb phrase in kebab-case: prefer-copy');
  }
  if (existsSync(inRoot(`transforms/${id}.ts`))) throw new Error(`there is a transform ${id}`);
  const fixtures = `__fixtures__/${id}`;
  put(`transforms/${id}.ts`, source(id));
  put(LIST, withLine(readFileSync(inRoot(LIST), 'utf8'), id));
  put(`${fixtures}/acts/input.Dockerfile`, 'FROM debian:12\nMAINTAINER Ada <ada@example.com>\n');
  put(
    `${fixtures}/acts/expected.Dockerfile`,
    'FROM debian:12\nLABEL org.opencontainers.image.authors="Ada <ada@example.com>"\n',
  );
  put(`${fixtures}/acts/case.json`, json({ doc: 'A MAINTAINER becomes a label' }));
  put(`${fixtures}/refuses/input.Dockerfile`, 'FROM debian:12\nMAINTAINER $ADA\n');
  put(`${fixtures}/refuses/case.json`, json({ refused: ['variable'] }));
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

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function put(name: string, text: string): void {
  mkdirSync(path.dirname(inRoot(name)), { recursive: true });
  writeFileSync(inRoot(name), text);
  console.log(`wrote ${name}`);
}

const inRoot = (name: string): string => path.join(ROOT, name);

/** A small transform that works, to be changed. */
function source(id: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return `import { defineTransform, type Finding, type Instruction } from '../src/kit.ts';

export default defineTransform({
  id: '${id}',
  summary: 'Write MAINTAINER as a label',
  why: 'MAINTAINER is deprecated. A label says the same, and tools read it.',
  safety:
    'Suggested: the author moves from a field of the image to a label. The value is known in full.',
  since: '${manifest.version}',
  emits: ['suggested'],
  options: {},
  reasons: {
    variable: 'the value holds a variable, which a label would expand and MAINTAINER does not',
  },
  sources: [
    {
      title: 'Dockerfile reference: MAINTAINER',
      url: 'https://docs.docker.com/reference/dockerfile/#maintainer-deprecated',
      date: '${today}',
    },
  ],
  ignoredBy: { hadolint: ['DL4000'], check: ['MaintainerDeprecated'] },

  *run({ doc, allows }) {
    for (const instruction of doc.only('MAINTAINER')) {
      if (!allows(instruction)) continue;
      const author = instruction.args.text;
      if (author.includes('$')) {
        yield { at: instruction, message: 'write it as a label', reason: 'variable' };
      } else yield label(instruction, author);
    }
  },
});

function label(instruction: Instruction, author: string): Finding {
  const value = author.replace(/^"(.*)"$/, '$1').replace(/["\\\\\`]/g, '');
  const text = \`LABEL org.opencontainers.image.authors="\${value}"\`;
  const { start, end } = instruction;
  return {
    at: instruction,
    message: 'MAINTAINER is deprecated: a label says the same',
    applicability: 'suggested',
    edits: [{ start, end, text }],
    changes: [{ kind: 'replaced', instruction, by: text }],
  };
}
`;
}

main(process.argv[2]);
