import type { AnyTransform, OtherTool } from '../engine/finding.ts';
import type { OptionSpec } from '../engine/options.ts';
import { transforms } from '../index.ts';

/** The transforms, one line each. */
export function listText(): string {
  const width = Math.max(...transforms.map(({ id }) => id.length));
  const levels = transforms.map(({ emits }) => emits.join(', '));
  const levelWidth = Math.max(...levels.map((level) => level.length));
  const lines = transforms.map(({ id, summary, optIn }, i) => {
    const note = optIn === undefined ? '' : ' (off by default)';
    return `${id.padEnd(width)}  ${levels[i]!.padEnd(levelWidth)}  ${summary}${note}`;
  });
  return `${lines.join('\n')}\n`;
}

/** The same for programs. */
export function listJson(): string {
  const list = transforms.map(
    ({ id, summary, why, safety, since, emits, optIn, options, reasons }) => ({
      id,
      summary,
      why,
      safety,
      since,
      emits,
      optIn,
      options,
      reasons,
    }),
  );
  return `${JSON.stringify({ version: 1, transforms: list }, null, 2)}\n`;
}

/** All that a transform says of itself. */
export function explainText(transform: AnyTransform): string {
  const { id, summary, why, since } = transform;
  const paragraphs = [
    `${id}: ${summary}`,
    wrap(why),
    ...sectionsOf(transform).map(({ title, entries }) => section(title, entries)),
    `Since ${since}.`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

/** The same in Markdown. */
export function explainMarkdown(transform: AnyTransform): string {
  const { id, summary, why, since } = transform;
  const paragraphs = [
    `**${id}**: ${summary}`,
    why,
    ...sectionsOf(transform).map(({ title, entries, isCode }) => {
      const items = entries.map((entry) => `- ${isCode ? `\`${entry}\`` : entry}`);
      return `**${title}:**\n\n${items.join('\n')}`;
    }),
    `Since ${since}.`,
  ];
  return `${paragraphs.join('\n\n')}\n`;
}

interface Section {
  readonly title: string;
  readonly entries: readonly string[];
  /** Lines of a file. */
  readonly isCode?: true;
}

function sectionsOf(transform: AnyTransform): Section[] {
  const { id, safety, emits, optIn, reasons, sources } = transform;
  const sections: Section[] = [
    { title: 'Off by default', entries: optIn === undefined ? [] : [`--also ${id}: ${optIn}`] },
    { title: 'Safety', entries: [emits.join(', '), safety] },
    { title: 'Options', entries: optionLines(transform) },
    { title: 'It refuses where', entries: Object.values(reasons) },
    {
      title: 'Comments that switch it off for the next instruction',
      entries: commentsOf(transform),
      isCode: true,
    },
    {
      title: 'Sources',
      entries: sources.map(({ title, url, date }) => `${title}, ${url}, read ${date}`),
    },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

function optionLines({ id, options }: AnyTransform): string[] {
  return Object.entries(options).map(([name, spec]) => {
    return `--set ${id}.${name}=${valuesOf(spec).join('|')} (default ${spec.default || 'empty'}): ${spec.describe}`;
  });
}

/** What an option takes. */
function valuesOf(spec: OptionSpec): readonly string[] {
  if (spec.type === 'boolean') return ['true', 'false'];
  return spec.type === 'choice' ? spec.choices : ['TEXT'];
}

const COMMENTS: Readonly<Record<OtherTool, (rule: string) => string>> = {
  hadolint: (rule) => `# hadolint ignore=${rule}`,
  check: (rule) => `# check=skip=${rule} (at the top, for the whole file)`,
  tally: (rule) => `# tally ignore=${rule}`,
};

function commentsOf({ id, ignoredBy }: AnyTransform): string[] {
  const others = (Object.entries(ignoredBy) as [OtherTool, readonly string[]][]).flatMap(
    ([tool, rules]) => rules.map(COMMENTS[tool]),
  );
  return [
    `# dockopt ignore=${id} -- reason`,
    '# dockopt ignore -- reason (all transforms)',
    '# dockopt ignore-file (all transforms, the whole file)',
    ...others,
  ];
}

function section(title: string, entries: readonly string[]): string {
  return [`${title}:`, ...entries.map((entry) => wrap(entry, '  '))].join('\n');
}

const WIDTH = 80;

/** Breaks a paragraph into lines; further lines of an indented entry hang. */
function wrap(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const longer = line.trim() === '' ? line + word : `${line} ${word}`;
    if (longer.length <= WIDTH || line.trim() === '') line = longer;
    else {
      lines.push(line);
      line = `${indent}${indent}${word}`;
    }
  }
  return [...lines, line].join('\n');
}
