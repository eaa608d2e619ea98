import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import rpc from 'vscode-jsonrpc/node';
import { add, dockopt, MERGED, NAIVE, tree } from '../cli/helpers.ts';
import { ALL, applied, Client, lineOf, uriOf } from './client.ts';

const ONLY = { 'dockopt.config.json': '{ "only": ["merge-runs"] }' };

const APP = {
  Dockerfile: [
    'FROM node:22',
    'WORKDIR /app',
    'COPY . .',
    'RUN npm install',
    'RUN apt-get update',
    'RUN apt-get install -y curl',
    'MAINTAINER someone',
    'CMD ["node", "server.js"]',
    '',
  ].join('\n'),
  'package.json': '{ "name": "shop", "dependencies": { "express": "^4.0.0" } }\n',
  'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }\n',
  'server.js': 'console.log("on");\n',
  'node_modules/left-pad/index.js': 'x'.repeat(5000),
};

/** What `dockopt fix --write` makes of the files. */
function fixed(files: Readonly<Record<string, string>>): (name: string) => string {
  const root = tree(files);
  expect(dockopt(root, ['fix', '--write']).status).toBe(0);
  return (name) => readFileSync(path.join(root, name), 'utf8');
}

describe('diagnostics', () => {
  test('tell of findings and of refusals, with the version, and nothing is written', async () => {
    const root = tree(APP);
    const client = await Client.start([root]);
    const { diagnostics, version } = await client.open(uriOf(root, 'Dockerfile'), APP.Dockerfile);
    expect(version).toBe(1);
    const maintainer = diagnostics.find(({ code }) => code === 'label-maintainer');
    expect(maintainer).toMatchObject({
      range: { start: { line: 6, character: 0 }, end: { line: 6, character: 18 } },
      severity: 2,
      source: 'dockopt',
      tags: [2],
      codeDescription: { href: expect.stringMatching(/^https:/) },
    });
    const ignore = diagnostics.find(({ code }) => code === 'complete-dockerignore');
    expect(ignore).toMatchObject({ range: { start: { line: 0 } }, severity: 2 });
    expect(ignore?.message).toMatch(/^\.dockerignore: /);
    const refusals = diagnostics.filter(({ message }) => message.includes('; refused: '));
    expect(new Set(refusals.map(({ severity }) => severity))).toEqual(new Set([4]));
    expect(readdirSync(root).toSorted()).toEqual(Object.keys(tops(APP)).toSorted());
    expect(await client.stop()).toBe(0);
    expect(client.stderr).toBe('');
  });

  test('follow changes, by UTF-16 units', async () => {
    const root = tree(ONLY);
    const uri = uriOf(root, 'Dockerfile');
    const client = await Client.start([root]);
    const text = 'FROM debian:12\nRUN echo "💡 ä"; echo b\nRUN touch /a/b\n';
    expect((await client.open(uri, text)).diagnostics).toHaveLength(1);
    const at = 'RUN echo "💡 ä"'.length;
    const position = { line: 1, character: at };
    // Now the first RUN ends with what a second one cannot go on from.
    await client.change(uri, 2, [
      { range: { start: position, end: { line: 1, character: at + 8 } }, text: '\n# a' },
      { range: lineOf(3), text: '' },
    ]);
    await client.change(uri, 3, [{ range: { start: position, end: position }, text: '; exit 0' }]);
    const { diagnostics } = await client.diagnostics(uri, 3);
    expect(diagnostics.every(({ severity }) => severity !== 2)).toBe(true);
  });

  test('a file that does not parse has the message of the parser', async () => {
    const root = tree();
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    const { diagnostics } = await client.open(uri, 'FROM debian:12\nRUNN x\n');
    expect(diagnostics).toEqual([
      expect.objectContaining({
        severity: 1,
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } },
      }),
    ]);
    expect(diagnostics[0]?.message).toMatch(/RUNN/i);
    expect(await client.actions(uri, ALL)).toEqual([]);
    await client.change(uri, 2, [{ text: NAIVE }]);
    expect((await client.diagnostics(uri, 2)).diagnostics[0]?.severity).not.toBe(1);
    expect(await client.stop()).toBe(0);
  });

  test('go when the file is closed; other files have none', async () => {
    const root = tree(ONLY);
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    await client.notify('textDocument/didOpen', {
      textDocument: { uri: uriOf(root, 'a.yaml'), languageId: 'yaml', version: 1, text: 'FROM x' },
    });
    expect((await client.open(uri, NAIVE)).diagnostics).toHaveLength(1);
    await client.notify('textDocument/didClose', { textDocument: { uri } });
    expect(await client.connection.sendRequest('textDocument/hover', hoverAt(uri))).toBeNull();
  });
});

