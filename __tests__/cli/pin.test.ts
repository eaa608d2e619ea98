/** `dockopt fix --pin`: what registries are asked, and what becomes of their answers. */
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cli } from '../../src/cli/cli.ts';
import { clock } from '../../src/cli/registry/http.ts';
import { placeOf } from '../../src/cli/registry/place.ts';
import { readChallenge } from '../../src/cli/registry/challenge.ts';
import { add, tree } from './helpers.ts';
import { dockerRegistry, give, push, serve, sha256, unused } from './registries.ts';

jest.setTimeout(60_000);

const LIST = '{"schemaVersion":2,"manifests":[]}';
const DIGEST = sha256(LIST);
const SECRET = 'hunter2-is-a-secret';

let config = '';
const { env } = process;
const { sleep } = clock;
let waited: number[] = [];

beforeEach(() => {
  config = tree();
  waited = [];
  process.env = { ...env, DOCKER_CONFIG: config, PATH: `${config}${path.delimiter}${env['PATH']}` };
  clock.sleep = (ms) => (waited.push(ms), Promise.resolve());
});

afterEach(() => {
  process.env = env;
  clock.sleep = sleep;
});

/** Pins the images of one file. */
async function pin(
  text: string,
  ...args: string[]
): Promise<{ status: number; output: string; log: string; findings: { reason?: string }[] }> {
  const root = tree({ Dockerfile: text });
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const streams = { stdout, stderr } as unknown as Parameters<typeof cli>[2];
  const file = path.join(root, 'Dockerfile');
  const given = args.length > 0 ? args : ['--only', 'pin-digests'];
  const status = await cli(['fix', '--pin', '--format', 'json', ...given, file], '0', streams);
  const log = String(stderr.read() ?? '');
  const out = String(stdout.read());
  expect(log + out).not.toContain(SECRET);
  expect(log + out).not.toContain(Buffer.from(`user:${SECRET}`).toString('base64'));
  const [first] = (JSON.parse(out) as { files: { output: string; findings: [] }[] }).files;
  return { status, output: first!.output, log, findings: first!.findings };
}

const login = (registry: string, entry: Readonly<Record<string, unknown>>): void => {
  add(config, { 'config.json': JSON.stringify({ auths: { [registry]: entry } }) });
};
const basic = (user: string, password: string): string =>
  Buffer.from(`${user}:${password}`).toString('base64');

test('every place of a file, and each image once', async () => {
  const asked: string[] = [];
  const registry = await serve((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    expect(request.headers.accept).toContain('application/vnd.oci.image.index.v1+json');
    expect(request.headers.accept).toContain('manifest.list.v2+json');
    give(request, response, LIST);
  });
  const { status, output, log } = await pin(
    [
      `FROM --platform=linux/arm64 ${registry}/node:22 AS build`,
      `RUN --mount=from=${registry}/tools:1,target=/t cp /t/a /b`,
      `FROM ${registry}/node:22`,
      `COPY --from=build /b /`,
      `COPY --from=${registry}/team/app /c /`,
      '',
    ].join('\n'),
  );
  expect(output).toBe(
    [
      `FROM --platform=linux/arm64 ${registry}/node:22@${DIGEST} AS build`,
      `RUN --mount=from=${registry}/tools:1@${DIGEST},target=/t cp /t/a /b`,
      `FROM ${registry}/node:22@${DIGEST}`,
      `COPY --from=build /b /`,
      `COPY --from=${registry}/team/app:latest@${DIGEST} /c /`,
      '',
    ].join('\n'),
  );
  expect(asked.toSorted()).toEqual([
    'HEAD /v2/node/manifests/22',
    'HEAD /v2/team/app/manifests/latest',
    'HEAD /v2/tools/manifests/1',
  ]);
  expect({ status, log }).toEqual({ status: 0, log: expect.not.stringContaining('warning') });
});

test('the images that other transforms bring, and not those that they take away', async () => {
  const asked: string[] = [];
  const registry = await serve((request, response) => {
    asked.push(request.url!);
    give(request, response, LIST);
  });
  const text = `FROM ${registry}/a:1\nRUN mkdir -p /a\nRUN touch /a/b\n`;
  const { output } = await pin(text, '--only', 'merge-runs');
  expect(output).toBe(`FROM ${registry}/a:1@${DIGEST}\nRUN mkdir -p /a && \\\n    touch /a/b\n`);
  expect(asked).toEqual(['/v2/a/manifests/1']);
});

