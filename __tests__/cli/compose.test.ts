/** What compose files say of an image. */
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildsOf } from '../../src/cli/compose-file.ts';
import { add, dockopt, git, NAIVE, tree } from './helpers.ts';

describe('build contexts of compose files', () => {
  const compose = (...builds: string[]): string =>
    `services:\n${builds.map((build, i) => `  s${i}:\n    build: ${build}\n`).join('')}`;
  const own = '{ context: svc/a }';
  const top = '{ context: ., dockerfile: svc/a/Dockerfile }';
  const lib = '{ context: lib, dockerfile: ../svc/a/Dockerfile }';
  const context = (files: Record<string, string>, ...args: string[]): unknown => {
    const root = tree({ 'svc/a/Dockerfile': NAIVE, 'lib/x': '', ...files });
    git(root, 'init', '--quiet');
    if (files['compose.yaml']?.includes('NAME')) {
      const text = files['compose.yaml'].replace('NAME', path.basename(root));
      add(root, { 'compose.yaml': text });
    }
    const { out } = dockopt(root, ['fix', '--print-config', 'svc/a/Dockerfile', ...args]);
    const { context: found, contextFrom: from } = JSON.parse(out) as Record<string, unknown>;
    return [found, from];
  };

  test.each([
    ['one', { 'compose.yaml': compose(top) }, '.', 'compose.yaml'],
    ['below', { 'svc/compose.yml': compose('a') }, 'svc/a', 'svc/compose.yml'],
    ['twice the same', { 'compose.yaml': compose(top, top) }, '.', 'compose.yaml'],
    ['several', { 'compose.yaml': compose(top, lib) }, null, 'compose.yaml'],
    ['its own too', { 'compose.yaml': compose(top, own) }, 'svc/a', 'compose.yaml'],
    ['other files', { 'compose.yaml': compose('.') }, 'svc/a', undefined],
    ['no directory', { 'compose.yaml': compose(top.replace('.', './gone')) }, 'svc/a', undefined],
    [
      'outside',
      { 'compose.yaml': compose('{ context: .., dockerfile: NAME/svc/a/Dockerfile }') },
      'svc/a',
      undefined,
    ],
    [
      'a configuration counts first',
      { 'compose.yaml': compose(top), 'dockopt.config.json': '{ "context": "lib" }' },
      'lib',
      undefined,
    ],
  ])('%s', (_, files, expected, from) => {
    expect(context(files as unknown as Record<string, string>)).toEqual([expected, from]);
  });

  test('the command line counts first', () => {
    expect(context({ 'compose.yaml': compose(top) }, '--context', 'lib')).toEqual([
      'lib',
      undefined,
    ]);
  });

  test('what is copied is looked up there', () => {
    const root = tree({
      'compose.yaml': compose(top),
      'svc/a/Dockerfile': 'FROM debian:12\nADD settings.tar /etc/app/\nADD lib /lib/app/\n',
      'settings.tar': '',
      'lib/x': '',
    });
    expect(dockopt(root, ['fix', '--only', 'prefer-copy']).out).toContain('+COPY lib /lib/app/');
    add(root, { 'compose.yaml': '' });
    expect(dockopt(root, ['fix', '--only', 'prefer-copy']).out).not.toContain('+COPY lib');
  });
});

