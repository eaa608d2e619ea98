import { stepsIn } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import { baseName } from '../prefix.ts';
import type { Rewording } from '../rewording.ts';
import { plainCommandsIn } from '../editing.ts';
import type { Visit } from '../visit.ts';

/** Short options of curl with a value: https://curl.se/docs/manpage.html, read 2026-11-26. */
const WITH_VALUE = /[AbcCdDeEFHhKmoPQrtTuUwxXyYz]/;

/** Whoever asks for these looks at the status himself, or wants the answer whatever it is. */
const LOOKS_ITSELF =
  /^--(?:fail|fail-with-body|no-fail|write-out|head|continue-at|config|verbose|include|trace|dump-header)(?:=|$)/;

/** The single letters of a word of short options, without the value that the last one takes. */
function letters(word: string): string {
  if (!/^-[^-]/.test(word)) return '';
  const at = word.slice(1).search(WITH_VALUE);
  return at < 0 ? word.slice(1) : word.slice(1, at + 2);
}

/** Where an error page of the server would be taken for what was asked for. */
export function careless(visit: Visit): readonly Step[] {
  const plain = new Set(plainCommandsIn(visit.script.body));
  return (stepsIn(visit.run) ?? []).filter(
    (step) => step.program === 'curl' && plain.has(step.command!) && isCareless(step),
  );
}

function isCareless({ args, command, piped, words }: Step): boolean {
  const short = args.map(letters).join('');
  if (/[fwICKviD]/.test(short) || args.some((arg) => LOOKS_ITSELF.test(arg))) return false;
  if (args.includes('/dev/null')) return false;
  if (words.some((word) => word !== undefined && /^(?:file|ftp|scp|sftp):/.test(word)))
    return false;
  const saves =
    /[oO]/.test(short) || args.some((arg) => /^--(?:output|remote-name(?:-all)?)(?:=|$)/.test(arg));
  const redirected = command!.redirects.some(
    ({ operator, descriptor, target }) =>
      /^(?:>|>>|>\||&>)$/.test(operator) &&
      (descriptor === undefined || descriptor === '1') &&
      target?.value !== '/dev/null',
  );
  return saves || redirected || piped;
}

/** Writes `-f`, into options that stand together where there are such. */
export function withFail({ command }: Step): Rewording {
  const words = command!.words;
  const at = words.findIndex(({ value, text }) => baseName(value ?? text) === 'curl');
  const [first] = words.slice(at + 1);
  // curl heeds -q, which leaves ~/.curlrc unread, in the first place only.
  const leads = /^-q|^--disable$/.test(first?.text ?? '');
  const cluster = words
    .slice(at + (leads ? 2 : 1))
    .find(({ value, text }) => value === text && /^-[sSLgkRJNO#]+$/.test(text));
  if (cluster)
    return { command: command!, texts: new Map([[cluster, `-f${cluster.text.slice(1)}`]]) };
  const before = leads ? first! : words[at]!;
  return { command: command!, texts: new Map([[before, `${before.text} -f`]]) };
}