test('nothing is asked for without --pin, nor for what is given, ignored or not to be edited', async () => {
  const registry = await serve(() => {
    throw new Error('nobody asks');
  });
  const text = [
    'ARG TAG=1',
    `FROM ${registry}/known:1 AS a`,
    '# dockopt ignore=pin-digests -- new every night',
    `FROM ${registry}/ignored:1 AS b`,
    `FROM ${registry}/part:$TAG`,
    '',
  ].join('\n');
  const digests = `pin-digests.digests=${registry}/known:1@${DIGEST}`;
  const { output, log } = await pin(text, '--only', 'pin-digests', '--set', digests);
  expect(output).toBe(text.replace('known:1', `known:1@${DIGEST}`));
  expect(log).not.toContain('warning');
});

describe('answers', () => {
  const one = async (
    answer: (request: IncomingMessage) => [number, Record<string, string>, string?],
  ): Promise<Awaited<ReturnType<typeof pin>> & { asked: string[]; registry: string }> => {
    const asked: string[] = [];
    const registry = await serve((request, response) => {
      asked.push(request.method!);
      const [status, headers, body] = answer(request);
      response.writeHead(status, headers).end(request.method === 'HEAD' ? undefined : body);
    });
    return { ...(await pin(`FROM ${registry}/a:1\n`)), asked, registry };
  };
  const type = { 'content-type': 'application/vnd.docker.distribution.manifest.v2+json' };

  test('without the header the digest is worked out from the body', async () => {
    const { output, asked, registry } = await one(() => [200, type, LIST]);
    expect(output).toBe(`FROM ${registry}/a:1@${DIGEST}\n`);
    expect(asked).toEqual(['HEAD', 'GET']);
  });

  test('a registry that knows no HEAD is asked with GET', async () => {
    const { output } = await one(({ method }) => [method === 'HEAD' ? 405 : 200, type, LIST]);
    expect(output).toContain(DIGEST);
  });

  test.each<
    [string, string, (request: IncomingMessage) => [number, Record<string, string>, string?]]
  >([
    ['no such tag', 'it has no such tag', () => [404, {}, SECRET]],
    [
      'a body that is not what its header says',
      'does not have the digest',
      ({ method }) =>
        method === 'HEAD'
          ? [405, {}]
          : [200, { ...type, 'docker-content-digest': sha256('x') }, LIST],
    ],
    ['a page for people', 'no manifest', () => [200, { 'content-type': 'text/html' }, 'Hello']],
    [
      'schema 1',
      'no manifest',
      () => [
        200,
        { 'content-type': 'application/vnd.docker.distribution.manifest.v1+prettyjws' },
        '{}',
      ],
    ],
    ['forbidden', 'docker login', () => [403, {}, SECRET]],
    ['a login without a way to log in', 'docker login', () => [401, {}, SECRET]],
    ['a fault', 'status 500', () => [500, {}, SECRET]],
    ['too much', '4 MiB', () => [200, type, ' '.repeat(5e6)]],
  ])('%s', async (_what, message, answer) => {
    const { status, output, log, findings, registry } = await one(answer);
    expect(output).toBe(`FROM ${registry}/a:1\n`);
    expect(status).toBe(0);
    expect(log).toMatch(
      new RegExp(
        `^dockopt: warning: no digest for ${registry}/a:1: from ${registry}: .*${message}.*\n`,
      ),
    );
    expect(findings[0]!.reason).toBe(`no registry gave its digest: ${registry}/a:1`);
  });

  test('a limit is waited for, for a while', async () => {
    let left = 2;
    const again = await one(() => (left-- > 0 ? [429, { 'retry-after': '3' }] : [200, type, LIST]));
    expect(again.output).toContain(DIGEST);
    expect(waited).toEqual([3000, 3000]);
    const never = await one(() => [429, { 'retry-after': '3600' }]);
    expect(never.log).toContain('takes no more questions for now');
    expect(never.asked).toEqual(['HEAD']);
  });
});

test('the other images go on, and a registry that is down is asked once', async () => {
  const registry = await serve((request, response) => give(request, response, LIST));
  const down = await unused();
  const { status, output, log } = await pin(
    [`${down}/a:1`, `${down}/b:1`, `${registry}/c:1`].map((name) => `FROM ${name}\n`).join(''),
  );
  expect(status).toBe(0);
  expect(output).toContain(`FROM ${down}/a:1\nFROM ${down}/b:1\nFROM ${registry}/c:1@${DIGEST}`);
  for (const name of ['a', 'b']) {
    expect(log).toContain(`no digest for ${down}/${name}:1: from ${down}: nothing answers`);
  }
});

