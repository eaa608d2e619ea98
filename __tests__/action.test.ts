/** `action.yml`, its steps run by bash, against a stand-in for GitHub's API. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import { parse } from 'yaml';

// Each runs several programs.
jest.setTimeout(120_000);

const ROOT = path.resolve(import.meta.dirname, '..');

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
}

const action = parse(readFileSync(path.join(ROOT, 'action.yml'), 'utf8')) as {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { description: string; value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};

const NAIVE = 'FROM debian:12\nRUN mkdir -p /a\nRUN touch /a/b\n';
const MERGED = 'FROM debian:12\nRUN mkdir -p /a && \\\n    touch /a/b\n';

describe('action.yml', () => {
  test('what GitHub asks of a composite action', () => {
    expect(Object.keys(action).toSorted()).toEqual(
      ['author', 'branding', 'description', 'inputs', 'name', 'outputs', 'runs'].toSorted(),
    );
    expect(action.runs.using).toBe('composite');
    for (const step of action.runs.steps) expect(step).toMatchObject({ shell: 'bash' });
    for (const input of Object.values(action.inputs)) {
      expect(Object.keys(input)).toEqual(['description', 'default']);
      expect(typeof input.default).toBe('string');
    }
    for (const output of Object.values(action.outputs)) {
      const [, id] = /^\$\{\{ steps\.(\w+)\.outputs\.[\w-]+ \}\}$/.exec(output.value) ?? [];
      expect(action.runs.steps.map((step) => step.id)).toContain(id);
    }
  });

  test('no expression stands within a script, and only inputs and steps reach the environment', () => {
    for (const { run: script, env = {} } of action.runs.steps) {
      expect(script).not.toContain('${{');
      for (const value of Object.values(env)) {
        expect(value).toMatch(/^\$\{\{ (?:inputs|steps)\.[\w.-]+ \}\}$/);
      }
    }
  });

  test('every input is documented with its default', () => {
    const page = readFileSync(path.join(ROOT, 'docs/integrations.md'), 'utf8');
    for (const name of [...Object.keys(action.inputs), ...Object.keys(action.outputs)]) {
      expect(page).toContain(`| \`${name}\``);
    }
  });
});

interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: Record<string, unknown>;
}

interface Comment {
  id: number;
  body: string;
  user: { type: string };
}

/** What GitHub has of the pull request. */
const hub = {
  comments: [] as Comment[],
  reviews: [] as Record<string, unknown>[],
  files: [] as { filename: string; sha: string; patch?: string }[],
  sent: [] as Sent[],
  mayWrite: true,
};

function answer({ method, url, body }: Sent): [status: number, body: unknown] {
  const isList = method === 'GET' && url.includes('per_page=100');
  const page = (all: readonly unknown[]): [number, unknown] => {
    const at = Number(/&page=(\d+)/.exec(url)![1]) - 1;
    return [200, all.slice(at * 100, at * 100 + 100)];
  };
  if (isList && url.includes('/pulls/7/files')) return page(hub.files);
  if (isList && url.includes('/pulls/7/comments')) {
    return page(hub.reviews.flatMap((review) => review['comments']));
  }
  if (isList) return page(hub.comments);
  if (!hub.mayWrite) return [403, { message: 'Resource not accessible by integration' }];
  if (method === 'PATCH') {
    const id = Number(url.split('/').at(-1));
    Object.assign(
      hub.comments.find((one) => one.id === id)!,
      body,
    );
    return [200, {}];
  }
  if (url.endsWith('/reviews')) hub.reviews.push(body);
  else hub.comments.push({ id: 1000, user: { type: 'Bot' }, body: String(body['body']) });
  return [201, {}];
}