const hoverAt = (uri: string): object => ({
  textDocument: { uri },
  position: { line: 1, character: 0 },
});

const tops = (files: Readonly<Record<string, string>>): Record<string, true> =>
  Object.fromEntries(Object.keys(files).map((name) => [name.split('/')[0]!, true as const]));

describe('actions', () => {
  test.each([
    ['plain', APP],
    ['CRLF', { ...APP, Dockerfile: APP.Dockerfile.replaceAll('\n', '\r\n') }],
    ['a byte order mark', { ...APP, Dockerfile: `\uFEFF${APP.Dockerfile}` }],
    ['no line break at the end', { ...APP, Dockerfile: APP.Dockerfile.trimEnd() }],
    ['an ignore file', { ...APP, '.dockerignore': '# ours\n*.log' }],
  ])('fix-all makes what dockopt fix writes: %s', async (_, files) => {
    const root = tree(files);
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    await client.open(uri, files.Dockerfile);
    const actions = await client.actions(uri, lineOf(0), ['source.fixAll']);
    expect(actions.map(({ kind }) => kind)).toEqual(['source.fixAll.dockopt']);
    const ignore = uriOf(root, '.dockerignore');
    const before = '.dockerignore' in files ? { [ignore]: files['.dockerignore'] } : {};
    const after = applied(actions[0], { [uri]: files.Dockerfile, ...before });
    const expected = fixed(files);
    expect(after[uri]).toBe(expected('Dockerfile'));
    expect(after[ignore]).toBe(expected('.dockerignore'));
    expect(await client.actions(uri, lineOf(0), ['refactor'])).toEqual([]);
  });

  test('a quick fix mends one finding; a comment settles it', async () => {
    const root = tree(APP);
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    await client.open(uri, APP.Dockerfile);
    const actions = await client.actions(uri, lineOf(6), ['quickfix']);
    const [first] = actions;
    expect(first).toMatchObject({
      title: expect.stringContaining('(label-maintainer)'),
      isPreferred: true,
    });
    expect(first?.diagnostics?.[0]?.code).toBe('label-maintainer');
    const after = applied(first, { [uri]: APP.Dockerfile });
    expect(after[uri]).toContain('LABEL');
    expect(after[uri]?.split('\n').slice(0, 6)).toEqual(APP.Dockerfile.split('\n').slice(0, 6));
    const ignoring = actions.find(({ title }) => title.startsWith('Ignore label-maintainer'));
    const text = applied(ignoring, { [uri]: APP.Dockerfile })[uri]!;
    expect(text).toContain('\n# dockopt ignore=label-maintainer\nMAINTAINER');
    await client.change(uri, 2, [{ text }]);
    const { diagnostics } = await client.diagnostics(uri, 2);
    expect(diagnostics.map(({ code }) => code)).not.toContain('label-maintainer');
  });

  test('an unsafe one is done by its own quick fix alone, which says so', async () => {
    const text = 'FROM debian:8\nRUN curl http://example.com/a | sh\n';
    const root = tree();
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    const { diagnostics } = await client.open(uri, text);
    const unsafe = diagnostics.filter(({ message }) => message.includes('needs --unsafe'));
    expect(unsafe.length).toBeGreaterThan(0);
    expect(unsafe.every(({ severity }) => severity === 3)).toBe(true);
    const actions = await client.actions(uri, ALL, ['quickfix']);
    expect(actions.map(({ title }) => title)).toContainEqual(
      expect.stringMatching(/^Unsafe, check it: /),
    );
    const all = await client.actions(uri, ALL, ['source.fixAll.dockopt']);
    const expected = fixed({ Dockerfile: text })('Dockerfile');
    expect(applied(all[0], { [uri]: text })[uri]).toBe(expected);
  });

  test('fix-all is never unsafe, whatever the configuration says', async () => {
    const text = 'FROM debian:8\nRUN curl http://example.com/a | sh\n';
    const root = tree({ 'dockopt.config.json': '{ "level": "unsafe" }' });
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    const { diagnostics } = await client.open(uri, text);
    expect(diagnostics.some(({ severity }) => severity === 2)).toBe(true);
    const [all] = await client.actions(uri, ALL, ['source.fixAll']);
    const expected = fixed({ Dockerfile: text })('Dockerfile');
    expect(applied(all, { [uri]: text })[uri]).toBe(expected);
    const fixes = await client.actions(uri, ALL, ['quickfix']);
    const unsafe = fixes.filter(({ title }) => title.startsWith('Unsafe, check it: '));
    expect(unsafe.length).toBeGreaterThan(0);
    expect(unsafe.every(({ isPreferred }) => isPreferred === undefined)).toBe(true);
  });

  test('an ignore file that is open and was not saved is left alone', async () => {
    const files = { ...APP, '.dockerignore': '*.log\n' };
    const root = tree(files);
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    const ignore = uriOf(root, '.dockerignore');
    await client.notify('textDocument/didOpen', {
      textDocument: { uri: ignore, languageId: 'ignore', version: 1, text: '*.log\n*.tmp\n' },
    });
    await client.open(uri, files.Dockerfile);
    const [all] = await client.actions(uri, lineOf(0), ['source.fixAll']);
    const after = applied(all, { [uri]: files.Dockerfile });
    expect(Object.keys(after)).toEqual([uri]);
  });

  test('an editor that makes no files is given plain changes', async () => {
    const root = tree(APP);
    const client = await Client.start([root], { capabilities: {} });
    const uri = uriOf(root, 'Dockerfile');
    await client.open(uri, APP.Dockerfile);
    const [all] = await client.actions(uri, lineOf(0), ['source.fixAll']);
    expect(all?.edit?.documentChanges).toBeUndefined();
    expect(Object.keys(all?.edit?.changes ?? {})).toEqual([uri]);
    expect(client.watchers).toEqual([]);
  });
});

