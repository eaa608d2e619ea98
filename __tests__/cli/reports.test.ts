import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { FixResult } from '../../src/index.ts';
import { applyBlock, blocksOf, linesOf, suggestionsOf } from '../../src/cli/reports/blocks.ts';
import { code, fenced, MAX_BODY, plain } from '../../src/cli/reports/markdown-text.ts';
import { dockopt, fix, MERGED, NAIVE, tree } from './helpers.ts';

const HOSTILE_NAME = `a\`]|<img src=x onerror=alert(1)>,b:%0A@evil`;
/** What a reader could take for markup, in a file that changes and one that fails. */
const HOSTILE_LINE = `RUN echo '</td><script>alert(1)</script>' '\`\`\`' '::error::x' '@evil'`;

const hostile = (): string =>
  tree({
    [`${HOSTILE_NAME}/Dockerfile`]: `FROM debian:12\n${HOSTILE_LINE}\n${HOSTILE_LINE}\n`,
    'bad/Dockerfile': 'FROM a\n<script>alert(1)</script> ::error::%\n',
    'quiet/Dockerfile': MERGED,
  });

const report = (root: string, format: string): string => fix(root, ['--format', format]).out;

const parsed = (root: string, format: string): unknown => JSON.parse(report(root, format));

const matches = (schema: object, value: unknown): void => {
  const ajv = new Ajv({ strict: false });
  const valid = ajv.validate(schema, value);
  expect([valid, ajv.errors]).toEqual([true, null]);
};

