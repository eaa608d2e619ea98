import {
  defineTransform,
  nearest,
  type Document,
  type Finding,
  type Instruction,
  type Refusal,
  type Stage,
} from '../src/kit.ts';
import { baseLacks } from './shared/arguments/base-variables.ts';
import {
  declarationIn,
  globalArguments,
  PLATFORM_ARGUMENTS,
  unsetIn,
  type Unset,
} from './shared/arguments/references.ts';
import { attachedComments } from './shared/editing.ts';

export default defineTransform({
  id: 'check-arguments',
  summary: 'Report variables that are not set where Docker reads them',
  why: 'Docker takes a variable that is not set for an empty text: a path, a port or a version is then silently another one. An ARG before the first FROM holds for FROM alone, and one in a stage for what stands below it in that stage.',
  safety:
    'Suggested where a stage gets an ARG for what is declared before the first FROM, the base image is known not to set it, and no RUN behind it would see it that does not read it. Else unsafe. All other variables are only reported: their value, or their place, is not known.',
  since: '0.1.0',
  emits: ['suggested', 'unsafe'],
  options: {},
  reasons: {
    undefined: 'nothing tells which value it should have',
    later: 'it is set further down, and whether it may have that value here is not known',
    same: 'what one instruction sets holds for the instructions behind it, and which value is meant here is not known',
    'other-stage': 'it is set in another stage, and ends with it',
    from: 'FROM sees only what is declared before the first FROM, and that would change where it is set',
    container: 'it is set when a container runs, and not for Docker when it builds',
  },
  sources: [
    {
      title: 'Dockerfile reference: scope of ARG',
      url: 'https://docs.docker.com/reference/dockerfile/#scope',
      date: '2026-11-26',
    },
    {
      title: 'Dockerfile reference: automatic platform ARGs in the global scope',
      url: 'https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope',
      date: '2026-11-26',
    },
    {
      title: 'Docker build checks: UndefinedVar',
      url: 'https://docs.docker.com/reference/build-checks/undefined-var/',
      date: '2026-11-26',
    },
    {
      title: 'Docker build checks: UndefinedArgInFrom',
      url: 'https://docs.docker.com/reference/build-checks/undefined-arg-in-from/',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {
    hadolint: ['DL3044'],
    check: ['UndefinedVar', 'UndefinedArgInFrom'],
    tally: [
      'DL3044',
      'UndefinedVar',
      'UndefinedArgInFrom',
      'buildkit/UndefinedVar',
      'buildkit/UndefinedArgInFrom',
    ],
  },

  *run({ doc, allows, lineOf }) {
    const globals = globalArguments(doc);
    const declared = new Set<string>();
    const added = new Map<Instruction, Unset[]>();
    for (const unset of unsetIn(doc)) {
      const { instruction, stage, name } = unset;
      if (!allows(instruction)) continue;
      if (stage && (globals.has(name) || PLATFORM_ARGUMENTS.includes(name))) {
        const key = `${stage.index} ${name}`;
        // One ARG serves all that is below it.
        if (declared.has(key) || declarationIn(stage.instructions, name, /^ENV$/)) continue;
        declared.add(key);
        added.set(instruction, [...(added.get(instruction) ?? []), unset]);
        continue;
      }
      const refusal = report(doc, unset, lineOf);
      if (refusal) yield refusal;
    }
    for (const [instruction, unsets] of added) yield declare(doc, instruction, unsets);
  },
});

/** An ARG above the first instruction that reads it. */
function declare(doc: Document, instruction: Instruction, unsets: readonly Unset[]): Finding {
  const { eol, text } = doc;
  const stage = instruction.stage!;
  const names = unsets.map(({ name }) => name);
  const keyword = instruction.keyword === writtenKeyword(doc, instruction) ? 'ARG' : 'arg';
  const texts = names.map((name) => `${keyword} ${name}`);
  let start = text.lastIndexOf('\n', instruction.start - 1) + 1;
  const [comment] = attachedComments(doc, start);
  if (comment) start = text.lastIndexOf('\n', comment.start - 1) + 1;
  const edit = { start, end: start, text: texts.map((line) => line + eol).join('') };
  const open = openFor(stage, instruction, names);
  const which = names.map((name) => `$${name}`).join(' and ');
  const why = names.every((name) => PLATFORM_ARGUMENTS.includes(name))
    ? 'Docker sets it for FROM alone'
    : 'what is declared before the first FROM holds for FROM alone';
  return {
    at: instruction,
    message: `${which} is empty here: ${why}${open === undefined ? '' : `; ${open}`}`,
    applicability: open === undefined ? 'suggested' : 'unsafe',
    edits: [edit],
    changes: [{ kind: 'inserted', before: instruction, texts }],
  };
}

/** What could not be established; undefined where nothing is open. */
function openFor(
  stage: Stage,
  instruction: Instruction,
  names: readonly string[],
): string | undefined {
  if (!names.every((name) => baseLacks(stage, name))) {
    return 'whether the base image sets it is not known';
  }
  const reader = [...stage.later(instruction)].find(
    ({ keyword, run }) =>
      keyword === 'RUN' && !names.every((name) => new RegExp(`\\b${name}\\b`).test(run.text)),
  );
  return reader && 'whether it matters to a RUN that would see it too is not known';
}

const writtenKeyword = (doc: Document, { keywordSpan }: Instruction): string =>
  doc.text.slice(keywordSpan.start, keywordSpan.end);

/** Undefined where it is set after all, or nothing tells that it is not. */
function report(
  doc: Document,
  unset: Unset,
  lineOf: (instruction: Instruction) => number,
): Refusal | undefined {
  const { instruction: at, stage, name } = unset;
  const line = (found: Instruction): string => `line ${lineOf(found)}`;
  const message = `$${name} is empty here`;
  const refuse = (reason: string, detail?: string): Refusal => ({
    at,
    message,
    reason,
    ...(detail === undefined ? {} : { detail }),
  });
  // `ARG X=${X}` has no default, and is meant to have none.
  if (at.keyword === 'ARG' && at.pairs.some((pair) => pair.name === name)) return undefined;
  if (!stage) return reportFrom(doc, unset, refuse, line);
  const lacks = baseLacks(stage, name);
  // What an unknown image sets may be read before it is set anew.
  const keywords = lacks ? /^(?:ARG|ENV)$/ : /^ARG$/;
  if (at.keyword === 'ENV' && at.pairs.some((pair) => pair.name === name)) {
    // `ENV LIBS=/opt/lib:$LIBS` adds to what may be nothing.
    const others = at.pairs.some((pair) => pair.name !== name && isRead(at, pair.value, name));
    if (!lacks || (!unset.whole && !others)) return undefined;
    return others ? refuse('same') : refuse('undefined');
  }
  const later = declarationIn(stage.instructions.slice(indexIn(stage, at) + 1), name, keywords);
  if (later) return refuse('later', line(later));
  if (lacks && CONTAINER.test(name)) return refuse('container');
  const elsewhere = declarationIn(
    doc.instructions.filter((other) => other.stage && !stage.lineage.includes(other.stage)),
    name,
    keywords,
  );
  if (elsewhere) return refuse('other-stage', line(elsewhere));
  if (!lacks) return undefined;
  return refuse('undefined', suggestion(name, [...stage.scope.names(at.index)]));
}

const isRead = (at: Instruction, value: string | undefined, name: string): boolean =>
  value !== undefined && at.references(value).includes(name);

const indexIn = (stage: Stage, at: Instruction): number => stage.instructions.indexOf(at);

/** The shell sets them, or the one who runs the container. */
const CONTAINER = /^(?:HOME|HOSTNAME|PWD|USER|UID|SHELL|TERM)$/;

function reportFrom(
  doc: Document,
  { name, instruction }: Unset,
  refuse: (reason: string, detail?: string) => Refusal,
  line: (found: Instruction) => string,
): Refusal {
  const isArgument = instruction.keyword === 'ARG';
  const later = declarationIn(
    doc.instructions.filter(({ index }) => index > instruction.index),
    name,
    /^ARG$/,
  );
  if (isArgument && later && !later.stage) return refuse('later', line(later));
  const inStage = declarationIn(
    doc.instructions.filter(({ stage }) => stage !== undefined),
    name,
    /^(?:ARG|ENV)$/,
  );
  if (inStage) return refuse('from', line(inStage));
  return refuse('undefined', suggestion(name, [...globalArguments(doc)]));
}

/** `DB_PORT` is no misspelt `DB_HOST`: the parts of the name are near each other too. */
function suggestion(name: string, names: readonly string[]): string | undefined {
  const parts = name.split('_');
  const candidates = names.filter((other) => {
    const others = other.split('_');
    return (
      others.length !== parts.length ||
      others.every(
        (part, i) => part === parts[i] || (part.length > 3 && nearest(parts[i]!, [part])),
      )
    );
  });
  const near = nearest(name, candidates);
  return near === undefined ? undefined : `did you mean $${near}?`;
}