let server: Server;
let api = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => (text += String(piece)));
    request.on('end', () => {
      const sent = {
        method: request.method!,
        url: request.url!,
        body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
      };
      hub.sent.push(sent);
      const isKnown = request.headers.authorization === 'Bearer secret-token';
      const [status, body] = isKnown ? answer(sent) : [401, { message: 'Bad credentials' }];
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  api = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

let root = '';
let repo = '';

beforeEach(() => {
  Object.assign(hub, { comments: [], reviews: [], files: [], sent: [], mayWrite: true });
  root = mkdtempSync(path.join(tmpdir(), 'dockopt-action-'));
  repo = path.join(root, 'work');
  mkdirSync(path.join(root, 'bin'));
  // The packages of this repository are there already, and those of npm are not fetched in a test.
  const npm = `#!/bin/sh\necho "$@" >> "${root}/npm.log"\n`;
  writeFileSync(path.join(root, 'bin/npm'), npm);
  chmodSync(path.join(root, 'bin/npm'), 0o755);
  git(root, 'init', '-q', '--bare', '-b', 'main', 'origin.git');
  git(root, 'clone', '-q', path.join(root, 'origin.git'), repo);
  write('Dockerfile', 'FROM debian:12\n');
  commitAll();
  git(repo, 'push', '-q', 'origin', 'HEAD:main');
  git(repo, 'checkout', '-q', '-b', 'topic');
  write('Dockerfile', NAIVE);
  commitAll();
  git(repo, 'push', '-q', 'origin', 'topic');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function git(cwd: string, ...args: string[]): string {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(repo, name)), { recursive: true });
  writeFileSync(path.join(repo, name), text);
};
const read = (name: string): string => readFileSync(path.join(repo, name), 'utf8');

function commitAll(): void {
  git(repo, 'add', '-A');
  git(repo, 'commit', '-q', '-m', 'x');
}

const pullRequest = (fork = false) => ({
  pull_request: {
    number: 7,
    head: {
      sha: git(repo, 'rev-parse', 'HEAD'),
      repo: { full_name: fork ? 'else/app' : 'me/app' },
    },
    base: { sha: git(repo, 'rev-parse', 'origin/main'), repo: { full_name: 'me/app' } },
  },
});

interface Ran {
  readonly failed: boolean;
  readonly log: string;
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly summary: string;
}

/** Does what a runner does with the steps of a composite action. */
async function run(
  inputs: Readonly<Record<string, string>>,
  event: object = pullRequest(),
  eventName = 'pull_request',
): Promise<Ran> {
  const outputs: Record<string, Record<string, string>> = {};
  const files = Object.fromEntries(
    ['output', 'event', 'summary'].map((name) => [name, path.join(root, name)]),
  ) as Record<'output' | 'event' | 'summary', string>;
  writeFileSync(files.event, JSON.stringify(event));
  writeFileSync(files.summary, '');
  const value = (text: string): string =>
    text.replaceAll(/\$\{\{ (.+?) \}\}/g, (_, expression: string) => {
      if (expression === 'github.token') return 'secret-token';
      const [, kind, name, , of] = /^(\w+)\.([\w-]+)(\.outputs\.([\w-]+))?$/.exec(expression)!;
      if (kind === 'steps') return outputs[name!]?.[of!] ?? '';
      return inputs[name!] ?? value(action.inputs[name!]!.default);
    });
  let log = '';
  for (const step of action.runs.steps) {
    const [, needed] = /^contains\(inputs\.mode, '(\w+)'\)$/.exec(step.if ?? '') ?? [];
    if (step.if !== undefined && !value('${{ inputs.mode }}').includes(needed!)) continue;
    writeFileSync(files.output, '');
    const env = Object.entries(step.env ?? {}).map(([name, text]) => [name, value(text)]);
    const cwd = path.join(repo, value(step['working-directory'] ?? '.'));
    const { status, text } = await bash(step.run!, cwd, {
      ...(Object.fromEntries(env) as Record<string, string>),
      PATH: `${root}/bin${path.delimiter}${process.env['PATH']}`,
      // A step that outlives its test, and with it the npm above, installs nothing here.
      npm_config_dry_run: 'true',
      RUNNER_TEMP: root,
      GITHUB_ACTION_PATH: ROOT,
      GITHUB_API_URL: api,
      GITHUB_REPOSITORY: 'me/app',
      GITHUB_EVENT_NAME: eventName,
      GITHUB_EVENT_PATH: files.event,
      GITHUB_OUTPUT: files.output,
      GITHUB_STEP_SUMMARY: files.summary,
    });
    log += text;
    const lines = readFileSync(files.output, 'utf8').split('\n').filter(Boolean);
    const pairs = lines.map((line) => /^([\w-]+)=(.*)$/.exec(line)!.slice(1));
    if (step.id) outputs[step.id] = Object.fromEntries(pairs) as Record<string, string>;
    // As after a failing step without `if: always()`.
    if (status !== 0)
      return { failed: true, log, outputs, summary: readFileSync(files.summary, 'utf8') };
  }
  return { failed: false, log, outputs, summary: readFileSync(files.summary, 'utf8') };
}

/** As the runner starts `shell: bash`. */
function bash(
  script: string,
  cwd: string,
  env: Record<string, string>,
): Promise<{ status: number | null; text: string }> {
  const file = path.join(root, 'step.sh');
  writeFileSync(file, script);
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', file];
  const child = spawn('bash', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece) => (text += String(piece)));
  }
  return new Promise((resolve) => void child.on('close', (status) => resolve({ status, text })));
}