describe('services of compose files', () => {
  const service = (volumes: string): string =>
    `services:\n  web:\n    build: .\n    volumes:\n${volumes.replace(/^/gm, '      ')}\n`;
  const mounts = (text: string): unknown =>
    buildsOf([['/repo/compose.yaml', text]]).map((build) =>
      build.service.mounts!.map(({ kind, source, target, readOnly }) =>
        [kind, source, target, ...(readOnly ? ['ro'] : [])].join(' '),
      ),
    );

  test.each([
    ['- ./data:/data', ['host ./data /data']],
    ['- ./data:/data/:ro,z', ['host ./data /data ro']],
    ['- ${DATA:-./data}:/data', ['host ./data /data']],
    ['- $PWD/data:/data', ['host $PWD/data /data']],
    ['- ~/data:/data', ['host ~/data /data']],
    [String.raw`- 'C:\data:/data'`, ['host C:\\data /data']],
    ['- files:/data', ['volume files /data']],
    ['- /data', []],
    ['- ./data:$TARGET', []],
    ['- { type: bind, source: ., target: /srv, read_only: true }', ['host . /srv ro']],
    ['- type: volume\n  source: files\n  target: /files', ['volume files /files']],
    ['- { type: tmpfs, target: /tmp/x }', []],
    ['- 7', []],
  ])('%j', (volumes, expected) => {
    expect(mounts(service(volumes))).toEqual([expected]);
  });

  test.each([
    ['command: npm run "dev server"', { command: ['npm', 'run', 'dev server'] }],
    ['command: [npm, run, 7]', { command: ['npm', 'run', '7'] }],
    ['command: a && b', { command: ['a', '&&', 'b'] }],
    ['command: echo $$HOME', { command: ['echo', '$HOME'] }],
    ['entrypoint: /start.sh\ncommand: ""', { entrypoint: ['/start.sh'], command: [] }],
    ['command: null', {}],
    [
      'healthcheck: { test: curl -f x || exit 1 }',
      { healthcheck: ['/bin/sh', '-c', 'curl -f x || exit 1'] },
    ],
    ['healthcheck: { test: [CMD, curl, x] }', { healthcheck: ['curl', 'x'] }],
    ['healthcheck: { test: [CMD-SHELL, curl x] }', { healthcheck: ['/bin/sh', '-c', 'curl x'] }],
    ['healthcheck: { test: [NONE] }', {}],
    ['healthcheck: { disable: true, test: [CMD, a] }', {}],
  ])('%j', (fields, expected) => {
    const text = `services:\n  web:\n    build: { context: ., target: prod }\n${fields.replace(/^/gm, '    ')}\n`;
    const [build] = buildsOf([['/repo/compose.yaml', text]]);
    expect(build!.service).toEqual({ by: 'compose.yaml', target: 'prod', mounts: [], ...expected });
  });

  test('aliases and merges are followed', () => {
    const text =
      'x-web: &web\n  build: { context: web }\n  volumes: &volumes [ "./a:/a" ]\n' +
      'services:\n  one:\n    <<: *web\n  two:\n    build: .\n    volumes: *volumes\n';
    expect(mounts(text)).toEqual([['host ./a /a'], ['host ./a /a']]);
    expect(buildsOf([['/repo/compose.yaml', text]])[0]!.context).toBe('/repo/web');
  });

  test('a file beside it adds to a service', () => {
    const override = 'services:\n  web:\n    volumes: [ "~/.aspnet:/root/.aspnet:ro" ]\n  db: {}\n';
    const builds = buildsOf([
      ['/repo/compose.override.yaml', override],
      ['/repo/compose.yaml', service('- files:/data')],
    ]);
    expect(builds.map(({ service: { by, mounts: all } }) => [by, all![0]!.target])).toEqual([
      ['compose.yaml', '/data'],
      ['compose.override.yaml', '/root/.aspnet'],
    ]);
  });

  test('templates are read without their conditions', () => {
    const text =
      '{% if web %}\nservices:\n  web:\n    build: {{ context }}\n  two:\n    image: {{ name }}\n' +
      '    build: .\n    volumes:\n      - ./a:/a\n      {%- if b %}\n      - b:/b\n      {%- endif %}\n{% endif %}';
    expect(mounts(text)).toEqual([['host ./a /a', 'volume b /b']]);
  });

  test('what is no compose file names nothing', () => {
    for (const text of ['', 'services: 1', 'services: [', '- services:']) {
      expect(buildsOf([['/repo/compose.yaml', text]])).toEqual([]);
    }
  });

  test('the user of a container must be able to write to them', () => {
    const dockerfile =
      'FROM python:3.12-slim\nWORKDIR /srv\nCOPY shop.py .\nCMD ["python", "shop.py"]\n';
    const root = tree({
      Dockerfile: dockerfile,
      'shop.py': 'open("orders.log", "a").write("started")\n',
      'compose.yaml': service('- files:/files'),
    });
    git(root, 'init', '--quiet');
    const args = ['fix', '--only', 'non-root-user'];
    expect(dockopt(root, args).out).toContain('mkdir -p /files');
    add(root, { 'compose.yaml': service('- .:/srv') });
    expect(dockopt(root, args).out).toBe('');
    expect(dockopt(root, [...args, '--format', 'text', '--unsafe']).out).toContain(
      'compose.yaml mounts . of the host at /srv',
    );
  });
});
