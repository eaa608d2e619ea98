import { valueOf } from '../../../../src/kit.ts';
import { baseName } from '../../prefix.ts';
import { commandsOfText } from '../start.ts';
import type { ContextFile } from '../brought.ts';
import type { NoPlan, Subject } from '../types.ts';

export interface RubyStart {
  /** What runs in the end, behind `bundle exec`. */
  readonly words: readonly string[];
  /** Programs that run beside those of the start command. */
  readonly programs: readonly string[];
}

/** Start a program again when a source changes. */
const WATCHERS = new Set([
  'rerun',
  'guard',
  'shotgun',
  'nodemon',
  'entr',
  'filewatcher',
  'spring',
  'dev',
]);

/** Start the processes of a Procfile. */
const MANAGERS = new Set(['foreman', 'overmind', 'hivemind', 'invoker']);

/** They build or install when the container starts. */
const BUILDS =
  /(?:^|[\s;&|(])(?:bundle(?:r)?\s+(?:install|update)\b|gem\s+install\b|yarn\s+(?:install|build)\b|npm\s+(?:install|ci|run)\b|\S*(?:rake|rails)\s+(?:\S+\s+)*?(?:assets|webpacker):\w+)/m;

export function rubyStart(
  subject: Subject,
  files: readonly ContextFile[] | undefined,
): RubyStart | NoPlan {
  const { start } = subject;
  const said = [start.entrypoint, start.cmd].map((one) =>
    (one?.json ?? [one?.args.text ?? '']).join(' '),
  );
  const texts = [...said, ...start.scripts.map(({ text }) => withoutComments(text))];
  const built = texts
    .map((text) => BUILDS.exec(text)?.[0].trim())
    .find((found) => found !== undefined);
  if (built !== undefined)
    return { reason: 'development', detail: `${built}, when the container starts` };
  if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
  const words = behindExec(start.main.map((word) => word ?? '$'));
  const [first] = words;
  if (first === undefined) return { reason: 'start', detail: 'there is no ENTRYPOINT or CMD' };
  const detail = start.main.map((word) => word ?? '…').join(' ');
  if (isDevelopment(words)) return { reason: 'development', detail };
  if (!MANAGERS.has(baseName(first))) return { words, programs: [] };
  return managed(subject, words, files) ?? { reason: 'start', detail: `the Procfile of ${detail}` };
}

const withoutComments = (text: string): string => text.replaceAll(/^\s*#.*$/gm, '');

/** `bundle exec puma`, `ruby bin/rails s`: `puma`, `bin/rails s`. */
function behindExec(main: readonly string[]): readonly string[] {
  const name = baseName(main[0] ?? '');
  if ((name === 'bundle' || name === 'bundler') && main[1] === 'exec') {
    const at = main.findIndex((word, i) => i > 1 && !word.startsWith('-'));
    return at < 0 ? [] : behindExec(main.slice(at));
  }
  if (name === 'ruby' && /(?:^|\/)(?:rails|rake|bundle)$/.test(main[1] ?? ''))
    return behindExec(main.slice(1));
  return main;
}

function isDevelopment(words: readonly string[]): boolean {
  const name = baseName(words[0] ?? '');
  const rest = words.slice(1);
  if (WATCHERS.has(name)) return true;
  if (name === 'jekyll') return /^(?:serve|server|s|build)$/.test(rest[0] ?? '');
  if (name === 'middleman') return true;
  if (name === 'rspec' || name === 'rubocop' || name === 'cucumber') return true;
  if (MANAGERS.has(name)) return rest.some((word) => /dev/i.test(word));
  if (name === 'npm' || name === 'yarn') return true;
  return /^(?:rails|rake)$/.test(name) && /^(?:test|spec|console|c)$/.test(rest[0] ?? '');
}

/** The processes of a Procfile. */
function managed(
  subject: Subject,
  words: readonly string[],
  files: readonly ContextFile[] | undefined,
): RubyStart | undefined {
  const option = words.findIndex((word) => /^(?:-f|--procfile)$/.test(word));
  const name = option < 0 ? 'Procfile' : words[option + 1];
  const file = files?.findLast(
    ({ path }) => path === `${valueOf(subject.workdir) ?? ''}/${name ?? ''}`,
  );
  const text = file && valueOf(subject.context.readText(file.source));
  if (text === undefined) return undefined;
  const programs: string[] = [];
  for (const [, command] of text.matchAll(/^[\w-]+:\s*(.+)$/gm)) {
    const commands = commandsOfText(command!);
    if (!commands || BUILDS.test(command!)) return undefined;
    for (const [first] of commands) {
      if (first === undefined) return undefined;
      programs.push(first);
    }
  }
  return { words, programs };
}