describe('hover', () => {
  test('explains what was found in an instruction', async () => {
    const root = tree(ONLY);
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    await client.open(uri, NAIVE);
    const hover = await client.hover(uri, 1, 2);
    const { kind, value } = hover!.contents as { kind: string; value: string };
    expect(kind).toBe('markdown');
    expect(value).toContain('**merge-runs**: Merge consecutive RUNs into one');
    expect(value).toContain('`# dockopt ignore=merge-runs -- reason`');
    expect(await client.hover(uri, 0)).toBeNull();
  });

  test('as plain text where the editor takes no Markdown', async () => {
    const root = tree(ONLY);
    const capabilities = { textDocument: { hover: { contentFormat: ['plaintext'] } } };
    const client = await Client.start([root], { capabilities });
    const uri = uriOf(root, 'Dockerfile');
    await client.open(uri, NAIVE);
    const { contents } = (await client.hover(uri, 1))!;
    const text = dockopt(root, ['explain', 'merge-runs']).out;
    expect((contents as { value: string }).value).toContain(text);
  });
});

describe('configuration', () => {
  test('a broken one is told once, and read again when it changes', async () => {
    const root = tree({ 'dockopt.config.json': '{ "only": ' });
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    expect((await client.open(uri, NAIVE)).diagnostics).toEqual([]);
    await client.change(uri, 2, [{ text: `${NAIVE}RUN x\n` }]);
    expect((await client.diagnostics(uri, 2)).diagnostics).toEqual([]);
    expect(client.messages).toEqual([expect.stringContaining('dockopt.config.json')]);
    expect(client.watchers).toContain('**/dockopt.config.*');
    add(root, ONLY);
    await client.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf(root, 'dockopt.config.json'), type: 2 }],
    });
    const { diagnostics } = await client.diagnostics(uri, 2);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['merge-runs']));
    expect(await client.stop()).toBe(0);
  });

  test('code may print, and is read again', async () => {
    const config = (ids: string): string =>
      `console.log('hello'); process.stdout.write('x');\nexport default { only: [${ids}] };\n`;
    const root = tree({ 'dockopt.config.mjs': config("'merge-runs'") });
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    expect((await client.open(uri, NAIVE)).diagnostics).toHaveLength(1);
    expect(client.stderr).toContain('hello');
    await new Promise((resolve) => setTimeout(resolve, 20));
    add(root, { 'dockopt.config.mjs': config("'label-maintainer'") });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [] });
    expect((await client.diagnostics(uri, 1)).diagnostics).toEqual([]);
  });

  test('each folder has its own; --no-config reads none', async () => {
    const a = tree({ 'dockopt.config.json': '{ "ignore": ["Dockerfile"] }' });
    const b = tree(ONLY);
    const client = await Client.start([a, b]);
    expect((await client.open(uriOf(a, 'Dockerfile'), NAIVE)).diagnostics).toEqual([]);
    expect((await client.open(uriOf(b, 'Dockerfile'), NAIVE)).diagnostics).toHaveLength(1);
    const other = await Client.start([a], { args: ['--stdio', '--no-config'] });
    const { diagnostics } = await other.open(uriOf(a, 'Dockerfile'), NAIVE);
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('the session', () => {
  test('serves texts that are on no disk', async () => {
    const client = await Client.start([tree(ONLY)]);
    const { diagnostics } = await client.open('untitled:Untitled-1', NAIVE);
    expect(diagnostics.map(({ code }) => code)).toEqual(['merge-runs']);
    const [all] = await client.actions('untitled:Untitled-1', ALL, ['source.fixAll']);
    const after = applied(all, { 'untitled:Untitled-1': NAIVE });
    expect(after).toEqual({ 'untitled:Untitled-1': MERGED });
  });

  test('works without folders, and for a file that was never saved', async () => {
    const root = tree(ONLY);
    const client = await Client.start([]);
    const uri = uriOf(root, 'Dockerfile');
    expect((await client.open(uri, NAIVE)).diagnostics).toHaveLength(1);
    expect(existsSync(path.join(root, 'Dockerfile'))).toBe(false);
  });

  test('folders come and go', async () => {
    const [a, b] = [tree(ONLY), tree({ 'dockopt.config.json': '{ "ignore": ["*"] }' })];
    const client = await Client.start([a]);
    const uri = uriOf(b, 'app/Dockerfile');
    // Outside of all folders, the configuration of its own directory holds.
    expect((await client.open(uri, NAIVE)).diagnostics.length).toBeGreaterThan(0);
    await client.notify('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: uriOf(b), name: 'b' }], removed: [{ uri: uriOf(a), name: 'a' }] },
    });
    expect((await client.diagnostics(uri, 1)).diagnostics).toEqual([]);
  });

  test('a request that is cancelled, or about an older text, does no harm', async () => {
    const root = tree(APP);
    const client = await Client.start([root]);
    const uri = uriOf(root, 'Dockerfile');
    await client.open(uri, APP.Dockerfile);
    const source = new rpc.CancellationTokenSource();
    const params = { textDocument: { uri }, range: ALL, context: { diagnostics: [] } };
    const cancelled = client.connection.sendRequest(
      'textDocument/codeAction',
      params,
      source.token,
    );
    source.cancel();
    await cancelled.then(
      (actions) => expect(actions).toEqual([]),
      (error: { code: number }) => expect(error.code).toBe(-32800),
    );
    const older = client.connection.sendRequest('textDocument/codeAction', params);
    await client.change(uri, 2, [{ text: `# new\n${APP.Dockerfile}` }]);
    await older.then(
      (actions) => expect(JSON.stringify(actions)).toContain('"version":1'),
      (error: { code: number }) => expect(error.code).toBe(-32801),
    );
    expect((await client.diagnostics(uri, 2)).diagnostics.length).toBeGreaterThan(0);
    expect(await client.stop()).toBe(0);
  });

  test('a client that goes away ends it', async () => {
    const client = await Client.start([]);
    const exited = new Promise((resolve) => client.child.on('exit', resolve));
    client.child.stdin!.end();
    expect(await exited).toBe(1);
  });

  test('usage is one line', () => {
    for (const args of [['x'], ['--level', 'x'], ['--config', 'a', '--no-config']]) {
      const { status, out, err } = dockopt(tree(), ['lsp', ...args]);
      expect({ status, out, lines: err.split('\n').length }).toEqual({
        status: 2,
        out: '',
        lines: 2,
      });
    }
  });
});