const ONLY = { args: '--only=merge-runs' };

describe('comment', () => {
  test('a first one, which is written anew at every push', async () => {
    const other = { id: 1, user: { type: 'User' }, body: 'Nice' };
    hub.comments.push(...Array.from({ length: 120 }, () => other));
    const first = await run(ONLY);
    expect(first).toMatchObject({ failed: false });
    expect(first.outputs['look']).toMatchObject({ changed: '1' });
    expect(hub.comments).toHaveLength(121);
    expect(hub.comments.at(-1)!.body).toMatch(
      /^<!-- dockopt -->\n[^]*1 of 1 Dockerfile would change/,
    );
    expect(first.summary).toBe(hub.comments.at(-1)!.body);
    write('Dockerfile', MERGED);
    commitAll();
    expect(await run(ONLY)).toMatchObject({ failed: false });
    expect(hub.comments).toHaveLength(121);
    expect(hub.comments.at(-1)!.body).toContain('0 of 1 Dockerfile would change');
    expect(readFileSync(path.join(root, 'npm.log'), 'utf8')).toContain('ci --ignore-scripts');
  });

  test('none where nothing is to be said', async () => {
    write('Dockerfile', MERGED);
    commitAll();
    expect(await run(ONLY)).toMatchObject({ failed: false });
    expect(hub.comments).toEqual([]);
  });

  test('that of a bot goes before one that anybody wrote', async () => {
    hub.comments.push(
      { id: 5, user: { type: 'Bot' }, body: '<!-- dockopt -->\nold' },
      { id: 6, user: { type: 'User' }, body: '<!-- dockopt -->\nmine' },
    );
    await run(ONLY);
    expect(hub.comments.map(({ body }) => body.split('\n')[1])).toEqual(['## dockopt', 'mine']);
  });

  test('a fork has no right to write: a notice, and the summary', async () => {
    hub.mayWrite = false;
    const { failed, log, summary } = await run(ONLY, pullRequest(true));
    expect(failed).toBe(false);
    expect(log).toMatch(
      /::notice title=dockopt::nothing is written: a pull request from a fork has/,
    );
    expect(summary).toContain('## dockopt');
    const own = await run(ONLY);
    expect(own.log).toContain('the job needs "permissions: pull-requests: write"');
  });

  test('outside of a pull request', async () => {
    const { failed, log } = await run(ONLY, { before: '0'.repeat(40) }, 'push');
    expect(failed).toBe(false);
    expect(log).toContain('the mode comment does nothing here: this is no pull request');
    expect(hub.sent).toEqual([]);
  });

  test('a token that does not hold fails, and is not shown', async () => {
    const { failed, log } = await run({ ...ONLY, token: 'wrong-token' });
    expect(failed).toBe(true);
    expect(log).toMatch(/::error title=dockopt::GET \S+: 401 Bad credentials/);
    expect(log).not.toContain('wrong-token');
  });
});

