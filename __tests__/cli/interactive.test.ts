import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, jest, test } from '@jest/globals';
import { Interactive } from '../../src/cli/interactive/run.ts';
import { Interrupted, Terminal, type Talk } from '../../src/cli/interactive/terminal.ts';
import { Log } from '../../src/cli/log.ts';
import { readRequest, type FixArguments } from '../../src/cli/request.ts';
import { add, dockopt, git, MAIN, MERGED, NAIVE, tree } from './helpers.ts';

// Each runs several programs.
jest.setTimeout(120_000);

const GIVEN: FixArguments = {
  paths: [],
  safe: false,
  unsafe: false,
  level: undefined,
  only: [],
  skip: [],
  also: [],
  pin: false,
  set: [],
  check: false,
  write: false,
  verbose: false,
  reports: [],
  context: undefined,
  finalBase: undefined,
  caching: undefined,
  config: undefined,
  noConfig: true,
  staged: false,
  changed: undefined,
};

interface Outcome {
  readonly status: number;
  readonly said: string;
  readonly err: string;
  /** The answers that nobody asked for. */
  readonly left: readonly string[];
}

/** Runs a session with these answers; what comes after them is the end of the input. */
async function session(
  root: string,
  answers: readonly string[],
  given: Partial<FixArguments> = {},
  edit: (text: string) => string = (text) => text,
): Promise<Outcome> {
  const left = [...answers];
  let said = '';
  const talk: Talk = {
    say: (text) => (said += `${text}\n`),
    ask: (question) => {
      const answer = left.shift();
      said += `${question} ${answer}\n`;
      return answer === undefined ? Promise.reject(new Interrupted(2)) : Promise.resolve(answer);
    },
    edit: (text) => Promise.resolve(edit(text)),
  };
  const stderr = new PassThrough();
  const request = await readRequest({ ...GIVEN, paths: [root], ...given });
  const log = new Log(stderr as unknown as NodeJS.WriteStream);
  const status = await new Interactive(request, talk, log).run();
  return { status, said, err: String(stderr.read() ?? ''), left };
}

const read = (...parts: string[]): string => readFileSync(path.join(...parts), 'utf8');

const THREE = [
  'FROM debian:12',
  'RUN mkdir -p /a',
  'RUN touch /a/b',
  'MAINTAINER someone',
  'CMD echo hello',
  '',
].join('\n');

const IDS = { only: ['merge-runs', 'label-maintainer', 'use-exec-form'] };
const ONE = { only: ['merge-runs'] };

