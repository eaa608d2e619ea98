import { describe, expect, test } from '@jest/globals';
import { byteText } from '../../src/cli/terminal.ts';
import { dockopt, fix, json, MAIN, MERGED, NAIVE, start, tree } from './helpers.ts';

describe('exit status', () => {
  test.each([
    ['nothing to do', { Dockerfile: MERGED }, [], 0],
    ['something to do', { Dockerfile: NAIVE }, [], 0],
    ['--check, nothing to do', { Dockerfile: MERGED }, ['--check'], 0],
    ['--check, something to do', { Dockerfile: NAIVE }, ['--check'], 1],
    ['--check and trouble', { Dockerfile: NAIVE, 'x.Dockerfile': 'FRMO a' }, ['--check'], 2],
    ['trouble', { Dockerfile: 'FRMO a' }, [], 2],
    ['nothing found', {}, [], 2],
    ['a path that does not exist', { Dockerfile: MERGED }, ['.', 'nope'], 2],
    ['ignored by a comment', { Dockerfile: `# dockopt ignore-file\n${NAIVE}` }, ['--check'], 0],
  ])('%s', (_, files, args, status) => {
    expect(fix(tree(files), args).status).toBe(status);
  });

  test('--check writes nothing, and with --write it does', () => {
    const root = tree({ Dockerfile: NAIVE });
    expect(fix(root, ['--check']).status).toBe(1);
    expect(fix(root, ['--check', '--write']).status).toBe(1);
    expect(fix(root, ['--check']).status).toBe(0);
  });
});

describe('what is applied', () => {
  test('--only, --skip and --set', () => {
    const root = tree({ Dockerfile: `${NAIVE.replace('\n', ' AS b\n')}FROM scratch\n` });
    const status = (...args: string[]) => dockopt(root, ['fix', '--check', ...args]).status;
    expect(status('--only', 'merge-runs')).toBe(0);
    expect(status('--only', 'merge-runs', '--set', 'merge-runs.stages=all')).toBe(1);
    expect(status('--only=merge-runs,merge-runs', '--set=merge-runs.stages=all')).toBe(1);
    expect(status('--skip', 'merge-runs', '--set', 'merge-runs.stages=all')).toBe(0);
  });

  test('--final-base', () => {
    const root = tree({
      Dockerfile: 'FROM golang:1.24\nWORKDIR /a\nCOPY . .\nRUN go build -o b .\nCMD ["/a/b"]\n',
      'go.mod': 'module example.com/b\n\ngo 1.24\n',
      'main.go': 'package main\n\nfunc main() {}\n',
    });
    const out = (...args: string[]) => dockopt(root, ['fix', '--only', 'multi-stage', ...args]).out;
    expect(out()).toContain('+FROM scratch\n');
    expect(out('--final-base', 'distroless')).toContain(
      '+FROM gcr.io/distroless/static-debian13\n',
    );
    expect(out('--final-base=slim')).toContain('+FROM debian:trixie-slim\n');
  });

  test('--caching is one decision for two transforms', () => {
    const root = tree({ Dockerfile: 'FROM python:3.12-slim\nRUN pip install flask\n' });
    const out = (...args: string[]) => dockopt(root, ['fix', ...args]).out;
    expect(out()).toContain('+RUN pip install --no-cache-dir flask\n');
    expect(out('--caching', 'cleanup')).toBe(out());
    expect(out('--caching=mounts')).toContain('target=/root/.cache/pip');
    expect(out('--caching=mounts')).not.toContain('--no-cache-dir');
    expect(dockopt(root, ['fix', '--caching', 'both']).status).toBe(2);
  });

  test('a misspelt name in a comment is a warning, one of another transform is not', () => {
    const root = tree({ Dockerfile: `# dockopt ignore=merge-run\n${NAIVE}` });
    const { err, status } = fix(root, []);
    expect(status).toBe(0);
    expect(err).toContain('Dockerfile:1: warning: no transform is called "merge-run"');
  });
});

