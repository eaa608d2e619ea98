import {
  valueOf,
  type Change,
  type Command,
  type Context,
  type Document,
  type Edit,
  type Instruction,
  type Result,
  type Stage,
} from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { lineOf } from '../package-managers.ts';
import type { RunPlan } from './plan.ts';
import { flagLines } from './rewrite.ts';

/**
 * Installations that read their manifests and write to none of them; `^` is the start of the
 * command line. https://docs.npmjs.com/cli/v10/commands/npm-ci,
 * https://classic.yarnpkg.com/lang/en/docs/cli/install/, https://pnpm.io/cli/install,
 * https://pip.pypa.io/en/stable/cli/pip_install/ and https://go.dev/ref/mod#go-mod-download, read
 * 2026-11-25.
 */
const READ_ONLY: readonly RegExp[] = [
  /^npm (?:.* )?(?:ci|clean-install)(?: |$)/,
  /^yarn(?: install)?(?: -\S+)* --frozen-lockfile(?: |$)/,
  /^pnpm (?:install|i) (?:.* )?--frozen-lockfile(?: |$)/,
  /^bun install (?:.* )?--frozen-lockfile(?: |$)/,
  /^(?:pip[\d.]*|python[\d.]* -m pip) install (?!.*(?:^|\s)(?:-e|--editable|\.)(?: |$)).*(?:-r|--requirement)\b/,
  /^go mod download$/,
  /^(?:npm|yarn|pnpm) (?:.* )?cache (?:clean|rm)\b/,
];

/** A COPY of manifests, the installation behind it, and the COPY that brings them anyway. */
interface Pair {
  readonly copy: Instruction;
  readonly plan: RunPlan;
  readonly files: readonly string[];
}

/** `RUN --mount=type=bind` in the place of a COPY that serves one installation alone. */
export function* bindManifests(
  doc: Document,
  context: Context,
  plans: readonly RunPlan[],
): Generator<Result> {
  for (const plan of plans) {
    const pair = pairOf(plan, context);
    // The mounts of the cache come first, a pass before.
    if (!pair || plan.rows.some(({ flags }) => flags.length > 0)) continue;
    const message = `mount ${pair.files.join(' and ')} instead of copying: the layer is not needed`;
    if (!isUnneeded(pair)) yield { at: pair.copy, message, reason: 'manifests' };
    else yield { at: pair.copy, message, applicability: 'suggested', ...bind(doc, pair) };
  }
}

function pairOf(plan: RunPlan, context: Context): Pair | undefined {
  const { run, outer } = plan.visit;
  const stage = run.stage!;
  const at = stage.instructions.indexOf(outer);
  const copy = stage.instructions[at - 1];
  if (copy?.keyword !== 'COPY' || copy.flags.length > 0 || plan.rows.length === 0) return undefined;
  const words = copy.words.map(({ text }) => valueOf(copy.expand(text)));
  const destination = words.at(-1);
  const workdir = run.state && valueOf(run.state.workdir);
  const here =
    destination === './' || destination === '.' || destination?.replace(/\/$/, '') === workdir;
  if (!here || copy.heredocs.length > 0) return undefined;
  const files = words.slice(0, -1).flatMap((word) => namesOf(word ?? '$', context));
  const plain = files.every((file) => /^(?:\.\/)?[\w.-]+$/.test(file) && isFile(file, context));
  return plain ? { copy, plan, files: files.map((file) => file.replace(/^\.\//, '')) } : undefined;
}

/** A pattern as the files of the context that it stands for. */
function namesOf(word: string, context: Context): string[] {
  if (!/[*?[]/.test(word)) return [word];
  const names = valueOf(context.list('.')) ?? valueOf(context.list(''));
  if (!names || /[[/\\]/.test(word.replace(/^\.\//, ''))) return ['$'];
  const pattern = word
    .replace(/^\.\//, '')
    .replace(/[.+^${}()|]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const found = names.filter((name) => new RegExp(`^${pattern}$`).test(name)).toSorted();
  return found.length > 0 ? found : ['$'];
}

const isFile = (file: string, context: Context): boolean =>
  valueOf(context.kindOf(file)) === 'file';

/** Does nobody write to the files, and does a later COPY bring them before anybody needs them? */
function isUnneeded({ copy, plan: { visit } }: Pair): boolean {
  const commands = plainCommandsIn(visit.script.body);
  const reads = (command: Command): boolean =>
    READ_ONLY.some((pattern) => pattern.test(lineOf(command)));
  if (commands.length === 0 || !commands.every(reads)) return false;
  const stage: Stage = visit.run.stage!;
  const after = stage.instructions.slice(stage.instructions.indexOf(copy) + 2);
  const next = after.find(({ keyword }) => !/^(?:ENV|ARG|LABEL|EXPOSE)$/.test(keyword));
  if (next?.keyword !== 'COPY' || next.flag('from') !== undefined) return false;
  const words = next.words.map(({ text }) => valueOf(next.expand(text)));
  const destination = words.at(-1);
  const workdir = visit.run.state && valueOf(visit.run.state.workdir);
  return (
    words.length === 2 &&
    /^\.?\/?$/.test(words[0] ?? '-') &&
    (destination === '.' || destination === './' || destination?.replace(/\/$/, '') === workdir)
  );
}

function bind(
  doc: Document,
  { copy, plan, files }: Pair,
): { readonly edits: readonly Edit[]; readonly changes: readonly Change[] } {
  const { run, script, outer } = plan.visit;
  const flags = files.map((file) => `--mount=type=bind,source=${file},target=${file}`);
  const start = doc.text.lastIndexOf('\n', copy.start - 1) + 1;
  const end = doc.text.indexOf('\n', copy.end) + 1;
  return {
    edits: [{ start, end, text: '' }, flagLines(doc, run, flags)],
    changes: [
      { kind: 'removed', instruction: copy },
      {
        kind: 'run',
        instruction: outer,
        tokens: script.tokens,
        flags: [...run.flagTexts, ...flags],
      },
    ],
  };
}
