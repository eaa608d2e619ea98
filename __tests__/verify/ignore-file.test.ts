/** `fix --verify` and the ignore file: what is built, and what becomes of an answer. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import type { Verifier } from '../../src/cli/file-fixer.ts';
import { Log } from '../../src/cli/log.ts';
import { Output } from '../../src/cli/output.ts';
import { readRequest, type FixArguments } from '../../src/cli/request.ts';
import { run } from '../../src/cli/run.ts';
import { copyDockerfile } from '../../src/verify/dockerfile-copy.ts';
import { Trouble } from '../../src/verify/errors.ts';
import type { Subject, Trials, Tried } from '../../src/verify/trial.ts';
import { failsWith } from '../../src/verify/verification.ts';
import { tree } from '../cli/helpers.ts';

const subject: Subject = {
  file: 'Dockerfile',
  context: '.',
  flags: [],
  noCache: false,
  noFrontend: false,
  checks: [],
};

const built = (answer: string, silent?: string): Tried =>
  ({
    kind: 'built',
    image: { tag: 'x' },
    observations: [{ what: '--run', seen: { output: answer } }],
    ...(silent !== undefined && { silent }),
  }) as unknown as Tried;

/** Trials with these answers: of the image as it is, and of the one with the new ignore file. */
function trials(before: Tried, after: Tried) {
  const tried: (string | undefined)[] = [];
  const fake = {
    try: (_: string, { ignoreFile }: Subject) => {
      tried.push(ignoreFile);
      return Promise.resolve(ignoreFile === undefined ? before : after);
    },
    ask: () => Promise.resolve(before),
  };
  return { tried, trials: fake as unknown as Trials };
}

describe('what is built', () => {
  const failed: Tried = { kind: 'failed', because: '"/data": not found', log: '' };

  test('the Dockerfile with the old ignore file, then with the new one', async () => {
    const { tried, trials: fake } = trials(built('a'), built('a'));
    expect(await failsWith('data\n', 'FROM a\n', subject, fake)).toBeUndefined();
    expect(tried).toEqual([undefined, 'data\n']);
  });

  test('a build that misses a file, and an image that does not start', async () => {
    const { trials: fails } = trials(built('a'), failed);
    expect(await failsWith('data\n', 'FROM a\n', subject, fails)).toBe(
      'it does not build: "/data": not found',
    );
    const { trials: silent } = trials(built('a'), built('a', 'it stops'));
    expect(await failsWith('data\n', 'FROM a\n', subject, silent)).toBe(
      'the smoke test fails: it stops',
    );
  });

  test('an image that answers otherwise', async () => {
    const { trials: fake } = trials(built('a'), built('b'));
    expect(await failsWith('data\n', 'FROM a\n', subject, fake)).toContain(
      '--run: output was "a", is "b"',
    );
  });

  test('one that does not build as it is proves nothing', async () => {
    const { trials: fake } = trials(failed, built('a'));
    await expect(failsWith('data\n', 'FROM a\n', subject, fake)).rejects.toThrow(Trouble);
  });

  test('the new text lies beside the copy of the Dockerfile, in the place of its own', () => {
    const root = tree({ Dockerfile: 'FROM a\n', 'Dockerfile.dockerignore': 'old\n' });
    const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-test-'));
    const original = path.join(root, 'Dockerfile');
    const kept = copyDockerfile('FROM a\n', original, { folder, noFrontend: false });
    expect(readFileSync(`${kept}.dockerignore`, 'utf8')).toBe('old\n');
    const options = { folder, noFrontend: false, ignoreFile: 'new\n' };
    const file = copyDockerfile('FROM a\n', original, options);
    expect(readFileSync(`${file}.dockerignore`, 'utf8')).toBe('new\n');
  });
});

const ARGUMENTS: FixArguments = {
  paths: [],
  staged: false,
  changed: undefined,
  safe: false,
  unsafe: false,
  level: undefined,
  only: ['complete-dockerignore'],
  skip: [],
  also: [],
  pin: false,
  set: [],
  check: false,
  write: true,
  verbose: false,
  reports: [],
  context: undefined,
  finalBase: undefined,
  caching: undefined,
  config: undefined,
  noConfig: false,
};

const FILES = {
  Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nRUN npm ci\nCMD ["node", "index.js"]\n',
  'package.json': '{"dependencies":{"a":"1"}}',
  'package-lock.json': '{"lockfileVersion":3,"packages":{}}',
  'node_modules/a/index.js': 'x'.repeat(9000),
};

/** `fix --verify --write` with a builder that says this of every ignore file. */
async function fixed(answer: string | undefined, stopped = false) {
  const root = tree(FILES);
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const asked: string[] = [];
  const verifier: Verifier = {
    stopped,
    verified: () => Promise.reject(new Error('no Dockerfile changes')),
    failsWith: (ignoreFile, readers) => {
      asked.push(ignoreFile, ...readers.map((reader) => path.relative(root, reader.path)));
      return Promise.resolve(answer);
    },
  };
  const request = await readRequest({ ...ARGUMENTS, paths: [root], verbose: true });
  const out = new Output(stdout as unknown as NodeJS.WriteStream);
  const log = new Log(stderr as unknown as NodeJS.WriteStream);
  const status = await run(request, out, log, verifier);
  const file = path.join(root, '.dockerignore');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  return { status, err: String(stderr.read() ?? ''), asked, text };
}

describe('what becomes of the answer', () => {
  test('it holds: the file is written as it was built', async () => {
    const { status, asked, text, err } = await fixed(undefined);
    expect(status).toBe(0);
    expect(text).toMatch(/^node_modules/m);
    expect(asked).toEqual([text, 'Dockerfile']);
    expect(err).toContain('wrote ');
  });

  test('it does not: the file is not written, and the reason is said', async () => {
    const { status, text, err } = await fixed('Dockerfile: it does not build: gone');
    expect({ status, text }).toEqual({ status: 0, text: undefined });
    expect(err).toContain('held back: Dockerfile: it does not build: gone');
    expect(err).not.toContain('wrote ');
  });

  test('after Ctrl-C nothing is built or written any more', async () => {
    const { text, asked, err } = await fixed(undefined, true);
    expect({ text, asked }).toEqual({ text: undefined, asked: [] });
    expect(err).toContain('interrupted');
  });
});
