/** The page of a transform, as Markdown. */
import { createTwoFilesPatch } from 'diff';
import type { AnyTransform, OtherTool } from '../engine/finding.ts';
import { casesOf, type FixtureCase } from './fixtures.ts';

export function page(transform: AnyTransform): string {
  const { id, summary, why, safety, since, optIn } = transform;
  const sections = [
    `# ${id}`,
    `${summary}. Since ${since}.`,
    optIn === undefined ? '' : `Off by default: ${optIn} \`--also ${id}\` switches it on.`,
    `## Why\n\n${why}`,
    examples(transform),
    `## Safety\n\n${safety}\n\nIts findings are ${list(transform.emits.map((level) => `\`${level}\``))}.`,
    options(transform),
    reasons(transform),
    switchingOff(transform),
    `## Sources\n\n${transform.sources.map(source).join('\n')}`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

/** One line for each transform, with links to pages in `folder`. */
export const table = (transforms: readonly AnyTransform[], folder: string): string =>
  [
    '| Transform | What it does | Findings |',
    '| --- | --- | --- |',
    ...transforms.map(
      ({ id, summary, emits, optIn }) =>
        `| [${id}](${folder}${id}.md) | ${cell(summary)}${optIn === undefined ? '' : ' (opt-in)'} | ${emits.join(', ')} |`,
    ),
    '',
  ].join('\n');

const cell = (text: string): string => text.replaceAll('|', '\\|');

const list = (texts: readonly string[]): string =>
  texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} or ${texts.at(-1)!}`;

function examples({ id }: AnyTransform): string {
  const cases = casesOf(id).filter((fixture) => fixture.doc !== undefined);
  if (cases.length === 0) return '';
  return `## Examples\n\n${cases.map(example).join('\n\n')}`;
}

function example(fixture: FixtureCase): string {
  const given = Object.entries(fixture.options ?? {}).map(
    ([key, value]) => `\`${key}=${String(value)}\``,
  );
  const level = fixture.level === undefined ? [] : [`findings up to \`${fixture.level}\``];
  const setting = [...given, ...level];
  const caption = `${fixture.doc}${setting.length > 0 ? ` (with ${setting.join(', ')})` : ''}:`;
  if (fixture.expectedIgnoreFile !== undefined) {
    const before = fixture.files?.['.dockerignore'] ?? '';
    const after = diff({ input: before, expected: fixture.expectedIgnoreFile });
    return `${caption}\n\n${fence('dockerfile', fixture.input)}\n\`.dockerignore\`:\n\n${fence('diff', after)}`;
  }
  if (!fixture.hasExpected) return `${caption}\n\n${fence('dockerfile', fixture.input)}`;
  return `${caption}\n\n${fence('diff', diff(fixture))}`;
}

/** All of the file, marked as in a diff; headers say nothing here. */
function diff({ input, expected }: Pick<FixtureCase, 'input' | 'expected'>): string {
  const patch = createTwoFilesPatch('', '', input, expected, '', '', { context: 1_000 });
  const body = patch.split('\n');
  return body
    .slice(body.findIndex((line) => line.startsWith('@@')) + 1)
    .filter((line) => !line.startsWith('\\ No newline'))
    .join('\n');
}

function fence(language: string, text: string): string {
  const marks = text.includes('```') ? '````' : '```';
  return `${marks}${language}\n${text.replaceAll('\r', '').replace(/\n*$/, '\n')}${marks}`;
}

function options({ id, options: specs }: AnyTransform): string {
  const rows = Object.entries(specs).map(([name, spec]) => {
    const values =
      spec.type === 'boolean' ? ['true', 'false'] : spec.type === 'choice' ? spec.choices : [];
    const shown = values.map((value) => `\`${value}\``).join(', ') || 'a text';
    const byDefault = spec.default === '' ? 'empty' : `\`${spec.default}\``;
    return `| \`${id}.${name}\` | ${shown} | ${byDefault} | ${cell(spec.describe)} |`;
  });
  if (rows.length === 0) return '';
  return [
    '## Options\n',
    '| Option | Values | Default | |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function reasons({ reasons: texts }: AnyTransform): string {
  const items = [...new Set(Object.values(texts))].map((text) => `- ${text}`);
  if (items.length === 0) return '';
  return `## When it refuses\n\nIt leaves a place alone, and says so, where\n\n${items.join('\n')}`;
}

const RULES: Readonly<Record<OtherTool, (rules: readonly string[]) => string>> = {
  hadolint: (rules) => `\`# hadolint ignore=${rules.join(',')}\``,
  check: (rules) => `\`# check=skip=${rules.join(',')}\``,
  tally: (rules) => `\`# tally ignore=${rules.join(',')}\``,
};

function switchingOff({ id, ignoredBy }: AnyTransform): string {
  const others = (Object.entries(ignoredBy) as [OtherTool, readonly string[]][])
    .filter(([, rules]) => rules.length > 0)
    .map(([tool, rules]) => RULES[tool](rules));
  const respected =
    others.length === 0 ? '' : ` It respects what is said to other tools, too: ${list(others)}.`;
  return (
    `## Switching it off\n\nFor a run: \`--skip ${id}\`. For one instruction, by a comment before ` +
    `it:\n\n${fence('dockerfile', `# dockopt ignore=${id} -- why\n`)}\n\n` +
    `For a file: \`# dockopt ignore-file\`.${respected}`
  );
}

const source = ({ title, url, date }: AnyTransform['sources'][number]): string =>
  `- [${title}](${url}), read ${date}`;
