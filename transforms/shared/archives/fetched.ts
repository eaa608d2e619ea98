import type { Word } from '../../../src/kit.ts';
import type { Step } from '../multi-stage/types.ts';

/** A file that curl or wget leaves behind. */
export interface Fetched {
  readonly step: Step;
  /** Its path, absolute, variables as they are written. */
  readonly path: string;
}

/** Without quotes. */
export const plain = (word: Word): string => word.value ?? word.text.replaceAll(/["']/g, '');

/** The path of a word, absolute, variables as they are written; `undefined` where that is not told. */
export function pathOf({ directory }: Step, text: string): string | undefined {
  if (/[*?[\]`()]|^~/.test(text)) return undefined;
  if (text.startsWith('/') || /^\$\{?\w+\}?\//.test(text)) return text;
  if (text.startsWith('$') || directory === undefined) return undefined;
  return `${directory === '/' ? '' : directory}/${text.replace(/^(?:\.\/)+/, '')}`;
}

/** The files that a step fetches, with their names as it writes them. */
export function fetchedBy(step: Step): Fetched[] {
  const words = step.command?.words.slice(-step.args.length).map(plain) ?? [];
  if (step.args.length === 0 || !step.certain) return [];
  const names =
    step.program === 'wget' ? byWget(words) : step.program === 'curl' ? byCurl(words, step) : [];
  return names.flatMap((name) => {
    const path = pathOf(step, name);
    return path === undefined ? [] : [{ step, path }];
  });
}

function byWget(words: readonly string[]): string[] {
  const at = words.findIndex((word) => /^(?:-\w*O|--output-document)$/.test(word));
  const glued = words.find((word) => /^(?:-O.|--output-document=)/.test(word));
  const named = at < 0 ? glued?.replace(/^(?:-O|--output-document=)/, '') : words[at + 1];
  if (named !== undefined) return named === '-' ? [] : [named];
  const folder = words.findIndex((word) => /^(?:-P|--directory-prefix)$/.test(word));
  const prefix =
    folder < 0
      ? words
          .find((word) => /^(?:-P.|--directory-prefix=)/.test(word))
          ?.replace(/^(?:-P|--directory-prefix=)/, '')
      : words[folder + 1];
  return words.flatMap((word) => {
    const name = nameOf(word);
    if (name === undefined) return [];
    return [prefix === undefined ? name : `${prefix.replace(/\/$/, '')}/${name}`];
  });
}

function byCurl(words: readonly string[], { command }: Step): string[] {
  if (words.some((word) => /^--(?:output-dir|remote-header-name)|^-\w*J/.test(word))) return [];
  const names = words.flatMap((word, i) =>
    /^(?:-\w*o|--output)$/.test(word) ? (words[i + 1] ?? []) : [],
  );
  const remote = words.some((word) => /^(?:-\w*O\w*|--remote-name(?:-all)?)$/.test(word));
  if (remote) names.push(...words.flatMap((word) => nameOf(word) ?? []));
  for (const { operator, target } of command!.redirects) {
    if (operator === '>' && target) names.push(plain(target));
  }
  return names.filter((name) => name !== '-' && !name.startsWith('/dev/'));
}

/** The last part of an address, which names the file. */
function nameOf(address: string): string | undefined {
  if (!/^(?:https?|ftp):\/\/|^\$\{?\w+\}?\//.test(address)) return undefined;
  return /^[^?#]*\/([^/?#%]*[\w}])$/.exec(address)?.[1];
}
