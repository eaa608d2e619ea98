/** The parts of the image tests that need no Docker. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { APPS, readApps } from '../src/dev/images/apps.ts';
import { parseChecks } from '../src/verify/checks.ts';
import { run } from '../src/verify/command.ts';
import { lost } from '../src/verify/configuration.ts';
import { cachedStepsIn, Docker } from '../src/verify/docker.ts';
import { copyDockerfile, withoutFrontend } from '../src/verify/dockerfile-copy.ts';
import { networkOf } from '../src/verify/network.ts';
import { differences } from '../src/verify/observation.ts';
import { rewrite } from '../src/dev/images/rewrite.ts';
import { readSettings } from '../src/dev/images/settings.ts';
import { parseStandIns } from '../src/dev/images/stand-ins.ts';
import { faults, table, totals } from '../src/dev/images/table.ts';
import { faultsOf, userFault, type Outcome } from '../src/dev/images/verdict.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'dockopt-image-checks-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
};

describe('checks', () => {
  test('of every kind', () => {
    const text =
      '# remark\nhttp 80 / /x?y=1\n\nrun\nenv A=b=c env D= run -v  x\nhealthy\nredirect 1 /\n';
    const plain = { env: [], mounts: [], readOnly: false, writes: [] };
    expect(parseChecks(text)).toEqual([
      { ...plain, line: 'http 80 / /x?y=1', kind: 'http', port: 80, paths: ['/', '/x?y=1'] },
      { ...plain, line: 'run', kind: 'run', args: [] },
      {
        ...plain,
        line: 'env A=b=c env D= run -v  x',
        kind: 'run',
        args: ['-v', 'x'],
        env: ['A=b=c', 'D='],
      },
      { ...plain, line: 'healthy', kind: 'healthy' },
      { ...plain, line: 'redirect 1 /', kind: 'redirect', port: 1, paths: ['/'] },
    ]);
  });

  test('with a read-only file system, mounts, and what it writes', () => {
    const text = 'readonly tmpfs /run volume /data host /up writes /data/x http 80 /\n';
    expect(parseChecks(text)).toMatchObject([
      {
        kind: 'http',
        readOnly: true,
        mounts: [
          { kind: 'tmpfs', at: '/run' },
          { kind: 'volume', at: '/data' },
          { kind: 'host', at: '/up' },
        ],
        writes: ['/data/x'],
      },
    ]);
  });

  test.each([
    ['', 'no checks'],
    ['http 80', 'line 1: it takes PORT PATH'],
    ['http x /', 'line 1: it takes PORT PATH'],
    ['http 80 x', 'line 1: it takes PORT PATH'],
    ['run\nenv A run', 'line 2: env takes KEY=VALUE'],
    ['walk', 'line 1: neither http'],
    ['healthy now', 'line 1: neither http'],
  ])('%j is wrong', (text, problem) => {
    expect(() => parseChecks(text)).toThrow(problem);
  });
});

describe('observations', () => {
  const seen = { status: 0, stdout: 'a\n' };

  test('that agree', () => {
    expect(differences([{ what: 'run', seen }], [{ what: 'run', seen: { ...seen } }])).toEqual([]);
  });

  test('that differ', () => {
    const other = { what: 'run', seen: { status: 1, stdout: 'a\nb\n' } };
    expect(differences([{ what: 'run', seen }], [other])).toEqual([
      'run: status was 0, is 1',
      'run: stdout was "a\\n", is "a\\nb\\n"',
    ]);
    expect(differences([{ what: 'run', seen }], [])).toHaveLength(3);
  });
});

describe('settings', () => {
  test.each([
    ['{"levle":"safe"}', 'no setting "levle"'],
    ['{"level":"brave"}', 'no level brave'],
    ['{"expert":"Dockerfile.best"}', 'does not say why'],
    ['{"variants":{"static":{"refused":"x"}}}', 'does not say why'],
  ])('%s is wrong', (text, problem) => {
    expect(() => readSettings(put('wrong.json', text))).toThrow(problem);
  });

  test('none', () => expect(readSettings(path.join(folder, 'none.json'))).toEqual({}));
});

describe('applications', () => {
  const app = (name: string): string => {
    put(`apps/${name}/Dockerfile`, 'FROM debian:12\nRUN echo a\nRUN echo b\n');
    return put(`apps/${name}/Dockerfile.expert`, 'FROM debian:12-slim\n');
  };
  const expert = app('one');
  app('two');
  put('apps/one/checks', 'run true\n');
  put('apps/checks/two', 'run false\n');
  const settings = {
    variants: { static: { level: 'unsafe', expert: 'Dockerfile.best', why: '' } },
  };
  put('apps/two/settings.json', JSON.stringify(settings));
  const apps = readApps([path.join(folder, 'apps')], []);

  test('with their checks, and a run for every variant', () => {
    expect(apps.map(({ name, checks }) => [name, checks[0]!.line])).toEqual([
      ['one', 'run true'],
      ['two', 'run false'],
    ]);
    expect(apps[0]!.runs).toEqual([{ name: 'one', expertFile: expert }]);
    expect(apps[1]!.runs.map(({ name }) => name)).toEqual(['two', 'two static']);
    expect(apps[1]!.runs[1]!.expertFile).toBe(path.join(folder, 'apps/two/Dockerfile.best'));
  });

  test('by name', () => {
    expect(readApps([path.join(folder, 'apps')], ['two'])).toHaveLength(1);
    expect(() => readApps([path.join(folder, 'apps')], ['three'])).toThrow('no application three');
    const twice = [path.join(folder, 'apps'), path.join(folder, 'apps')];
    expect(() => readApps(twice, [])).toThrow('same name');
  });

  test('are rewritten as the command does', () => {
    const { text, converted, problems } = rewrite(apps[0]!, apps[0]!.runs[0]!);
    expect(text).toBe('FROM debian:12\nRUN echo a && \\\n    echo b\n');
    expect([converted, problems]).toEqual([false, []]);
  });

  test('must be refused where the settings say so', () => {
    const refused = { ...apps[0]!.runs[0]!, refused: 'no-such-reason', why: 'a test' };
    expect(rewrite(apps[0]!, refused).problems).toEqual([
      'not refused for the reason no-such-reason',
    ]);
  });

  test('of ours are well-formed', () => {
    const ours = readApps([APPS], []);
    expect(ours.length).toBeGreaterThanOrEqual(20);
    for (const { runs } of ours) {
      for (const { expertFile, refused, nothing } of runs) {
        if (refused === undefined && nothing !== true)
          expect(readFileSync(expertFile, 'utf8')).toMatch(/^FROM /m);
      }
    }
  });
});

test('stand-ins are two images a line', () => {
  const ours = readFileSync(path.join(APPS, '../stand-ins.txt'), 'utf8');
  expect(parseStandIns(ours).length).toBeGreaterThan(0);
  expect(parseStandIns('# a b\n\na:1  b\n')).toEqual([{ missing: 'a:1', instead: 'b' }]);
  expect(() => parseStandIns('a\n')).toThrow('not two images: a');
  expect(() => parseStandIns('a b c\n')).toThrow('not two images');
});

describe('the copy of a Dockerfile', () => {
  test.each([
    ['# syntax=docker/dockerfile:1\nFROM a\n', 'FROM a\n'],
    ['# escape=`\n#Syntax = x\nFROM a\n', '# escape=`\nFROM a\n'],
    ['# a remark\n# syntax=x\nFROM a\n', '# a remark\n# syntax=x\nFROM a\n'],
    ['FROM a\n# syntax=x\n', 'FROM a\n# syntax=x\n'],
    ['# syntax=x', ''],
  ])('%j without its frontend', (text, expected) => {
    expect(withoutFrontend(text)).toBe(expected);
  });

  test('has the .dockerignore of the original beside it', () => {
    const original = put('ignoring/Dockerfile', 'FROM a\n');
    put('ignoring/Dockerfile.dockerignore', 'b\n');
    const copy = copyDockerfile('FROM c\n', original, { folder, noFrontend: false });
    expect(readFileSync(copy, 'utf8')).toBe('FROM c\n');
    expect(readFileSync(`${copy}.dockerignore`, 'utf8')).toBe('b\n');
  });
});

test('what an image must go on saying', () => {
  const before = {
    User: 'node',
    ExposedPorts: { '80/tcp': {} },
    Volumes: { '/data': {} },
    Labels: { a: '1', b: '2', 'org.dockopt.images': 'x' },
    StopSignal: 'SIGINT',
    Healthcheck: { Test: ['CMD', 'true'] },
  };
  const more = { ...before, ExposedPorts: { '80/tcp': {}, '81/tcp': {} }, User: '65532:65532' };
  expect(lost(before, more)).toEqual([]);
  expect(lost({ Volumes: null }, { Labels: null })).toEqual([]);
  expect(lost(before, { User: '0:0', Labels: { a: '1' } })).toEqual(
    ['EXPOSE 80/tcp', 'VOLUME /data', 'LABEL b', 'STOPSIGNAL', 'HEALTHCHECK', 'USER node'].map(
      (what) => `the image has lost its ${what}`,
    ),
  );
});

describe('a published port', () => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.writeHead(request.url === '/' ? 200 : 302, {
      'content-type': 'text/x',
      location: '/',
    });
    response.end(Buffer.from([0xff, 0x0a]));
  });
  const { DOCKER_HOST } = process.env;
  beforeAll(async () => {
    process.env['DOCKER_HOST'] = 'tcp://elsewhere:2375';
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    if (DOCKER_HOST === undefined) delete process.env['DOCKER_HOST'];
    else process.env['DOCKER_HOST'] = DOCKER_HOST;
    await new Promise((resolve) => server.close(resolve));
  });

  /** A daemon that publishes the port of that server for whatever container. */
  const docker = new Docker({
    buildSeconds: 1,
    runSeconds: 10,
    signal: new AbortController().signal,
  });
  docker.ask = () => {
    const { port } = server.address() as AddressInfo;
    return Promise.resolve(`127.0.0.1:${port}\n[::1]:${port}`);
  };

  test('is asked where the network of a container cannot be entered', async () => {
    const network = networkOf(docker);
    expect(network.settings(80)).toEqual({ publish: 80 });
    expect(await network.ask('container', 80, ['/', '/x?y'])).toEqual([
      { path: '/', status: 200, type: 'text/x', location: '/', body: '\xff\n' },
      { path: '/x?y', status: 302, type: 'text/x', location: '/', body: '\xff\n' },
    ]);
    expect(requests).toEqual(['/', '/x?y']);
  });
});