describe('suggest', () => {
  const file = (patch: string) => ({
    filename: 'Dockerfile',
    sha: git(repo, 'rev-parse', 'HEAD:Dockerfile'),
    patch,
  });

  test('for the lines that the pull request shows, once', async () => {
    hub.files = [file('@@ -1 +1,3 @@\n FROM debian:12\n+RUN mkdir -p /a\n+RUN touch /a/b')];
    const inputs = { ...ONLY, mode: 'suggest' };
    expect(await run(inputs)).toMatchObject({ failed: false });
    expect(hub.reviews).toHaveLength(1);
    expect(hub.reviews[0]).toMatchObject({
      event: 'COMMENT',
      commit_id: git(repo, 'rev-parse', 'HEAD'),
      comments: [{ path: 'Dockerfile', start_line: 2, line: 3, side: 'RIGHT' }],
    });
    await run(inputs);
    expect(hub.reviews).toHaveLength(1);
  });

  test('not for other lines, other files, or another state of the file', async () => {
    const inputs = { ...ONLY, mode: 'suggest' };
    for (const files of [
      [file('@@ -1 +1,2 @@\n FROM debian:12\n+RUN mkdir -p /a')],
      [{ ...file('@@ -1 +1,3 @@'), sha: '0'.repeat(40) }],
      [{ ...file('@@ -1 +1,3 @@'), filename: 'x/Dockerfile' }],
    ]) {
      hub.files = files;
      const { failed, log } = await run(inputs);
      expect(failed).toBe(false);
      expect(log).toContain('1 of 1 suggestions are for lines that the pull request does not show');
    }
    expect(hub.reviews).toEqual([]);
  });
});

describe('commit', () => {
  test('what is written is committed and pushed, and nothing else', async () => {
    write('notes.txt', 'mine\n');
    const message = 'Smaller\n\n"; echo $(pwd) `id`';
    const { failed, outputs } = await run({ ...ONLY, mode: 'commit', 'commit-message': message });
    expect(failed).toBe(false);
    expect(read('Dockerfile')).toBe(MERGED);
    const pushed = git(root, '-C', 'origin.git', 'rev-parse', 'topic');
    expect(outputs['commit']).toEqual({ commit: pushed });
    expect(git(repo, 'log', '-1', '--format=%an|%B')).toBe(`github-actions[bot]|${message}`);
    expect(git(repo, 'show', '--name-only', '--format=', 'HEAD')).toBe('Dockerfile');
    expect(await run({ ...ONLY, mode: 'commit' })).toMatchObject({ outputs: { commit: {} } });
  });

  test('a checkout that is no branch, and a fork', async () => {
    const fork = await run({ ...ONLY, mode: 'commit' }, pullRequest(true));
    expect(fork.failed).toBe(false);
    expect(fork.log).toContain(
      'nothing is committed: the branch of this pull request is in a fork',
    );
    git(repo, 'checkout', '-q', '--detach');
    const detached = await run({ ...ONLY, mode: 'commit' });
    expect(detached.failed).toBe(true);
    expect(detached.log).toContain('::error title=dockopt::the checkout is no branch');
    expect(read('Dockerfile')).toBe(NAIVE);
  });
});