describe('answers', () => {
  test('y takes; it is written at the end', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const { status, said } = await session(root, ['y'], ONE);
    expect(status).toBe(0);
    expect(said).toMatch(/Dockerfile:2: merge-runs \(safe\)\n {2}merge with the RUN in line 3/);
    expect(said).toContain('-RUN touch /a/b');
    expect(said).toContain('+    touch /a/b');
    expect(said).toMatch(/wrote .*Dockerfile\n$/);
    expect(read(root, 'Dockerfile')).toBe(MERGED);
  });

  test('all taken make what fix writes', async () => {
    const root = tree({ Dockerfile: THREE });
    const other = tree({ Dockerfile: THREE });
    await session(root, ['y', 'y', 'y', 'y', 'y'], IDS);
    dockopt(other, ['fix', '--write', '--only', IDS.only.join(',')]);
    expect(read(root, 'Dockerfile')).toBe(read(other, 'Dockerfile'));
  });

  test('n skips, and nothing is written', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const { status, said } = await session(root, ['n'], ONE);
    expect({ status, said: said.includes('Nothing to write.') }).toEqual({ status: 0, said: true });
    expect(read(root, 'Dockerfile')).toBe(NAIVE);
  });

  test('N skips the transform in the other files too', async () => {
    const root = tree({ Dockerfile: THREE, 'b.Dockerfile': NAIVE });
    const { left } = await session(root, ['N', 'y'], { only: ['merge-runs', 'label-maintainer'] });
    expect(left).toEqual([]);
    expect(read(root, 'b.Dockerfile')).toBe(NAIVE);
    expect(read(root, 'Dockerfile')).toContain('RUN touch /a/b\nLABEL');
  });

  test('i writes a comment, that holds from then on', async () => {
    const root = tree({ Dockerfile: THREE });
    await session(root, ['i', 'y'], { only: ['merge-runs', 'label-maintainer'] });
    const text = read(root, 'Dockerfile');
    expect(text).toContain('FROM debian:12\n# dockopt ignore=merge-runs\nRUN mkdir -p /a\n');
    expect(text).toContain('\nLABEL');
    const again = await session(root, [], { only: ['merge-runs', 'label-maintainer'] });
    expect(again.said).toBe('Nothing to write.\n');
  });

  test('e takes what the user makes of it', async () => {
    const root = tree({ Dockerfile: THREE });
    const edited = (text: string): string => text.replace('touch /a/b', 'touch /a/c');
    await session(root, ['e', 'y'], { only: ['merge-runs', 'label-maintainer'] }, edited);
    const text = read(root, 'Dockerfile');
    expect(text).toContain('RUN mkdir -p /a && \\\n    touch /a/c\nLABEL');
  });

  test('e: what Docker would refuse is not taken, nor is nothing', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const texts = ['RUNN x\n', ' \n'];
    const { said } = await session(root, ['e', 'e', 'n'], ONE, () => texts.shift()!);
    expect(said).toMatch(/Docker would refuse it, at line 2: .*RUNN/i);
    expect(said).toContain('It is empty; nothing was taken.');
    expect(read(root, 'Dockerfile')).toBe(NAIVE);
  });

  test('e: what was skipped before it is not asked again', async () => {
    const text = `${NAIVE}USER a\nRUN mkdir /x\nRUN touch /x/y\n`;
    const root = tree({ Dockerfile: text });
    const { left } = await session(root, ['n', 'e'], ONE, (given) => `# mine\n${given}`);
    expect(left).toEqual([]);
    expect(read(root, 'Dockerfile')).toBe(
      `${NAIVE}USER a\n# mine\nRUN mkdir /x && \\\n    touch /x/y\n`,
    );
  });

  test.each([
    ['', NAIVE],
    ['n', NAIVE],
    ['y', MERGED],
  ])('q stops, and asks what becomes of what was taken: %j', async (answer, expected) => {
    const root = tree({ Dockerfile: NAIVE, 'b.Dockerfile': NAIVE });
    const { status, said } = await session(root, ['y', 'q', answer], ONE);
    expect(status).toBe(0);
    expect(said).toContain('Write what you took, 1 change in 1 file [y,N]?');
    expect(read(root, 'Dockerfile')).toBe(expected);
    expect(read(root, 'b.Dockerfile')).toBe(NAIVE);
  });

  test('other keys show the help', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const { said } = await session(root, ['x', '?', 'q'], ONE);
    expect(said.match(/N {2}skip this transform everywhere/g)).toHaveLength(2);
    expect(said).toMatch(/Nothing was written\.\n$/);
  });

  test('the end of the input writes nothing', async () => {
    const root = tree({ Dockerfile: NAIVE, 'b.Dockerfile': NAIVE });
    const { status, said } = await session(root, ['y'], ONE);
    expect(status).toBe(2);
    expect(said).toMatch(/Nothing was written\.\n$/);
    expect(read(root, 'Dockerfile')).toBe(NAIVE);
  });
});

