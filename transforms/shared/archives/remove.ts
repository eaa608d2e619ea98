import {
  commandsIn,
  valueOf,
  type Command,
  type Instruction,
  type Result,
} from '../../../src/kit.ts';
import { insertCommand, slotBehind } from '../editing.ts';
import { stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { baseName } from '../prefix.ts';
import { wordsOf } from '../purpose.ts';
import { runs, type Visit } from '../visit.ts';
import { fetchedBy, pathOf, plain, type Fetched } from './fetched.ts';

/** Removes what a RUN fetches and unpacks, behind its last use there. */
export function* removeArchives(visit: Visit): Generator<Result> {
  const steps = stepsIn(visit.run) ?? [];
  for (const fetched of steps.flatMap(fetchedBy)) {
    const behind = steps.slice(steps.indexOf(fetched.step) + 1);
    if (isMounted(visit.run, fetched) || !behind.some((step) => unpacks(step, fetched))) continue;
    if (behind.some((step) => mayRemove(step, fetched))) continue;
    yield* remove(visit, fetched, behind);
  }
}

function* remove(visit: Visit, fetched: Fetched, behind: readonly Step[]): Generator<Result> {
  const name = baseName(fetched.path);
  const at = visit.outer;
  const message = `remove ${name} once it is unpacked`;
  const needed = usedLater(visit, fetched);
  if (needed) {
    yield { at, message, reason: 'needed', detail: `line ${visit.lineOf(needed)}` };
    return;
  }
  const last = behind.findLast(
    (step) => step.args.some((arg) => arg.includes(name)) || wordFor(step, fetched),
  );
  const word = last && wordFor(last, fetched);
  const slot = word ? slotBehind(visit.run, visit.script, last.command!, false) : 'nested';
  if (!word || typeof slot === 'string') {
    yield { at, message, reason: 'place' };
    return;
  }
  const text = `${isSudo(fetched.step) ? 'sudo ' : ''}rm ${word.text}`;
  const rewrite = insertCommand(visit.doc, visit.run, visit.script, slot, text);
  yield {
    at,
    message: `${message}: nothing uses it any more`,
    applicability: 'suggested',
    edits: rewrite.edits,
    changes: [runs(visit, rewrite.tokens)],
  };
}

const isSudo = ({ command }: Step): boolean => command!.words[0]?.value === 'sudo';

/** The word of a step that is this file. */
const wordFor = (step: Step, { path }: Fetched): Command['words'][number] | undefined =>
  step.command?.words.find((word) => pathOf(step, plain(word)) === path);

/** Does it take out of the archive what is in it, and leave the archive itself? */
function unpacks(step: Step, fetched: Fetched): boolean {
  if (!step.certain || !wordFor(step, fetched)) return false;
  const { program, args } = step;
  const has = (pattern: RegExp): boolean => args.some((arg) => pattern.test(arg));
  switch (program) {
    case 'tar':
    case 'bsdtar':
      return /^\w*x/.test(args[0] ?? '') || has(/^-\w*x|^--(?:extract|get)$/);
    case 'unzip':
      return !has(/^-[lptvzZ]+$/);
    case '7z':
    case '7za':
    case '7zr':
    case '7zz':
      return has(/^[xe]$/);
    case 'dpkg':
      return has(/^(?:-i|--install)$/);
    case 'rpm':
      return has(/^-\w*[iUF]\w*$|^--(?:install|upgrade)$/) && !has(/^-\w*q/);
    case 'apt':
    case 'apt-get':
    case 'yum':
    case 'dnf':
      return has(/^(?:install|localinstall)$/);
    default:
      return false;
  }
}

/** Could it be gone, or elsewhere, after this step? What is not told could be anything. */
function mayRemove(step: Step, { path }: Fetched): boolean {
  const { program, args, command } = step;
  if (/^(?:find|xargs|trap)$/.test(program)) return /-delete|\brm\b/.test(args.join(' '));
  if (!/^(?:rm|mv|rmdir|shred|unlink|gunzip|bunzip2|unxz)$/.test(program)) return false;
  return command!.words.slice(-args.length).some((word) => {
    const text = plain(word);
    if (text.startsWith('-')) return false;
    const target = pathOf(step, text.replaceAll(/[*?]/g, ANYTHING));
    return target === undefined || patternOf(target.replace(/\/$/, '')).test(path);
  });
}

/** Stands for `*` and `?` in a path. */
const ANYTHING = '\u0001';

const patternOf = (path: string): RegExp =>
  new RegExp(`^${escaped(path).replaceAll(ANYTHING, '[^/]*')}(?:/|$)`);

const escaped = (text: string): string => text.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');

function isMounted(run: Instruction, { path }: Fetched): boolean {
  return run.mounts.some(({ target }) => target !== undefined && path.startsWith(target));
}

/** The first instruction behind it, of any stage, that names the file, by a pattern too. */
function usedLater({ doc, run }: Visit, { path }: Fetched): Instruction | undefined {
  const name = baseName(path);
  return doc.instructions.find((other) => {
    if (other.index <= run.index || other.keyword === 'FROM') return false;
    if (isFromStage(other)) return copies(other, path);
    if (other.stage !== run.stage && !other.stage?.lineage.includes(run.stage!)) return false;
    const script = other.keyword === 'RUN' ? valueOf(other.run.script) : undefined;
    if (!script) return names(other.args.text, name);
    return [...commandsIn(script.body)].some(
      (command) =>
        !isForcedRemoval(command) && command.words.some((word) => names(plain(word), name)),
    );
  });
}

const isFromStage = (other: Instruction): boolean =>
  other.keyword === 'COPY' && other.flag('from') !== undefined;

/** Does it copy the file, or a directory that it lies in? */
const copies = (copy: Instruction, path: string): boolean =>
  copy.words.slice(0, -1).some(({ text }) => {
    const source = text.replace(/\/\.?$/, '');
    return path === source || path.startsWith(`${source}/`) || names(source, baseName(path));
  });

/** `rm -f` does not mind that there is nothing. */
const isForcedRemoval = (command: Command): boolean => {
  const [program, ...args] = wordsOf(command);
  return program === 'rm' && args.some((arg) => /^-\w*f|^--force$/.test(arg));
};

/** Does a text hold the name, or a pattern that it fits? */
function names(text: string, name: string): boolean {
  if (text.includes(name)) return true;
  return text.split(/[\s"'=:;,]+/).some((part) => {
    const pattern = baseName(part);
    if (!/[*?]/.test(pattern) || !/[^*?./]/.test(pattern)) return false;
    const source = escaped(pattern).replaceAll('*', '.*').replaceAll('?', '.');
    return new RegExp(`^${source}$`).test(name);
  });
}
