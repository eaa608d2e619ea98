/**
 * Speed, in ratios taken in one run; CPU time throughout.
 *
 *   npm run bench -- [DIR…]     the files to work on; those of this repository if none
 *     --peer COMMAND            another program on the same files; {dir} stands for their directory
 *     --only throughput|start|growth
 *     --monorepo SIZES          generated monorepos instead, such as 2000,20000,100000
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fix } from '../index.ts';
import { childCpu, median, ownCpu } from './cpu.ts';
import { findDockerfiles, uniqueTexts } from './dockerfiles.ts';
import { FIXTURES, ROOT } from './fixtures.ts';
import { monorepos } from './bench-monorepo.ts';
import { SHAPES } from './grown.ts';

const CLI = path.join(ROOT, 'dist/src/cli/main.js');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { peer: { type: 'string' }, only: { type: 'string' }, monorepo: { type: 'string' } },
});

function main(): void {
  if (values.monorepo !== undefined) {
    monorepos(CLI, values.monorepo.split(',').map(Number));
    return;
  }
  const roots = positionals.length > 0 ? positionals : [FIXTURES, path.join(ROOT, 'examples')];
  const texts = [...uniqueTexts(findDockerfiles(roots)).texts.values()];
  const usable = texts.filter((text) => fix(text).status !== 'failed');
  const parts: Record<string, () => void> = {
    throughput: () => throughput(usable),
    start: () => coldStart(),
    growth: () => growth(),
  };
  for (const [name, part] of Object.entries(parts)) {
    if (values.only === undefined || values.only === name) part();
  }
}

function throughput(texts: readonly string[]): void {
  let files = 0;
  let spent = 0;
  // The first round, which compiles, has been run by now.
  while (spent < 3_000) {
    spent += ownCpu(() => texts.forEach((text) => fix(text)));
    files += texts.length;
  }
  const perSecond = (files / spent) * 1000;
  console.log(`throughput: ${perSecond.toFixed(0)} files per CPU second (${texts.length} files)`);
  if (values.peer !== undefined) beside(values.peer, texts);
}

/** Both programs as processes, each once over all the files. */
function beside(command: string, texts: readonly string[]): void {
  withFiles(texts, (folder) => {
    const peer = childCpu(['sh', '-c', command.replaceAll('{dir}', folder)]);
    const ours = childCpu([process.execPath, CLI, 'fix', folder]);
    console.log(
      `the same files: peer ${peer.toFixed(0)} ms, dockopt fix ${ours.toFixed(0)} ms; ` +
        `${(peer / ours).toFixed(1)} times its throughput`,
    );
  });
}

function withFiles(texts: readonly string[], work: (folder: string) => void): void {
  if (!existsSync(CLI)) throw new Error('run npm run build first');
  const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-bench-'));
  try {
    texts.forEach((text, index) => {
      mkdirSync(path.join(folder, String(index)));
      writeFileSync(path.join(folder, String(index), 'Dockerfile'), text);
    });
    work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `dockopt fix` on one file against `node -e 0`, taken in turns. */
function coldStart(): void {
  const text = 'FROM debian:12\nRUN apt-get update\nRUN apt-get install -y curl\nCMD ["curl"]\n';
  withFiles([text], (folder) => {
    const bare: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < 15; round++) {
      bare.push(childCpu([process.execPath, '-e', '0'], 10));
      ours.push(childCpu([process.execPath, CLI, 'fix', folder], 10));
    }
    const ratios = ours.map((value, round) => value / bare[round]!);
    console.log(
      `cold start: ${median(ours).toFixed(0)} ms, node -e 0: ${median(bare).toFixed(0)} ms; ` +
        `${median(ratios).toFixed(2)} times (median of ${ratios.length})`,
    );
  });
}

const SIZES = [10, 100, 1_000, 10_000, 100_000];
/** A size is left out when the one before took longer. */
const TOO_LONG = 1_500;

/** Microseconds a line that tell enough: the next size would take minutes. */
const HOPELESS = 500;

/** Microseconds a line, by length. */
function growth(): void {
  console.log(
    `growth: µs a line\n${'lines'.padEnd(26)}${SIZES.map((size) => String(size).padStart(9)).join('')}`,
  );
  for (const [name, make] of Object.entries(SHAPES)) {
    const perLine: number[] = [];
    for (const size of SIZES) {
      const text = make(size);
      const runs = Math.max(1, Math.round(2_000 / size));
      const spent = ownCpu(() => {
        for (let i = 0; i < runs; i++) fix(text);
      });
      perLine.push((spent * 1000) / runs / size);
      if (spent / runs > TOO_LONG || (size >= 1_000 && perLine.at(-1)! > HOPELESS)) break;
    }
    // Small ones are ruled by what every file costs, and are run before all is compiled.
    const factor = perLine.at(-1)! / Math.min(...perLine.slice(2));
    const verdict =
      perLine.length < SIZES.length
        ? '  STOPPED'
        : factor > 3
          ? `  GROWS ×${factor.toFixed(1)}`
          : '';
    console.log(
      name.padEnd(26) + perLine.map((value) => value.toFixed(1).padStart(9)).join('') + verdict,
    );
  }
}

main();
