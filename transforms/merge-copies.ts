import {
  defineTransform,
  valueOf,
  type Context,
  type Document,
  type Edit,
  type Finding,
  type Instruction,
  type Stage,
} from '../src/kit.ts';
import { normal } from './shared/copied.ts';
import { replaced } from './shared/in-copy/flags.ts';
import { styleOf } from './shared/layout.ts';
import { placeOf, type Placed } from './shared/merge-copies/place.ts';

/** Up to here the sources stand on one line. */
const LINE_WIDTH = 100;

export default defineTransform({
  id: 'merge-copies',
  summary: 'Merge neighbouring COPYs into one directory',
  why: 'Every COPY is a layer, and a step of the build. Files that go to the same place can share one.',
  safety:
    'Always safe: only COPYs with the same flags and nothing between them are merged, where every file keeps its name and its place. A COPY of the whole build context stays apart, since it changes more often.',
  since: '0.1.0',
  emits: ['safe'],
  options: {
    stages: {
      type: 'choice',
      choices: ['shipped', 'all'],
      default: 'shipped',
      describe: 'Which stages: those whose layers are in the final image, or all',
    },
  },
  reasons: {},
  sources: [
    {
      title: 'Dockerfile reference: COPY, destination',
      url: 'https://docs.docker.com/reference/dockerfile/#copy',
      date: '2026-11-25',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, options, allows, lineOf }) {
    for (const stage of doc.stages) {
      if (options.stages === 'shipped' && !stage.ships) continue;
      for (const group of groupsOf(doc, stage, context, allows)) yield merge(doc, group, lineOf);
    }
  },
});

/** COPYs behind each other with nothing but blank lines between them, that can be one. */
function* groupsOf(
  doc: Document,
  stage: Stage,
  context: Context,
  allows: (instruction: Instruction) => boolean,
): Generator<Placed[]> {
  let group: Placed[] = [];
  for (const instruction of stage.instructions) {
    const placed = readable(instruction, context, allows);
    const before = group.at(-1);
    if (placed && before && joins(doc, before, placed)) {
      group.push(placed);
      continue;
    }
    if (group.length > 1) yield group;
    group = placed ? [placed] : [];
  }
  if (group.length > 1) yield group;
}

function readable(
  instruction: Instruction,
  context: Context,
  allows: (instruction: Instruction) => boolean,
): Placed | undefined {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return undefined;
  if (!allows(instruction) || valueOf(instruction.stage!.os) === 'windows') return undefined;
  const placed = placeOf(instruction, context);
  return placed?.sources.some(isWhole) === true ? undefined : placed;
}

/** The whole build context, or the whole of another stage. */
const isWhole = ({ text }: { readonly text: string }): boolean =>
  normal(text) === '/' || text === '*';

/** What dependencies are installed from changes less often than what stands beside it. */
const MANIFEST =
  /(?:^|\/)(?:package(?:-lock)?\.json|\.?npm(?:rc|-shrinkwrap\.json)|(?:yarn|bun|poetry|uv|pdm|mix|pubspec|Cargo|composer|Gemfile|Pipfile|pnpm-lock|package-lock|flake|conda-lock)\.(?:lock|yaml|lockb|json|exs)\*?|\.yarnrc(?:\.yml)?|pnpm-workspace\.yaml|lerna\.json|package\*\.json|[\w.-]*requirements[\w.*-]*|pyproject\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|go\.(?:mod|sum|\*)|Cargo\.toml|Gemfile\*?|[\w-]+\.gemspec|composer\.(?:json|\*)|pom\.xml|mvnw|gradlew|[\w.-]+\.gradle(?:\.kts)?|gradle\.properties|mix\.exs|rebar\.\w+|[\w.*-]+\.(?:cs|fs|vb)proj|[\w.*-]+\.sln|Directory\.\w+\.props|NuGet\.config|build\.sbt|Package\.(?:swift|resolved)|deno\.(?:jsonc?|lock))$/i;

const isManifest = ({ sources }: Placed): boolean =>
  sources.every(({ text }) => MANIFEST.test(text));

function joins(doc: Document, before: Placed, after: Placed): boolean {
  const flags = (placed: Placed): string => placed.copy.flagTexts.toSorted().join('\n');
  return (
    before.copy.index + 1 === after.copy.index &&
    before.copy.keyword === after.copy.keyword &&
    before.directory === after.directory &&
    flags(before) === flags(after) &&
    isManifest(before) === isManifest(after) &&
    after.copy.comments.length === 0 &&
    doc.commentsBetween(before.copy.end, after.copy.start).length === 0
  );
}

function merge(
  doc: Document,
  group: readonly Placed[],
  lineOf: (instruction: Instruction) => number,
): Finding {
  const [first, ...others] = group as [Placed, ...Placed[]];
  const edits = mergedEdits(doc, first, others);
  const lines = group.map(({ copy }) => lineOf(copy));
  return {
    at: first.copy,
    message: `one layer for the ${lines.length} ${first.copy.keyword}s of ${rangeOf(lines)} to ${first.written}`,
    applicability: 'safe',
    edits: [...edits, { start: first.copy.end, end: others.at(-1)!.copy.end, text: '' }],
    changes: [
      replaced(doc, first.copy, edits),
      ...others.map(({ copy }) => ({ kind: 'removed' as const, instruction: copy })),
    ],
  };
}

/** What an earlier pass has moved stands in one line of the file as it was. */
function rangeOf(lines: readonly number[]): string {
  const [from, to] = [Math.min(...lines), Math.max(...lines)];
  return from === to ? `line ${from}` : `lines ${from}-${to}`;
}

/** The sources of the others stand behind those of the first. */
function mergedEdits(doc: Document, first: Placed, others: readonly Placed[]): Edit[] {
  const { copy, sources, destination } = first;
  const added = others.flatMap((other) => other.sources.map(({ text }) => text));
  const written = [first, ...others].find((one) => one.destination.text === one.written)?.written;
  const target = written ?? first.written;
  const edits: Edit[] = [];
  const last = sources.at(-1)!;
  const lineStart = doc.text.lastIndexOf('\n', last.end - 1) + 1;
  const isOneLine = !doc.text.slice(copy.start, copy.end).includes('\n');
  const indent = isOneLine
    ? styleOf(doc, []).indent
    : /^[ \t]*/.exec(doc.text.slice(lineStart, last.end))![0];
  const next = ` ${doc.escape}${doc.eol}${indent}`;
  const length = copy.end - copy.start + added.join(' ').length + 1;
  if (isOneLine && length <= LINE_WIDTH) {
    edits.push({ start: last.end, end: last.end, text: ` ${added.join(' ')}` });
  } else {
    const text = added.map((source) => next + source).join('');
    if (isOneLine) edits.push({ start: last.end, end: destination.start, text: text + next });
    else edits.push({ start: last.end, end: last.end, text });
  }
  if (target !== destination.text) {
    edits.push({ start: destination.start, end: destination.end, text: target });
  }
  return edits;
}