describe('files', () => {
  const APP = {
    Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nRUN npm ci\n',
    'package.json': '{ "name": "shop" }\n',
    'node_modules/left-pad/index.js': 'x',
  };
  const IGNORE = { only: ['complete-dockerignore'] };

  test('an ignore file is one question; a new one is made', async () => {
    const root = tree(APP);
    const { said } = await session(root, ['y'], IGNORE);
    expect(said).toMatch(/\.dockerignore \(new\): complete-dockerignore/);
    expect(said).toContain('Take it [y,n,N,e,q,?]?');
    expect(read(root, '.dockerignore')).toContain('node_modules');
  });

  test('an ignore file that is there can have a comment, or be left', async () => {
    const root = tree({ ...APP, '.dockerignore': '*.log\n' });
    await session(root, ['n'], IGNORE);
    expect(read(root, '.dockerignore')).toBe('*.log\n');
    await session(root, ['i'], IGNORE);
    expect(read(root, '.dockerignore')).toBe('# dockopt ignore=complete-dockerignore\n*.log\n');
    expect((await session(root, [], IGNORE)).said).toBe('Nothing to write.\n');
  });

  test('quitting there leaves it out', async () => {
    const root = tree(APP);
    await session(root, ['q'], IGNORE);
    expect(existsSync(path.join(root, '.dockerignore'))).toBe(false);
  });

  test('one that fails is told, and the others go on', async () => {
    const root = tree({ Dockerfile: 'RUNN x\n', 'b.Dockerfile': NAIVE });
    const { status, err } = await session(root, ['y'], ONE);
    expect(status).toBe(2);
    expect(err).toContain('Dockerfile:1: ');
    expect(read(root, 'b.Dockerfile')).toBe(MERGED);
  });

  test('CRLF and a byte order mark stay', async () => {
    const text = `\uFEFF${NAIVE.replaceAll('\n', '\r\n')}`;
    const root = tree({ Dockerfile: text });
    await session(root, ['y'], ONE);
    expect(read(root, 'Dockerfile')).toBe(`\uFEFF${MERGED.replaceAll('\n', '\r\n')}`);
  });

  test('unsafe findings are asked about with --unsafe alone', async () => {
    const root = tree({ Dockerfile: 'FROM debian:8\nRUN apt-get update\n' });
    const { said } = await session(root, [], { only: ['replace-retired-base'] });
    expect(said).toContain('You were not asked about 1 finding that may do harm; --unsafe asks.');
    const asked = await session(root, ['n'], { only: ['replace-retired-base'], unsafe: true });
    expect(asked.said).toContain('replace-retired-base (unsafe)');
  });
});

describe('the terminal', () => {
  test('answers typed ahead are kept; then comes the end', async () => {
    const [input, output] = [new PassThrough(), new PassThrough()];
    const terminal = new Terminal(input, output, (text) => Promise.resolve(text));
    input.end('y\n n \nq');
    expect([await terminal.ask('a'), await terminal.ask('b'), await terminal.ask('c')]).toEqual([
      'y',
      'n',
      'q',
    ]);
    await expect(terminal.ask('d')).rejects.toThrow(Interrupted);
    terminal.close();
  });

  test('usage', () => {
    const root = tree({ Dockerfile: NAIVE });
    for (const [args, message] of [
      [[], '--interactive needs a terminal'],
      [['--check'], '--interactive goes without --check'],
      [['--verify'], '--interactive goes without --verify'],
      [['--format', 'json'], '--interactive goes without --format'],
      [['-'], '--interactive goes without "-" (standard input)'],
    ] as const) {
      const { status, out, err } = dockopt(root, ['fix', '--interactive', ...args]);
      expect({ status, out, lines: err.split('\n').length }).toEqual({
        status: 2,
        out: '',
        lines: 2,
      });
      expect(err).toContain(message);
    }
  });
});

/** Starts a command in a pseudo terminal, and types an answer for each question. */
const DRIVER = `
import os, pty, sys, select, signal, time
answers = sys.argv[1].split(',') if sys.argv[1] else []
pid, fd = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
shown, seen = b'', 0
while True:
    if not select.select([fd], [], [], 20)[0]: os.kill(pid, signal.SIGKILL); break
    try: piece = os.read(fd, 4096)
    except OSError: break
    if not piece: break
    shown += piece
    while answers and shown.count(b']? ') > seen:
        seen += 1
        answer = answers.pop(0)
        os.write(fd, {'^C': b'\\x03', '^D': b'\\x04'}.get(answer, answer.encode() + b'\\n'))
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) & 255)
`;