describe('logging in', () => {
  /** A registry that wants a token of its own token server. */
  const withTokens = (
    token: (request: IncomingMessage, body: string) => string | undefined,
  ): Promise<string> => {
    const registry: Promise<string> = serve(async (request, response) => {
      if (request.url!.startsWith('/token')) {
        let body = '';
        for await (const piece of request) body += String(piece);
        const given = token(request, body);
        if (given === undefined) return response.writeHead(401).end(SECRET);
        return response.end(given);
      }
      if (request.headers.authorization === `Bearer ${SECRET}`)
        return give(request, response, LIST);
      const realm = `http://${await registry}/token`;
      response.setHeader(
        'www-authenticate',
        `Bearer realm="${realm}",service="a, b",scope="repository:a:pull"`,
      );
      return response.writeHead(401).end();
    });
    return registry;
  };

  test('anybody gets a token', async () => {
    const registry = await withTokens(({ url, headers }) => {
      expect(url).toBe('/token?service=a%2C+b&scope=repository%3Aa%3Apull');
      expect(headers.authorization).toBeUndefined();
      return JSON.stringify({ token: SECRET });
    });
    expect((await pin(`FROM ${registry}/a:1\n`)).output).toContain(DIGEST);
  });

  test('with the name and the password of the configuration', async () => {
    const registry = await withTokens(({ headers }) =>
      headers.authorization === `Basic ${basic('user', SECRET)}`
        ? JSON.stringify({ access_token: SECRET })
        : undefined,
    );
    const text = `FROM ${registry}/a:1\n`;
    expect((await pin(text)).log).toContain('it wants a login');
    login(`https://${registry}/v1/`, { auth: basic('user', SECRET) });
    expect((await pin(text)).output).toContain(DIGEST);
  });

  test('with an identity token', async () => {
    const registry = await withTokens(({ method }, body) => {
      const fields = new URLSearchParams(body);
      expect([method, fields.get('grant_type'), fields.get('scope')]).toEqual([
        'POST',
        'refresh_token',
        'repository:a:pull',
      ]);
      return fields.get('refresh_token') === SECRET ? JSON.stringify({ token: SECRET }) : undefined;
    });
    login(registry, {
      auth: basic('00000000-0000-0000-0000-000000000000', ''),
      identitytoken: SECRET,
    });
    expect((await pin(`FROM ${registry}/a:1\n`)).output).toContain(DIGEST);
  });

  test('a token server that gives nonsense', async () => {
    const registry = await withTokens(() => `{"token":"${SECRET}\\r\\nx"}`);
    expect((await pin(`FROM ${registry}/a:1\n`)).log).toContain('gives no token');
  });

  const withBasic = (): Promise<string> =>
    serve((request, response) => {
      if (request.headers.authorization === `Basic ${basic('user', SECRET)}`) {
        return give(request, response, LIST);
      }
      response.setHeader('www-authenticate', 'Basic realm="Registry"');
      return response.writeHead(401).end();
    });

  test('the plain way', async () => {
    const registry = await withBasic();
    login(registry, { username: 'user', password: SECRET });
    expect((await pin(`FROM ${registry}/a:1\n`)).output).toContain(DIGEST);
  });

  test.each(['credsStore', 'credHelpers'])('with a helper: %s', async (key) => {
    const registry = await withBasic();
    const text = `FROM ${registry}/a:1\n`;
    const use = (name: string): void => {
      const value = key === 'credsStore' ? name : { [registry]: name };
      add(config, { 'config.json': JSON.stringify({ [key]: value }) });
    };
    const helper = (name: string, script: string): void => {
      add(config, { [`docker-credential-${name}`]: `#!/bin/sh\n${script}\n` });
      chmodSync(path.join(config, `docker-credential-${name}`), 0o755);
      use(name);
    };
    const json = `{"ServerURL":"x","Username":"user","Secret":"${SECRET}"}`;
    helper('good', `[ "$1 $(cat)" = "get ${registry}" ] && echo '${json}'`);
    expect((await pin(text)).output).toContain(DIGEST);
    helper('none', 'echo credentials not found in native keychain; exit 1');
    expect((await pin(text)).log).not.toContain('credential-none');
    helper('bad', `echo ${SECRET}; echo ${SECRET} >&2; exit 1`);
    expect((await pin(text)).log).toContain('docker-credential-bad gave no credentials');
    use('absent');
    expect((await pin(text)).log).toContain('docker-credential-absent is not installed');
    use('../../bin/sh');
    expect((await pin(text)).log).toContain('no name of a program');
  });

  test('a configuration that is no JSON is not cited', async () => {
    const registry = await withBasic();
    add(config, { 'config.json': `{"auths": ${SECRET}` });
    const { log } = await pin(`FROM ${registry}/a:1\n`);
    expect(log).toContain('cannot be read as JSON');
    expect(log).toContain('it wants a login');
  });
});

