import {
  commandsIn,
  DockerIgnore,
  valueOf,
  type Applicability,
  type IgnoreFileInput,
  type Instruction,
} from '../../../src/kit.ts';
import { baseName, programIndex } from '../prefix.ts';
import { lacksDevelopment, makerOf, makesOutput } from './makers.ts';
import { Mentions } from './mentions.ts';
import { usesOf, type Reach, type Use } from './reaches.ts';
import type { Hit, Survey } from './survey.ts';

/** What is to become of something that the table names. */
export type Verdict =
  /** It stays, and nobody needs to be told. */
  | {
      readonly kind: 'stays';
      /** Nothing needs it: a pattern that names others may go over it too. */
      readonly unused?: true;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'read' | 'not-made' | 'variable';
      readonly detail: string;
    }
  | { readonly kind: 'goes'; readonly applicability: Applicability; readonly why: string };

export interface Facts {
  readonly input: Pick<IgnoreFileInput, 'context' | 'sharers' | 'text'>;
  readonly survey: Survey;
  readonly reaches: readonly Reach[];
  readonly tests: boolean;
}

const STAYS: Verdict = { kind: 'stays' };
const UNUSED: Verdict = { kind: 'stays', unused: true };

/** Builders without BuildKit send all of the context; below this it does not matter. */
const MATTERS = 1024 * 1024;

/** Decides on each thing that the table names. */
export class Judge {
  private readonly facts: Facts;
  private readonly mentions: Mentions;
  private readonly ignore: DockerIgnore;

  constructor(facts: Facts) {
    this.facts = facts;
    this.mentions = new Mentions(facts.input.context, facts.survey);
    this.ignore = new DockerIgnore(facts.input.text ?? '');
  }

  /** `expected`: it is not there, but working copies have it. */
  verdict({ row, entry }: Hit, expected: boolean): Verdict {
    const { path } = entry;
    if (row.tests === true && !this.facts.tests) return STAYS;
    // Out already, or somebody wrote an exception for it.
    if (!isPlain(path) || this.ignore.excludes(path)) return STAYS;
    if (this.ignore.isTakenIn(path) || this.ignore.namesIn(path)) return STAYS;
    const uses = usesOf(path, this.facts.reaches);
    if (uses.some(({ kind }) => kind === 'named')) return STAYS;
    const along = uses.filter((use): use is Use & { kind: 'along' } => use.kind === 'along');
    const maybe = uses.find(({ kind }) => kind === 'maybe');
    if (maybe && (row.made !== undefined || row.unsafe === true)) {
      return expected || row.minor === true
        ? STAYS
        : { kind: 'refused', reason: 'variable', detail: placeOf(maybe.reach) };
    }
    if (along.length === 0)
      return maybe ? STAYS : this.unused(path, row.minor === true || expected);
    if (row.made !== undefined) return this.made({ row, entry }, along, expected);
    return this.unread({ row, entry });
  }

  /** No COPY brings it: only the context becomes smaller. */
  private unused(path: string, isNoMatter: boolean): Verdict {
    if (isNoMatter) return UNUSED;
    const size = this.facts.input.context.sizeOf(path);
    if (!size.known || size.value < MATTERS) return UNUSED;
    return { kind: 'goes', applicability: 'safe', why: 'no COPY brings it' };
  }

  private made(hit: Hit, along: readonly (Use & { kind: 'along' })[], expected: boolean): Verdict {
    const { row, entry } = hit;
    const { context } = this.facts.input;
    const makers: Instruction[] = [];
    for (const use of along) {
      const maker = makesOutput(row, entry, context)
        ? makerOf(row.made!, use, entry.path, context)
        : undefined;
      if (maker) makers.push(maker);
      else if (expected) return STAYS;
      else if (row.made === 'venv') return this.leftVenv(hit, use.reach);
      else return { kind: 'refused', reason: 'not-made', detail: placeOf(use.reach) };
    }
    const tool = makers.map(lacksDevelopment).find(Boolean);
    const open = along.find((use) => baseIsUnknown(use.reach));
    if (tool)
      return unsafe(
        `the build installs no development packages, and line ${tool.given.line} may need them`,
      );
    if (open)
      return unsafe(
        `the base image in ${open.reach.sharer.path} is not known and may copy it (ONBUILD)`,
      );
    const where = `line ${makers[0]!.given.line}${along.length > 1 || this.facts.input.sharers.length > 1 ? ` of ${along[0]!.reach.sharer.path}` : ''}`;
    return { kind: 'goes', applicability: 'suggested', why: `${row.why} (${where})` };
  }

  /**
   * No step makes a virtual environment, and none names that of the host: it holds links to the
   * interpreter of the host (https://docs.python.org/3/library/venv.html, read 2026-11-26). Only a
   * program that looks for one by itself may take it.
   */
  private leftVenv(hit: Hit, reach: Reach): Verdict {
    const finder = this.stepThat((text) => /\b(?:uv|poetry|pipenv|pdm|hatch|rye)\b/.test(text));
    const named = finder ?? valueOf(this.mentions.find(FINDS_VENV));
    if (named !== undefined) return { kind: 'refused', reason: 'not-made', detail: placeOf(reach) };
    const readBy = new RegExp(`${wordOf(hit.entry.name).source}[/\\\\](?:bin|lib|Scripts)\\b`);
    return this.unread({ row: { ...hit.row, readBy }, entry: hit.entry });
  }

