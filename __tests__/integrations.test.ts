/** The hooks for pre-commit, and the examples of docs/integrations.md. */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import manifest from '../package.json' with { type: 'json' };
import { isDockerfileName, OTHER_THINGS } from '../src/cli/names.ts';
import { git, MAIN, MERGED, NAIVE, tree } from './cli/helpers.ts';

// Each runs several programs.
jest.setTimeout(120_000);

const ROOT = path.resolve(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(path.join(ROOT, name), 'utf8');

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly exclude: string;
}

describe('.pre-commit-hooks.yaml', () => {
  const hooks = parse(read('.pre-commit-hooks.yaml')) as Hook[];

  test('hooks that run the command of the package', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['dockopt', 'dockopt-check']);
    for (const { entry, language } of hooks) {
      expect(language).toBe('node');
      expect(Object.keys(manifest.bin)).toContain(entry.split(' ')[0]);
    }
    // Without it npm builds nothing that it installs from git.
    expect(manifest.scripts).toHaveProperty('prepare');
    // It takes what `npm pack` prints for the name of the package: seen with pre-commit 3.0.4.
    expect(read('.npmrc')).toMatch(/^foreground-scripts=false$/m);
  });

  test('the names of a walk', () => {
    const names = [
      ...'Dockerfile dockerfile Containerfile DOCKERFILE Dockerfile.prod web.Dockerfile'.split(' '),
      ...'prod-Dockerfile Dockerfile_test Dockerfile.node.20 my Dockerfile~ dockerfiles'.split(' '),
      ...'Dockerfile2 .Dockerfile x.Dockerfile.y Dockerfile. Dockerfile.MD README.md'.split(' '),
      'Dockerfile-a b',
      'ünï.Dockerfile',
      ...[...OTHER_THINGS].flatMap((ending) => [`Dockerfile.${ending}`, `a.Dockerfile-${ending}`]),
    ];
    // `(?i)` is of Python.
    const pattern = (text: string) => new RegExp(text.replace(/^\(\?i\)/, ''), 'i');
    for (const { files, exclude } of hooks) {
      expect(`${files}${exclude}`.match(/\(\?i\)/g)).toHaveLength(2);
      const takes = (file: string) => pattern(files).test(file) && !pattern(exclude).test(file);
      for (const name of names) {
        expect([name, takes(name)]).toEqual([name, isDockerfileName(name)]);
        expect([name, takes(`a/b c/${name}`)]).toEqual([name, isDockerfileName(name)]);
      }
      expect(takes('node_modules/m/Dockerfile')).toBe(false);
    }
  });
});

test('the examples of the documentation are YAML and JSON', () => {
  const page = read('docs/integrations.md');
  const blocks = [...page.matchAll(/^```(yaml|json)\n([^]*?)^```$/gm)];
  expect(blocks.length).toBeGreaterThan(3);
  for (const [, , text = ''] of blocks) expect(parse(text)).toBeInstanceOf(Object);
});

describe('examples/gitlab-ci.yml', () => {
  const job = (parse(read('examples/gitlab-ci.yml')) as { dockopt: { script: string[] } }).dockopt;

  test.each([
    ['a first note, and a warning', NAIVE, [], 1, ['GET', 'POST']],
    [
      'the note is written anew',
      MERGED,
      [{ id: 5, body: '<!-- dockopt -->\nold' }],
      0,
      ['GET', 'PUT'],
    ],
    ['no note where nothing is to be said', MERGED, [{ id: 5, body: 'x' }], 0, ['GET']],
  ])('%s', async (_, text, notes, expected, methods) => {
    const seen: string[] = [];
    let sent = '';
    const server = createServer((request, response) => {
      seen.push(request.method!);
      request.on('data', (piece) => (sent += String(piece)));
      request.on('end', () => response.end(JSON.stringify(notes)));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const root = tree({ Dockerfile: 'FROM debian:12\n' });
    const commit = () => {
      git(root, 'add', '-A');
      git(root, '-c', 'user.name=A', '-c', 'user.email=a@b', 'commit', '-q', '-m', 'x');
    };
    git(root, 'init', '-q');
    commit();
    writeFileSync(path.join(root, 'Dockerfile'), text);
    commit();
    const npx = `#!/bin/sh\nshift 2\nexec "${process.execPath}" "${MAIN}" "$@" --only=merge-runs\n`;
    const bin = tree({ npx });
    chmodSync(path.join(bin, 'npx'), 0o755);
    const status = await shell(job.script.join('\n'), root, {
      PATH: `${bin}:${process.env['PATH']}`,
      CI_API_V4_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      CI_MERGE_REQUEST_DIFF_BASE_SHA: git(root, 'rev-parse', 'HEAD~1').out.trim(),
      CI_PROJECT_ID: '1',
      CI_MERGE_REQUEST_IID: '2',
      DOCKOPT_TOKEN: 'secret',
    });
    server.close();
    expect(status).toBe(expected);
    expect(seen).toEqual(methods);
    if (methods.length > 1) expect(sent).toContain('<!-- dockopt -->');
    expect(existsSync(path.join(root, 'gl-code-quality-report.json'))).toBe(true);
  });
});

/** GitLab's runner has `set -e` before the lines of a script. */
function shell(script: string, cwd: string, env: Record<string, string>): Promise<number | null> {
  const child = spawn('bash', ['-eo', 'pipefail', '-c', script], { cwd, env, stdio: 'ignore' });
  return new Promise((resolve) => void child.on('close', resolve));
}