describe('output', () => {
  test('JSON', () => {
    const root = tree({
      'a/Dockerfile': NAIVE,
      'b/Dockerfile': MERGED,
      'c/Dockerfile': `# dockopt ignore-file\n${NAIVE}`,
      'd/Dockerfile': 'FROM a\nNOPE\n',
      'e/Dockerfile': 'a\0b',
    });
    const { version: format, files, summary } = json(root, []);
    expect(format).toBe(1);
    expect(files.map(({ path: name, status }) => [name, status])).toEqual([
      ['a/Dockerfile', 'changed'],
      ['b/Dockerfile', 'unchanged'],
      ['c/Dockerfile', 'skipped'],
      ['d/Dockerfile', 'failed'],
      ['e/Dockerfile', 'failed'],
    ]);
    expect(files.map(({ output }) => output)).toEqual([
      MERGED,
      MERGED,
      `# dockopt ignore-file\n${NAIVE}`,
      'FROM a\nNOPE\n',
      null,
    ]);
    expect(files[0]!.findings[0]).toEqual({
      transform: 'merge-runs',
      applicability: 'safe',
      message: expect.any(String),
      line: 2,
      applied: true,
      refused: false,
    });
    expect(files.slice(1).map(({ findings }) => findings)).toEqual([[], [], [], []]);
    expect(files[3]).toMatchObject({ line: 2, reason: expect.stringContaining('leave it out') });
    expect(summary).toMatchObject({ files: 5, changed: 1, unchanged: 1, skipped: 1, failed: 2 });
  });

  test('JSON of nothing is JSON', () => {
    expect(json(tree(), [])).toMatchObject({ version: 1, files: [], summary: { files: 0 } });
    expect(json(tree(), ['nope']).files).toHaveLength(1);
  });

  test('bytes that are not UTF-8 are lone surrogates in JSON', () => {
    const root = tree({ Dockerfile: Buffer.from('FROM a\n# caf\xe9\n', 'latin1') });
    expect(json(root, []).files[0]!.output).toBe('FROM a\n# caf\udce9\n');
  });

  test('standard input goes to standard output, bytes kept', () => {
    const root = tree();
    const input = Buffer.from(`${NAIVE}# caf\xe9\r\n`, 'latin1');
    const { status, stdout, err } = fix(root, ['-'], input);
    expect(status).toBe(0);
    expect(stdout.toString('latin1')).toBe(`${MERGED}# caf\xe9\r\n`);
    expect(err).toMatch(/1 file: 1 would change/);
    expect(fix(root, ['-', '--check'], NAIVE).status).toBe(1);
    expect(fix(root, ['-', '--format', 'diff'], NAIVE).out).toContain('--- a/-\n');
    expect(json(root, ['-'], NAIVE).files[0]).toMatchObject({ path: '-', output: MERGED });
    // In trouble the text comes out as it went in.
    const bad = fix(root, ['-'], 'FRMO a\n');
    expect(bad).toMatchObject({ status: 2, out: 'FRMO a\n' });
    expect(bad.err).toContain('-:1: unknown instruction FRMO; Docker refuses it too');
  });

  test('the summary adds up what is saved, and says that it is an estimate', () => {
    const text = 'FROM node:22\nWORKDIR /app\nCOPY main.mjs .\nCMD ["node", "main.mjs"]\n';
    const files = { Dockerfile: text, 'main.mjs': 'console.log(1);\n' };
    const root = tree({ ...prefixed('a', files), ...prefixed('b', files) });
    const all = ['fix', '--only', 'multi-stage'];
    const { err } = dockopt(root, all);
    const [, saved] = /images smaller by about (.+) \(estimated\)\n$/.exec(err) ?? [];
    const out = JSON.parse(dockopt(root, [...all, '--format', 'json']).out) as {
      readonly summary: { readonly saved: number };
      readonly files: readonly {
        findings: readonly { saves: { bytes: number; from: string } }[];
      }[];
    };
    const { saves } = out.files[0]!.findings[0]!;
    expect(saved).toBe(byteText(out.summary.saved));
    expect(out.summary.saved).toBe(2 * saves.bytes);
    expect(saves.from).toContain('table');
  });

  test('the summary counts what is refused by its reason', () => {
    const text = 'FROM debian:12\nRUN mkdir /a\nRUN --network=none touch /a/b\n';
    const root = tree({ 'a/Dockerfile': text, 'b/Dockerfile': text });
    const { err } = fix(root, []);
    expect(err).toBe(
      [
        'merge-runs: would change 0 places in 0 files',
        '  refused: 2: the flags of the two differ (first at a/Dockerfile:3)',
        '2 files: 0 would change, 2 unchanged\n',
      ].join('\n'),
    );
    expect(fix(root, ['--verbose']).err).toContain('b/Dockerfile:3: merge-runs (unsafe): ');
  });

  test('a reader that goes away ends it quietly', () => {
    const root = tree(
      Object.fromEntries(
        Array.from({ length: 400 }, (_, i) => [`${i}/Dockerfile`, NAIVE.repeat(9)]),
      ),
    );
    const run = (pipeline: string) =>
      start(
        'bash',
        ['-c', `set -o pipefail; '${process.execPath}' '${MAIN}' fix ${pipeline}`],
        root,
      );
    expect(run('| head -n 1')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^diff --git/),
    });
    expect(run('--format json | head -c 20').err).not.toMatch(/EPIPE|Error|^\s+at /m);
    expect(run('--check | head -n 1').status).toBe(1);
  });
});

const prefixed = (folder: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));