  private unread({ row, entry }: Hit): Verdict {
    const refused = (detail: string): Verdict =>
      row.minor === true ? STAYS : { kind: 'refused', reason: 'read', detail };
    const named = this.namedInFile(entry.name, row.name === '.git');
    if (named !== undefined) return refused(named);
    if (row.tests === true) {
      const tester = this.runsTests();
      if (tester !== undefined) return refused(tester);
    }
    const found = row.readBy ? this.mentions.find(row.readBy) : undefined;
    if (found?.known === true && found.value !== undefined) {
      return refused(`${found.value} speaks of ${row.name === '.git' ? 'git' : 'it'}`);
    }
    if (found?.known === false) {
      return row.minor === true
        ? STAYS
        : unsafe(`whether something reads it, is not known: ${found.because}`);
    }
    return row.unsafe === true
      ? unsafe(row.why)
      : { kind: 'goes', applicability: 'suggested', why: row.why };
  }

  /** Does a step, or what the container starts, speak of it? */
  private namedInFile(name: string, isGit: boolean): string | undefined {
    const word = wordOf(name);
    return this.stepThat((text, step) => word.test(text) || (isGit && usesGit(step)));
  }

  private stepThat(is: (text: string, step: Instruction) => boolean): string | undefined {
    for (const { doc, path } of this.facts.input.sharers) {
      for (const outer of doc.instructions) {
        const step = outer.trigger ?? outer;
        if (!STEPS.has(step.keyword)) continue;
        const text = step.keyword === 'RUN' ? step.run.text : step.args.text;
        if (is(text, step)) return `line ${outer.given.line} of ${path}`;
      }
    }
    return undefined;
  }

  private runsTests(): string | undefined {
    for (const { doc, path } of this.facts.input.sharers) {
      const step = doc.instructions.find(
        ({ keyword, args }) =>
          STEPS.has(keyword) && /test|spec\b|\bverify\b|\bcheck\b/i.test(args.text),
      );
      if (step) return `line ${step.given.line} of ${path}`;
    }
    return undefined;
  }
}

const STEPS: ReadonlySet<string> = new Set([
  'RUN',
  'CMD',
  'ENTRYPOINT',
  'ENV',
  'ARG',
  'HEALTHCHECK',
]);

/** Scripts that start what looks for a virtual environment by itself. */
const FINDS_VENV = /\b(?:uv|poetry|pipenv|pdm|rye) (?:run|sync|install|shell)\b/;

/** A name that stands alone, also at the end of a path. */
const wordOf = (name: string): RegExp =>
  new RegExp(`(?<![\\w.-])${name.replace(/[^\w]/g, '\\$&')}(?![\\w-])`);

const unsafe = (why: string): Verdict => ({ kind: 'goes', applicability: 'unsafe', why });

const placeOf = ({ instruction, sharer }: Reach): string =>
  `line ${instruction.given.line} of ${sharer.path}`;

/** Can its name stand in an ignore file as it is? */
export const isPlain = (path: string): boolean =>
  !/[*?[\]\\\r\n\uDC80-\uDCFF]/.test(path) && !/^[#!]/.test(path) && path.trim() === path;

/** Of git, what works without a repository. */
const GIT_ELSEWHERE = /^(?:clone|config|lfs|init|version|ls-remote|help)$|^-/;

/** Go stamps what git says into programs when told to; by default it does without. */
const GIT_BY_FLAG = /-buildvcs(?:=true)?(?=\s|$)/;

function usesGit(run: Instruction): boolean {
  if (run.keyword !== 'RUN') return false;
  if (GIT_BY_FLAG.test(run.run.text)) return true;
  const script = valueOf(run.run.script);
  if (!script) return /\bgit\s+(?!clone|config)[a-z]/.test(run.run.text);
  let elsewhere = false;
  for (const { words } of commandsIn(script.body)) {
    const texts = words.map((word) => word.value ?? word.text);
    const at = programIndex(texts);
    if (baseName(texts[at] ?? '') !== 'git') continue;
    const verb = texts[at + 1] ?? '';
    if (verb === 'clone' || verb === 'init') elsewhere = true;
    if (!elsewhere && !(GIT_ELSEWHERE.test(verb) && verb !== '-C')) return true;
  }
  return false;
}

/**
 * A base image may hold an ONBUILD COPY, whose sources nobody here can read:
 * https://docs.docker.com/reference/dockerfile/#onbuild, read 2026-11-25.
 */
function baseIsUnknown({ sharer }: Reach): boolean {
  return sharer.doc.stages.some(({ base }) => {
    if (base.kind !== 'image') return false;
    const facts = valueOf(base.facts);
    return facts === undefined ? true : facts.onbuild;
  });
}