test.each([
  ['node:22', 'https://registry-1.docker.io', 'library/node'],
  ['docker.io/node:22', 'https://registry-1.docker.io', 'library/node'],
  ['bitnami/redis:7', 'https://registry-1.docker.io', 'bitnami/redis'],
  ['ghcr.io/a/b/c:1', 'https://ghcr.io', 'a/b/c'],
  ['localhost/a:1', 'http://localhost', 'a'],
  ['localhost:5000/a:1', 'http://localhost:5000', 'a'],
  ['127.0.0.1/a:1', 'http://127.0.0.1', 'a'],
  ['registry:5000/a:1', 'https://registry:5000', 'a'],
  ['registry.example/a__b/c-d:1', 'https://registry.example', 'a__b/c-d'],
])('%s is at %s', (name, origin, repository) => {
  expect(placeOf(name)).toMatchObject({ origin, repository });
});

test.each(['a', 'A/b:1', 'x.y/../z:1', 'x.y/a?b:1', 'x.y:p/a:1', 'u@x.y/a:1'])(
  '%s is nowhere',
  (name) => {
    expect(placeOf(name)).toBeUndefined();
  },
);

test('challenges', () => {
  expect(readChallenge(null)).toBeUndefined();
  expect(readChallenge('Negotiate')).toBeUndefined();
  expect(readChallenge('BASIC realm="x"')).toEqual({ scheme: 'basic' });
  expect(readChallenge('Bearer realm="https://x/t",service=y')).toEqual({
    scheme: 'bearer',
    realm: 'https://x/t',
    service: 'y',
    scope: undefined,
  });
});

test('--safe leaves nothing to pin', async () => {
  const stderr = new PassThrough();
  const streams = { stdout: new PassThrough(), stderr } as unknown as Parameters<typeof cli>[2];
  expect(await cli(['fix', '--pin', '--safe'], '0', streams)).toBe(2);
  expect(String(stderr.read())).toContain('--safe leaves out pin-digests');
});

describe('a real registry', () => {
  const isInstalled = spawnSync('docker-registry', ['--version']).status === 0;

  test('docker-registry is there', () => {
    if (process.env['CI'] === 'true') expect(isInstalled).toBe(true);
    else if (!isInstalled) console.warn('not installed, so not tested: docker-registry');
  });

  (isInstalled ? test : test.skip)('gives the digest of the list of platforms', async () => {
    const registry = await dockerRegistry();
    const digest = await push(registry, 'team/app', '1.0', ['amd64', 'arm64']);
    const text = `FROM ${registry}/team/app:1.0\nCOPY --from=${registry}/team/app:2.0 /a /\n`;
    const { output, log } = await pin(text);
    expect(output).toBe(text.replace('app:1.0', `app:1.0@${digest}`));
    expect(log).toContain('it has no such tag');
  });

  (isInstalled ? test : test.skip)('behind a token server', async () => {
    const registry = await dockerRegistry();
    const digest = await push(registry, 'app', '1', ['amd64']);
    const front: string = await serve(async (request, response) => {
      if (request.url!.startsWith('/token')) return response.end(JSON.stringify({ token: SECRET }));
      if (request.headers.authorization !== `Bearer ${SECRET}`) {
        response.setHeader('www-authenticate', `Bearer realm="http://${front}/token"`);
        return response.writeHead(401).end();
      }
      const { method = 'GET' } = request;
      const headers = { accept: request.headers.accept ?? '' };
      const answer = await fetch(`http://${registry}${request.url}`, { method, headers });
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      return response.end(await answer.text());
    });
    const { output } = await pin(`FROM ${front}/app:1\n`);
    expect(output).toBe(`FROM ${front}/app:1@${digest}\n`);
  });
});