describe('several reports of one run', () => {
  test('each to its own place', () => {
    const root = tree({ Dockerfile: NAIVE });
    const { out, status } = fix(root, [
      '--format',
      'sarif',
      '--output',
      'out.sarif',
      '--format=markdown',
      '--output=pr.md',
      '--format',
      'diff',
      '--check',
    ]);
    expect(status).toBe(1);
    expect(out).toMatch(/^diff --git/);
    const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
    expect(JSON.parse(read('out.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(read('pr.md')).toMatch(/^<!-- dockopt -->\n/);
  });

  test('standard input goes to standard output where no report does', () => {
    const root = tree();
    expect(fix(root, ['-', '--format=json', '--output=x.json'], NAIVE).out).toBe(MERGED);
    expect(JSON.parse(readFileSync(path.join(root, 'x.json'), 'utf8'))).toMatchObject({
      version: 1,
    });
  });

  test.each([
    [['--output', 'x'], '--output needs a --format before it'],
    [['--format', 'json', '--format', 'sarif'], 'two reports go to standard output'],
    [['--format=json', '--output=x', '--format=sarif', '--output=./x'], 'two reports go to "./x"'],
    [['--format=json', '--output=x', '--output=y'], '--format json has two outputs'],
    [['--format=json', '--output=no/x'], '--output no/x: it does not exist'],
    [['--format=json', '--output='], '--output needs a value'],
  ])('%j', (args, message) => {
    const { status, out, err } = fix(tree({ Dockerfile: NAIVE }), args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('text', () => {
  test('findings in their lines', () => {
    const out = report(tree({ Dockerfile: NAIVE }), 'text');
    expect(out).toContain('Dockerfile:2 merge-runs (safe, applied)\n  ');
    expect(out).toContain(
      '\n    1 | FROM debian:12\n  > 2 | RUN mkdir -p /a\n    3 | RUN touch /a/b\n',
    );
  });

  test('trouble', () => {
    const out = report(tree({ Dockerfile: 'FROM a\nNO\u001b[31m\n' }), 'text');
    expect(out).toContain('Dockerfile:2 error\n');
    expect(out).toContain('  > 2 | NO\\x1b[31m\n');
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly ruleId: string;
      readonly message: { readonly text: string };
      readonly locations: readonly {
        readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } };
      }[];
      readonly fixes?: readonly {
        readonly artifactChanges: readonly {
          readonly replacements: readonly {
            readonly deletedRegion: Record<'startLine' | 'endLine' | 'endColumn', number>;
            readonly insertedContent?: { readonly text: string };
          }[];
        }[];
      }[];
    }[];
    readonly invocations: readonly unknown[];
  }[];
}

describe('SARIF', () => {
  test('a fix makes the file what dockopt makes it', () => {
    for (const text of [NAIVE, NAIVE.trimEnd(), NAIVE.replace(/\n/g, '\r\n')]) {
      const root = tree({ Dockerfile: text });
      const [{ artifactChanges }] = (parsed(root, 'sarif') as Sarif).runs[0]!.results[0]!
        .fixes as NonNullable<Sarif['runs'][number]['results'][number]['fixes']> & [never];
      const { deletedRegion, insertedContent } = (
        artifactChanges as NonNullable<
          Sarif['runs'][number]['results'][number]['fixes']
        >[number]['artifactChanges']
      )[0]!.replacements[0]!;
      const lines = linesOf(text);
      const start = lines.slice(0, deletedRegion.startLine - 1).join('').length;
      const end =
        lines.slice(0, deletedRegion.endLine - 1).join('').length + deletedRegion.endColumn - 1;
      const output = text.slice(0, start) + (insertedContent?.text ?? '') + text.slice(end);
      expect(output).toBe(fix(root, ['-'], text).out);
    }
  });

  test('hostile names and texts', () => {
    const [run] = (parsed(hostile(), 'sarif') as Sarif).runs;
    const uris = run!.results.map((result) => {
      return result.locations[0]!.physicalLocation.artifactLocation.uri;
    });
    expect(uris).toEqual([`${encodeURIComponent(HOSTILE_NAME)}/Dockerfile`]);
    expect(run!.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [expect.objectContaining({ level: 'error' })],
      },
    ]);
  });

  test('of nothing', () => {
    expect((parsed(tree(), 'sarif') as Sarif).runs[0]!.results).toEqual([]);
  });
});

describe('GitHub', () => {
  test('annotations: one line each, whatever names hold', () => {
    const lines = report(hostile(), 'github').trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    for (const line of lines) {
      expect(line).toMatch(/^::(?:warning|error) file=[^:,]+,line=\d+,title=dockopt[^:,]*::/);
    }
    expect(lines[0]).toContain('%250A');
  });

  test('suggestions: whole lines, in a fence that they cannot end', () => {
    const { comments } = parsed(hostile(), 'suggestions') as {
      comments: Record<string, unknown>[];
    };
    expect(comments).toHaveLength(1);
    const [{ body, ...place }] = comments as [Record<string, unknown>];
    expect(place).toEqual({
      path: `${HOSTILE_NAME}/Dockerfile`,
      start_line: 2,
      start_side: 'RIGHT',
      line: 3,
      side: 'RIGHT',
    });
    expect(body).toMatch(
      /^\*\*merge-runs\*\* \(safe\): [^\n]*\n\n````suggestion\nRUN echo[^]*\n````\n$/,
    );
  });

  test('the comment stays within its limit', () => {
    const files = Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`service-${i}/Dockerfile`, NAIVE]),
    );
    const out = report(tree(files), 'markdown');
    expect(out.length).toBeLessThanOrEqual(MAX_BODY);
    expect(out.length).toBeGreaterThan(MAX_BODY / 2);
    expect(out).toMatch(/\n\d+ entries more: no room in a comment\.\n$/);
    expect(out).toContain('400 of 400 Dockerfiles would change');
  });

  test('Markdown that files cannot break out of', () => {
    const out = report(hostile(), 'markdown');
    expect(out).not.toMatch(/<img|@evil(?!['`/])/);
    expect(out).toContain('````diff\n@@');
    const fences = out.match(/^````(?:diff)?$/gm);
    expect(fences).toEqual(['````diff', '````']);
    // Outside of the fence there is no script.
    expect(out.replace(/````diff[^]*?\n````\n/, '')).not.toContain('<script');
  });

  test.each([
    ['@a #1', '@<!-- -->a #<!-- -->1'],
    ['<b>&', '&#60;b&#62;&#38;'],
    ['[a](b)', '&#91;a&#93;(b)'],
    ['https://a', 'https<!-- -->://a'],
    ['a_b (1.2): c-d, _e_', 'a_b (1.2): c-d, &#95;e&#95;'],
    ['1. a', '1&#46; a'],
    ['- a', '&#45; a'],
    ['GH-1 !2 :x:', 'GH<!-- -->-1 &#33;2 &#58;x:'],
  ])('plain(%j)', (given, expected) => {
    expect(plain(given)).toBe(expected);
  });

  test('code and fences', () => {
    expect(code('a`b')).toBe('``a`b``');
    expect(code('`')).toBe('`` ` ``');
    expect(code('a|b')).toBe(String.raw`\`a\|b\``.replaceAll('\\`', '`'));
    expect(fenced('x', '````\n')).toBe('`````x\n````\n`````\n');
  });
});

describe('other consumers', () => {
  test('GitLab code quality', () => {
    const root = hostile();
    const list = parsed(root, 'gitlab') as Record<string, unknown>[];
    // https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, read 2026-11-26.
    matches(
      {
        type: 'array',
        items: {
          required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
          properties: {
            description: { type: 'string' },
            check_name: { type: 'string' },
            fingerprint: { type: 'string' },
            severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
            location: {
              required: ['path', 'lines'],
              properties: {
                path: { type: 'string' },
                lines: { required: ['begin'], properties: { begin: { type: 'integer' } } },
              },
            },
          },
        },
      },
      list,
    );
    expect(list).toHaveLength(2);
    expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(2);
    expect(parsed(root, 'gitlab')).toEqual(list);
  });

  test('rdjson', () => {
    const { diagnostics } = parsed(
      tree({ Dockerfile: NAIVE, 'bad/Dockerfile': 'NO\n' }),
      'rdjson',
    ) as { diagnostics: Record<string, unknown>[] };
    const range = { start: { line: 2 }, end: { line: 3 } };
    expect(diagnostics).toEqual([
      {
        message: expect.any(String),
        location: { path: 'Dockerfile', range },
        severity: 'WARNING',
        code: { value: 'merge-runs' },
        suggestions: [{ range, text: 'RUN mkdir -p /a && \\\n    touch /a/b' }],
      },
      {
        message: expect.any(String),
        location: { path: 'bad/Dockerfile', range: { start: { line: 1 }, end: { line: 1 } } },
        severity: 'ERROR',
      },
    ]);
  });

  test('HTML: what files hold stays text', () => {
    const out = report(hostile(), 'html');
    expect(out).not.toMatch(/<(?:script|img)|onerror=alert\(1\)>/);
    expect(out).toContain('&lt;/td&gt;&lt;script&gt;alert(1)');
    expect(out).toContain("default-src 'none'");
    const tags = (name: string): number => out.split(`<${name}`).length - 1;
    for (const name of ['table', 'details', 'td', 'tr', 'ul', 'li', 'header']) {
      // `<td` and the like, for `<t` of others.
      const opened = out.match(new RegExp(`<${name}[ >]`, 'g'))?.length ?? 0;
      expect([name, opened]).toEqual([name, tags(`/${name}>`)]);
    }
    expect(out).toMatch(/<td>2<\/td><td class="out">RUN echo/);
  });

  test('the table of the README names every format', () => {
    const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/reports.md'), 'utf8');
    const { err } = dockopt(tree(), ['fix', '--format', 'x']);
    const names = /takes (.*), not/.exec(err)![1]!.split(/, | or /);
    expect(names.length).toBeGreaterThan(9);
    for (const name of names) expect(page).toContain(`\`${name}\``);
  });
});

describe('blocks', () => {
  const result = (output: string): FixResult => ({
    status: 'changed',
    output,
    findings: [],
    bugs: [],
    warnings: [],
  });

  test.each([
    ['a\nb\nc\n', 'a\nx\nc\n'],
    ['a\nb\n', 'a\nb\nc\n'],
    ['a\nb', 'a\nb\nc'],
    ['a\nb\nc', 'b\nx\nc\ny'],
    ['a\n', ''],
  ])('%j to %j', (before, after) => {
    const all = blocksOf(before, after).toReversed();
    let text = before;
    for (const block of all) text = applyBlock(text, block);
    expect(text).toBe(after);
  });

  test('what cannot stand alone is one block', () => {
    const [text, output] = ['1\n2\n3\n4\n5\n6\n', 'a\n2\nb\n4\n5\nc\n'];
    const blocks = (isAlone: (text: string) => boolean) =>
      suggestionsOf(
        { path: 'x', status: 'changed', findings: [], output },
        { text, real: undefined, again: (other) => result(isAlone(other) ? output : other) },
      ).map(({ block }) => [block.line, block.count, block.inserted]);
    expect(blocks(() => true)).toHaveLength(3);
    expect(blocks((other) => other.endsWith('c\n'))).toEqual([
      [1, 3, 'a\n2\nb\n'],
      [6, 1, 'c\n'],
    ]);
    expect(blocks((other) => other.includes('b'))).toEqual([[1, 6, output]]);
    expect(blocks(() => false)).toEqual([[1, 6, output]]);
  });
});