describe('the verdict', () => {
  const good: Outcome = {
    name: 'good',
    before: 1_000_000_000,
    after: 10_000_000,
    expert: 9_900_000,
    same: true,
    users: [0, 10_001],
    converted: true,
    refused: false,
    problems: [],
    because: '',
  };
  const bad: Outcome = {
    ...good,
    name: 'bad',
    after: 1_000_000_001,
    converted: false,
    same: false,
    problems: ['run: status was 0, is 1'],
    because: 'of something',
  };
  delete (bad as { users?: unknown }).users;
  const refused: Outcome = {
    name: 'refused',
    before: 5,
    after: 5,
    same: true,
    converted: false,
    refused: true,
    problems: [],
    because: 'of something',
  };

  test('tells all that is wrong', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(faultsOf(refused)).toEqual([]);
    expect(faultsOf(bad)).toEqual([
      'run: status was 0, is 1',
      'not converted: of something',
      '1 bytes larger than before',
      "101.01 times the expert's image",
    ]);
  });

  test('lets a new user take the room of its account, and no more', () => {
    const before = 1_000_000;
    const made = { ...good, before, expert: before };
    expect(faultsOf({ ...made, after: before + 40_000 })).toEqual([]);
    expect(faultsOf({ ...made, after: before + 60_000 })).toEqual([
      '60000 bytes larger than before',
    ]);
    expect(faultsOf({ ...made, users: [0, 0], after: before + 1 })).toHaveLength(1);
  });

  test('tells whom it runs as', () => {
    const nonRoot = { transform: 'non-root-user' } as const;
    expect(userFault(nonRoot, 0, 10_001)).toEqual([]);
    expect(userFault(nonRoot, 0, 0)).toEqual(['it runs as root']);
    expect(userFault({ ...nonRoot, uid: 1000 }, 0, 10_001)).toHaveLength(1);
    expect(userFault({ ...nonRoot, refused: 'drops' }, 0, 10_001)).toHaveLength(1);
    expect(userFault({}, 0, 0)).toEqual([]);
  });

  test('is a table, and totals', () => {
    expect(table([{ ...good, rebuilt: [9, 1.5] }, bad, refused])).toBe(
      [
        '| app | before MB | dockopt MB | expert MB | smaller by | of expert | same | user | rebuild s | converted? |',
        '| --- | --: | --: | --: | --: | --: | --- | --- | --- | --- |',
        '| good | 1000.0 | 10.0 | 9.9 | 99.0 % | 1.01 | yes | 0 → 10001 | 9.0 → 1.5 (6.0 times) | yes |',
        '| bad | 1000.0 | 1000.0 | 9.9 | -0.0 % | 101.01 | NO | – | – | no |',
        '| refused | 0.0 | 0.0 | – | 0.0 % | – | yes | – | – | refused |',
        '',
      ].join('\n'),
    );
    expect(faults([good, bad])).toContain('bad: not converted: of something\n');
    expect(totals([good, bad, refused])).toBe('2 passed, 1 failed');
  });
});

