/**
 * Runs every transform over trees of Dockerfiles, and tells what it does and where it fails.
 *
 *   npm run corpus -- DIR…
 *     --buildkit COMMAND   holds every output against another parser (see reference.ts)
 *     --diff N             prints every Nth of the diffs, for reading
 *     --seed S             begins with another of them
 *     --level LEVEL        safe, suggested (the default) or unsafe
 *     --only ID            runs one transform
 *
 * Exits with 1 if an output is broken, changes on a second run, or shows a bug.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createTwoFilesPatch } from 'diff';
import { fix, transforms, type Applicability, type FixResult } from '../index.ts';
import { findDockerfiles, uniqueTexts } from './dockerfiles.ts';
import { accepts, ask, whyNot } from './reference.ts';
import { secondOpinion } from './second-opinion.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    buildkit: { type: 'string' },
    diff: { type: 'string' },
    seed: { type: 'string', default: '0' },
    level: { type: 'string', default: 'suggested' },
    only: { type: 'string' },
  },
});

/** What must not happen, with the file and what was seen. */
const faults: Record<'broken' | 'changed again' | 'crashes' | 'bugs', string[]> = {
  broken: [],
  'changed again': [],
  crashes: [],
  bugs: [],
};
const counts = new Map<string, number>();
const count = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

interface Changed {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const options = {
  level: values.level as Applicability,
  transforms: transforms.filter(({ id }) => values.only === undefined || id === values.only),
};

function main(): void {
  if (positionals.length === 0) throw new Error('which directories?');
  const files = findDockerfiles(positionals);
  const { texts, notText } = uniqueTexts(files);
  const changed: Changed[] = [];
  const failed: string[] = [];
  for (const [file, before] of texts) {
    const result = run(file, before);
    if (result?.status === 'failed') failed.push(file);
    if (result?.status !== 'changed') continue;
    changed.push({ file, before, after: result.output });
    const needy = secondOpinion(before, result.output);
    if (needy !== undefined) faults.broken.push(`${file}: ${needy}`);
    runAgain(file, result.output);
  }
  if (values.buildkit !== undefined) checkOutputs(values.buildkit, changed);
  if (values.diff !== undefined) printDiffs(changed, Number(values.diff), Number(values.seed));
  report({
    files: files.length,
    'of different content': texts.size,
    'not UTF-8': notText.length,
    'not Dockerfiles': failed.length,
    changed: changed.length,
  });
}

function run(file: string, text: string): FixResult | undefined {
  try {
    const result = fix(text, options);
    for (const bug of result.bugs) {
      faults.bugs.push(`${file}:${bug.line}: ${bug.transform}: ${bug.problem}`);
    }
    for (const { transform, applied, refused, reason, applicability } of result.findings) {
      // Without the detail that belongs to one file.
      const why = (reason ?? '').replace(/:.*/s, '');
      const outcome = applied ? 'applied' : refused ? 'refused' : 'held back';
      count(`${transform}  ${outcome}  ${refused ? why : applicability + (why && `  ${why}`)}`);
    }
    return result;
  } catch (error) {
    faults.crashes.push(`${file}: ${String(error instanceof Error ? error.stack : error)}`);
    return undefined;
  }
}

function runAgain(file: string, text: string): void {
  try {
    const second = fix(text, options);
    if (second.status === 'failed') faults.broken.push(`${file}: ${second.reason}`);
    if (second.status === 'changed') {
      const names = second.findings.filter(({ applied }) => applied).map((f) => f.transform);
      faults['changed again'].push(`${file}: ${[...new Set(names)].join(', ')}`);
    }
  } catch (error) {
    faults.crashes.push(`${file}, second run: ${String(error)}`);
  }
}

/** The other parser must take every output whose input it takes. */
function checkOutputs(command: string, changed: readonly Changed[]): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-corpus-'));
  try {
    const outputs = changed.map(({ after }, index) => {
      const file = path.join(folder, String(index));
      writeFileSync(file, after);
      return file;
    });
    const inputs = ask(
      command,
      changed.map(({ file }) => path.resolve(file)),
    );
    ask(command, outputs).forEach((answer, index) => {
      if (accepts(answer) || !accepts(inputs[index]!)) return;
      faults.broken.push(`${changed[index]!.file}: ${whyNot(answer)}`);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printDiffs(changed: readonly Changed[], every: number, seed: number): void {
  changed.forEach(({ file, before, after }, index) => {
    if (index % every !== seed % every) return;
    process.stdout.write(createTwoFilesPatch(file, file, before, after, '', '', { context: 4 }));
  });
}

function report(totals: Readonly<Record<string, number>>): void {
  for (const [name, total] of Object.entries(totals)) print(total, name);
  for (const [name, list] of Object.entries(faults)) print(list.length, `${name} (must be 0)`);
  console.log('');
  for (const [name, total] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    print(total, name);
  }
  for (const [name, list] of Object.entries(faults)) {
    for (const line of list.slice(0, 50)) console.log(`${name}: ${line}`);
  }
  if (Object.values(faults).some((list) => list.length > 0)) process.exitCode = 1;
}

const print = (total: number, name: string): void =>
  console.log(`${String(total).padStart(7)}  ${name}`);

main();