describe('fail, sarif, and the choice of files', () => {
  test('fail: after everything else is done', async () => {
    const { failed, log } = await run({ ...ONLY, mode: 'comment, fail,sarif' });
    expect(failed).toBe(true);
    expect(log).toContain('::warning file=Dockerfile,line=2,title=dockopt merge-runs::');
    expect(log).toContain(
      '::error title=dockopt::1 file would change; dockopt fix --write does it',
    );
    expect(hub.comments).toHaveLength(1);
    write('Dockerfile', MERGED);
    expect(await run({ ...ONLY, mode: 'fail' })).toMatchObject({ failed: false });
  });

  test('a report for code scanning', async () => {
    const { outputs } = await run({ ...ONLY, mode: 'sarif' });
    const sarif = JSON.parse(readFileSync(outputs['look']!['sarif-file']!, 'utf8')) as object;
    expect(sarif).toMatchObject({ version: '2.1.0' });
  });

  test('a file that cannot be done fails, after the comment', async () => {
    write('b/Dockerfile', 'FROM\n');
    const { failed, log } = await run(ONLY);
    expect(failed).toBe(true);
    expect(log).toContain('::error title=dockopt::a file could not be done; see above');
    expect(hub.comments).toHaveLength(1);
  });

  test('only changed files', async () => {
    write('b/Dockerfile', NAIVE);
    commitAll();
    git(repo, 'push', '-q', 'origin', 'HEAD:main');
    write('c/Dockerfile', NAIVE);
    commitAll();
    const inputs = { ...ONLY, 'changed-only': 'true' };
    expect((await run(inputs)).outputs['look']).toMatchObject({ changed: '1' });
    expect((await run(ONLY)).outputs['look']).toMatchObject({ changed: '3' });
    const before = git(repo, 'rev-parse', 'HEAD~1');
    expect((await run(inputs, { before }, 'push')).outputs['look']).toMatchObject({ changed: '1' });
  });

  test('paths and arguments are words, whatever is in them', async () => {
    const odd = 'a b;touch pwned/$(touch pwned)/Dockerfile';
    write(odd, NAIVE);
    const { outputs, failed } = await run({
      paths: `${odd}\n-x\n`,
      args: '--only=merge-runs\n--skip=use-workdir\n',
      level: 'safe',
      'working-directory': '.',
    });
    expect(failed).toBe(true);
    expect(outputs['look']).toMatchObject({ changed: '1' });
    expect(existsSync(path.join(repo, 'pwned'))).toBe(false);
  });

  test('no configuration of a pull request runs with the rights of the base', async () => {
    write('dockopt.config.mjs', "console.log('ran ' + 'here'); export default {};\n");
    const own = await run(ONLY);
    expect(own.log).toContain('ran here');
    for (const [inputs, name] of [
      [ONLY, 'pull_request_target'],
      [{ ...ONLY, 'no-config': 'true' }, 'pull_request'],
    ] as const) {
      expect((await run(inputs, pullRequest(), name)).log).not.toContain('ran here');
    }
  });

  test('a version from npm', async () => {
    const modules = path.join(root, 'dockopt/npm/node_modules');
    mkdirSync(modules, { recursive: true });
    symlinkSync(ROOT, path.join(modules, 'dockopt'));
    const { failed } = await run({ ...ONLY, version: '0.1.0' });
    expect(failed).toBe(false);
    const log = readFileSync(path.join(root, 'npm.log'), 'utf8');
    expect(log).toMatch(/^install --prefix \S+ --ignore-scripts .* dockopt@0\.1\.0$/m);
  });

  test.each([
    [{ mode: 'comment,shout' }, 'the input mode takes comment, suggest, commit, fail, sarif'],
    [{ version: '1; id' }, 'the input version takes 1.2.3, or a tag'],
    [{ level: 'reckless' }, 'dockopt could not run; see above'],
  ])('%j is refused', async (inputs, message) => {
    const { failed, log } = await run(inputs);
    expect(failed).toBe(true);
    expect(log).toContain(`::error title=dockopt::${message}`);
    expect(hub.sent).toEqual([]);
  });
});