describe('the steps that a build takes from its cache', () => {
  test('are those whose line says so', () => {
    const log = [
      '#5 [build 1/3] FROM docker.io/library/node:20',
      '#5 CACHED',
      '',
      '#6 [build 2/3] COPY package.json ./',
      '#6 CACHED',
      '#7 [build 3/3] RUN npm ci',
      '#7 0.412 added 66 packages',
      '#7 DONE 1.3s',
    ].join('\n');
    expect(cachedStepsIn(log)).toEqual([
      '[build 1/3] FROM docker.io/library/node:20',
      '[build 2/3] COPY package.json ./',
    ]);
  });
});

describe('a command', () => {
  const node = [process.execPath, '-e'] as const;

  test('is run without a shell', async () => {
    const finished = await run(
      [...node, 'console.log(process.argv[1]);process.exit(3)', '$(x)'],
      20,
    );
    expect(finished).toEqual({ status: 3, stdout: '$(x)\n', stderr: '' });
  });

  test('is stopped after its time, or at once', async () => {
    const forever = 'setInterval(() => {}, 1000)';
    expect((await run([...node, forever], 0.2)).status).toBeUndefined();
    const controller = new AbortController();
    controller.abort();
    expect((await run([...node, forever], 60, controller.signal)).status).toBeUndefined();
  });

  test('that is not there', async () => {
    await expect(run(['/no/such/program'], 1)).rejects.toThrow('ENOENT');
  });
});
