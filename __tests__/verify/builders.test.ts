/** What goes wrong around a build, with builders that the tests write. */
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from '@jest/globals';
import { cli } from '../../src/cli/cli.ts';
import { NAIVE, tree } from '../cli/helpers.ts';
import { give, serve } from '../cli/registries.ts';

const { PATH } = process.env;
afterEach(() => {
  process.env['PATH'] = PATH;
});

/** Only this docker is found, and node and what scripts need. */
function withDocker(folder: string, script: string): string {
  const log = path.join(folder, 'calls');
  for (const name of ['podman', 'buildah']) put(folder, name, 'exit 1');
  put(folder, 'docker', `echo "$*" >> ${log}\n${script}`);
  process.env['PATH'] = `${folder}${path.delimiter}${PATH}`;
  return log;
}

function put(folder: string, name: string, script: string): void {
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(path.join(folder, name), 0o755);
}

async function run(args: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const streams = { stdout, stderr } as unknown as Parameters<typeof cli>[2];
  const status = await cli(args, '0', streams);
  const all = (stream: PassThrough): string => String(stream.read() ?? '');
  return { status, out: all(stdout), err: all(stderr) };
}

const ours = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('dockopt-verify-'));

describe('verify', () => {
  test('without any builder', async () => {
    const root = tree({ Dockerfile: NAIVE });
    process.env['PATH'] = path.join(root, 'nothing');
    const { status, err } = await run(['verify', root]);
    expect(status).toBe(2);
    expect(err).toMatch(/^dockopt: no builder: there is no docker here; install it/);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('with the one that is asked for missing', async () => {
    const root = tree({ Dockerfile: NAIVE });
    process.env['PATH'] = path.join(root, 'nothing');
    const { status, err } = await run(['verify', root, '--builder', 'buildah']);
    expect({ status, err }).toEqual({
      status: 2,
      err: 'dockopt: there is no buildah here; install it, or choose another --builder\n',
    });
  });

  test.each([
    [
      'a daemon that goes away in the build',
      'case $1 in version) [ -e $0.gone ] && { echo "no daemon" >&2; exit 1; }; echo 26;; build) : > $0.gone; echo "ERROR: EOF" >&2; exit 1;; esac',
      'docker does not answer: no daemon',
    ],
    [
      'a full disk',
      'case $1 in version) echo 26;; build) echo "ERROR: write /x: no space left on device" >&2; exit 1;; esac',
      'the disk is full: make room, and try again',
    ],
    [
      'a build that hangs',
      'case $1 in version) echo 26;; build) sleep 30;; esac',
      'the build takes more than 1 s',
    ],
    [
      'a file that does not build as it is',
      'case $1 in version) echo 26;; build) printf -- "------\\n > [2/2] RUN x:\\n0.1 sh: x: not found\\n------\\nERROR: failed to solve: exit code: 127\\n" >&2; exit 1;; esac',
      'it does not build as it is: failed to solve: exit code: 127 (sh: x: not found)',
    ],
    [
      'a base image that is not there',
      'case $1 in version) echo 26;; build) echo "ERROR: failed to solve: a:1: failed to resolve source metadata for docker.io/library/a:1: failed to do request: Head \\"https://x/v2/\\": dial tcp: lookup x on 1.1.1.1:53: no such host" >&2; exit 1;; esac',
      'it does not build as it is: a:1 cannot be pulled: no such host',
    ],
    [
      'a base image that is not given out',
      'case $1 in version) echo 26;; build) echo "ERROR: failed to solve: a/b: pull access denied, repository does not exist: server message: insufficient_scope" >&2; exit 1;; esac',
      'it does not build as it is: a/b cannot be pulled: pull access denied, repository does not exist',
    ],
  ])('%s: one clear line, status 2, nothing left', async (_name, script, message) => {
    const root = tree({ Dockerfile: NAIVE });
    const bin = tree();
    const log = withDocker(bin, script);
    const before = ours();
    const { status, err } = await run(['verify', root, '--build-timeout', '1']);
    expect(status).toBe(2);
    expect(err.trim().split('\n')).toEqual([`${path.join(root, 'Dockerfile')}: ${message}`]);
    // It has asked for what carries its label, to remove it.
    expect(readFileSync(log, 'utf8')).toContain('images --all --quiet --filter label=org.dockopt');
    expect(ours()).toEqual(before);
  });

  test('Ctrl-C: status 2, and what was made is removed', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const bin = tree();
    const log = withDocker(
      bin,
      'case $1 in version) echo 26;; build) : > $0.building; sleep 30;; images) echo sha256:1;; esac',
    );
    const before = ours();
    const running = run(['verify', root]);
    while (!existsSync(path.join(bin, 'docker.building'))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    process.emit('SIGINT');
    const { status, err } = await running;
    expect({ status, err }).toEqual({
      status: 2,
      err: 'dockopt: interrupted; what it had made is removed\n',
    });
    expect(readFileSync(log, 'utf8')).toContain('rmi --force sha256:1');
    expect(ours()).toEqual(before);
  });

  test('hands its options on, and no shell reads them', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const log = withDocker(tree(), 'case $1 in version) echo 26;; *) exit 1;; esac');
    const args = ['--build-arg', 'A=$(touch /x)', '--target', 't', '--build-network', 'host'];
    await run(['verify', root, ...args, '--platform', 'linux/arm64', '--secret', 'id=s,src=f']);
    const build = readFileSync(log, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('build '));
    expect(build).toContain(
      '--build-arg A=$(touch /x) --target t --secret id=s,src=f --platform linux/arm64 --network host',
    );
  });

  test('--pin asks the registries, as fix does', async () => {
    const asked: string[] = [];
    const registry = await serve((request, response) => {
      asked.push(request.url!);
      give(request, response, '{"schemaVersion":2,"manifests":[]}');
    });
    const root = tree({ Dockerfile: `FROM ${registry}/app:1\n` });
    withDocker(tree(), 'case $1 in version) echo 26;; *) exit 1;; esac');
    const { status, err } = await run(['verify', root, '--pin']);
    expect(status).toBe(2);
    expect(err).toContain('it does not build as it is');
    expect(asked).toContain('/v2/app/manifests/1');
    await run(['verify', root]);
    expect(asked).toHaveLength(1);
  });

  test('--keep removes no image', async () => {
    const root = tree({ Dockerfile: NAIVE });
    const log = withDocker(tree(), 'case $1 in version) echo 26;; *) exit 1;; esac');
    await run(['verify', root, '--keep']);
    expect(readFileSync(log, 'utf8')).not.toContain('images --all');
  });
});

describe('fix --verify', () => {
  test('writes nothing where nothing can be said', async () => {
    const root = tree({ Dockerfile: NAIVE });
    withDocker(tree(), 'case $1 in version) echo 26;; build) sleep 30;; esac');
    const { status, err } = await run(['fix', root, '--verify', '--write', '--build-timeout', '1']);
    expect(status).toBe(2);
    expect(err).toContain('the build takes more than 1 s');
    expect(readFileSync(path.join(root, 'Dockerfile'), 'utf8')).toBe(NAIVE);
  });
});

test.each([
  [['verify', '-'], 'verify takes files, not "-"'],
  [['verify', '--http', '80'], '--http takes [PORT]/PATH…, not "80"'],
  [['verify', '--run', 'a "b'], 'a quote in the middle of a word, or one alone'],
  [['verify', '--env', 'x'], '--env takes NAME=VALUE, not "x"'],
  [['verify', '--budget', 'much'], '--budget takes 50MB or 5%, not "much"'],
  [['verify', '--builder', 'kaniko'], '--builder takes docker or podman or buildah'],
  [['verify', '--run-timeout', '0'], '--run-timeout takes a number of seconds, not "0"'],
  [['verify', '--format', 'diff'], '--format takes table or json or markdown, not "diff"'],
  [['fix', '--verify', '-'], '--verify takes files, not "-"'],
])('%j is one clear line', async (args, message) => {
  const { status, err } = await run(args);
  expect(status).toBe(2);
  expect(err).toContain(message);
});