const hasPty =
  spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0;
if (!hasPty) console.warn('no python3 with the module pty: not tried in a pseudo terminal');

(hasPty ? describe : describe.skip)('in a pseudo terminal', () => {
  const drive = (
    root: string,
    answers: string,
    env: NodeJS.ProcessEnv = {},
    options: readonly string[] = [],
  ) => {
    const own = ['--interactive', '--only', 'merge-runs', ...options];
    const command = [process.execPath, MAIN, 'fix', ...own];
    const { status, stdout } = spawnSync('python3', ['-c', DRIVER, answers, ...command], {
      cwd: root,
      timeout: 30_000,
      env: { ...process.env, NO_COLOR: '1', ...env },
    });
    return { status, out: stdout.toString() };
  };

  test('y', () => {
    const root = tree({ Dockerfile: NAIVE });
    const { status, out } = drive(root, 'y');
    expect({ status, wrote: out.includes('wrote Dockerfile') }).toEqual({ status: 0, wrote: true });
    expect(read(root, 'Dockerfile')).toBe(MERGED);
  }, 40_000);

  test('e opens the editor, with its arguments, in the same terminal', () => {
    const root = tree({ Dockerfile: NAIVE });
    const { status } = drive(root, 'e', { VISUAL: 'sed -i s,/a/b,/a/c,', EDITOR: 'false' });
    expect(status).toBe(0);
    expect(read(root, 'Dockerfile')).toBe(MERGED.replace('/a/b', '/a/c'));
    const other = tree({ Dockerfile: NAIVE });
    expect(drive(other, 'e,q', { VISUAL: 'false' }).out).toContain('the editor false failed');
  }, 40_000);

  test('--changed and --staged ask about their files alone; what is staged stays so', () => {
    const root = tree({ 'a/Dockerfile': 'FROM debian:12\n', 'b/Dockerfile': NAIVE });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, '-c', 'user.name=A', '-c', 'user.email=a@example.org', 'commit', '-q', '-m', 'x');
    expect(drive(root, '', {}, ['--changed']).out).toContain('no Dockerfile differs from HEAD');
    add(root, { 'a/Dockerfile': NAIVE });
    expect(drive(root, 'q', {}, ['--changed']).out).toContain('a/Dockerfile:2: merge-runs');

    git(root, 'add', 'a/Dockerfile');
    const { status, out } = drive(root, 'y', {}, ['--staged']);
    expect({ status, asked: out.match(/Dockerfile:2: /g)!.length }).toEqual({
      status: 0,
      asked: 1,
    });
    expect(git(root, 'show', ':a/Dockerfile').out).toBe(MERGED);
    expect(read(root, 'b/Dockerfile')).toBe(NAIVE);

    // A part of it is not staged.
    git(root, 'reset', '-q');
    add(root, { 'a/Dockerfile': NAIVE });
    git(root, 'add', 'a/Dockerfile');
    add(root, { 'a/Dockerfile': `${NAIVE}RUN true\n` });
    const partly = drive(root, 'y', {}, ['--staged']);
    expect(partly.status).toBe(2);
    expect(partly.out).toContain('a/Dockerfile: a part of it is not staged');
    expect(read(root, 'a/Dockerfile')).toBe(`${NAIVE}RUN true\n`);
  }, 80_000);

  test.each([
    ['^C', 130],
    ['^D', 2],
  ])(
    '%s writes nothing',
    (key, expected) => {
      const root = tree({ Dockerfile: NAIVE, 'b.Dockerfile': NAIVE });
      const { status, out } = drive(root, `y,${key}`);
      expect({ status, nothing: out.includes('Nothing was written.') }).toEqual({
        status: expected,
        nothing: true,
      });
      expect(read(root, 'Dockerfile')).toBe(NAIVE);
    },
    40_000,
  );
});
