/** Smoke tests, as the command line and configurations give them. */
import type { SmokeTests } from '../config.ts';
import type { Check } from './checks.ts';

/** Thrown for a smoke test that cannot be read. */
export class SmokeError extends Error {}

/** What is asked of an image, as texts. */
export interface Smoke {
  readonly run: readonly string[];
  readonly http: readonly string[];
  readonly health: boolean;
  readonly env: readonly string[];
}

/** What a configuration says. */
export const smokeOf = ({ run = [], http = [], health = false, env = [] }: SmokeTests): Smoke => ({
  run: [run].flat(),
  http: [http].flat(),
  health,
  env: [env].flat(),
});

/** Tests of the command line replace those of the configuration; variables are added. */
export function smokeFor(line: Smoke, configured: SmokeTests = {}): Smoke {
  const own = smokeOf(configured);
  const env = [...own.env, ...line.env];
  const isGiven = line.run.length > 0 || line.http.length > 0 || line.health;
  return isGiven ? { ...line, env } : { ...own, env };
}

/** `port` stands for one that is not given. */
export function smokeChecks(given: Smoke, port: () => number): Check[] {
  const bad = given.env.find((setting) => !/^\w[^=]*=/.test(setting));
  if (bad !== undefined) throw new SmokeError(`--env takes NAME=VALUE, not ${JSON.stringify(bad)}`);
  const plain = { env: given.env, mounts: [], readOnly: false, writes: [] };
  return [
    ...given.run.map((text): Check => {
      return { ...plain, kind: 'run', line: `--run ${text}`.trim(), args: wordsOf(text) };
    }),
    ...given.http.map((text): Check => {
      return { ...plain, kind: 'http', line: `--http ${text}`, ...httpOf(text, port) };
    }),
    ...(given.health ? [{ ...plain, kind: 'healthy', line: '--health' } as const] : []),
  ];
}

/** `8080/health /other`: paths, the first behind the port. */
function httpOf(text: string, port: () => number): { port: number; paths: string[] } {
  const [, number, rest] = /^(\d{1,5})?(\/.*)$/s.exec(text.trim()) ?? [];
  const paths = (rest ?? '').split(/\s+/);
  if (rest === undefined || !paths.every((path) => path.startsWith('/'))) {
    throw new SmokeError(`--http takes [PORT]/PATH…, not ${JSON.stringify(text)}`);
  }
  return { port: number === undefined ? port() : Number(number), paths };
}

/** A JSON array, or words at blanks; quotes hold blanks together. No shell reads them. */
export function wordsOf(text: string): string[] {
  if (text.trimStart().startsWith('[')) return jsonWords(text);
  const words: string[] = [];
  const word = /\s*(?:"((?:\\.|[^"\\])*)"|'([^']*)'|([^\s"']+))(?=\s|$)/suy;
  for (let at = 0; text.slice(at).trim() !== ''; at = word.lastIndex) {
    word.lastIndex = at;
    const found = word.exec(text);
    if (!found) {
      throw new SmokeError(
        `--run ${JSON.stringify(text)}: a quote in the middle of a word, or one alone; write a JSON array`,
      );
    }
    const [, double, single, plain] = found;
    words.push(double?.replaceAll(/\\(.)/gsu, '$1') ?? single ?? plain ?? '');
  }
  return words;
}

function jsonWords(text: string): string[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value) && value.every((word) => typeof word === 'string')) return value;
  } catch {
    // Said below.
  }
  throw new SmokeError(`--run ${JSON.stringify(text)} is no JSON array of texts`);
}
