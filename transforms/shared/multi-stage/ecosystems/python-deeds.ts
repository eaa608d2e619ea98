import { valueOf } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { pathFrom } from '../steps.ts';
import type { NoPlan, Step } from '../types.ts';
import type { PipCall } from './python-pip.ts';

/** Where packages go: `system` is the interpreter of the image. */
export type Place = { readonly system: true } | { readonly system: false; readonly path: string };

export type Installer = 'pip' | 'setup.py' | 'easy_install' | 'poetry' | 'pipenv' | 'uv' | 'uv pip';

/** What a step does for a Python application. */
export type Deed =
  /** Nothing that is needed when it runs. */
  | { readonly kind: 'idle' }
  /** Brings a package manager, or pip itself. */
  | { readonly kind: 'tool'; readonly tool: 'pip' | 'manager' }
  | {
      readonly kind: 'install';
      readonly by: Installer;
      readonly place: Place;
      readonly call: PipCall | undefined;
      /** Directories whose sources stay in use: editable installations. */
      readonly sources: readonly string[];
    }
  | { readonly kind: 'venv'; readonly path: string }
  /** Writes below this path. */
  | { readonly kind: 'writes'; readonly path: string }
  | { readonly kind: 'refused'; readonly why: NoPlan };

export const IDLE: Deed = { kind: 'idle' };
export const MANAGER: Deed = { kind: 'tool', tool: 'manager' };

export const refused = (reason: string, detail: string): Deed => ({
  kind: 'refused',
  why: { reason, detail },
});

export const placeAt = (path: string | undefined, step: Step): Place | Deed =>
  path === undefined
    ? refused('output', `where line ${step.run.given.line} puts packages is not known`)
    : { system: false, path };

export const withoutOptions = (words: readonly string[]): string[] =>
  words.filter((word) => !word.startsWith('-'));

/** Scripts that install a package manager: poetry and uv bring one of their own, get-pip.py pip. */
export function installerDeed(fetched: string): Deed | undefined {
  if (/poetry|astral\.sh\/uv|pdm/.test(fetched)) return MANAGER;
  return fetched.includes('get-pip.py') ? { kind: 'tool', tool: 'pip' } : undefined;
}

export function venvDeed(step: Step, words: readonly string[]): Deed | undefined {
  const given = words.filter(
    (word, i) => !word.startsWith('-') && !/^(?:-p|--python|--prompt)$/.test(words[i - 1] ?? ''),
  );
  // A variable of the file that holds the path.
  const at = given.length === 1 ? step.args.indexOf(given[0]!) : -1;
  const path = at < 0 ? undefined : pathFrom(step.directory, step.words[at + 1]);
  return path === undefined ? undefined : { kind: 'venv', path };
}

/** Only deletes files: tests, byte code, caches. */
export const deletes = (args: readonly string[]): boolean => {
  const text = args.join(' ');
  return (
    /-delete\b|-exec(?:dir)? rm\b|-exec '?rm\b/.test(text) &&
    !/-exec(?!(?:dir)? '?rm\b)/.test(text) &&
    /py[co]|__pycache__|tests?\b|\.a\b|\.dist-info|\.egg-info/.test(text)
  );
};

export function moduleDeed(step: Step, words: readonly string[]): Deed | undefined {
  const [module, ...rest] = words;
  if (module === 'nltk.downloader') {
    const at = rest.findIndex((word) => word === '-d');
    const path = at < 0 ? nltkHome(step) : pathFrom(step.directory, rest[at + 1]);
    return path === undefined ? undefined : { kind: 'writes', path };
  }
  if (module === 'spacy' && rest[0] === 'download') {
    return { kind: 'install', by: 'pip', place: { system: true }, call: undefined, sources: [] };
  }
  if (module === 'django') return manageDeed(step, 'manage.py', rest);
  return module === 'ensurepip' ? { kind: 'tool', tool: 'pip' } : undefined;
}

/** https://www.nltk.org/api/nltk.downloader.html: below the home directory, if there is no other yet. */
function nltkHome(step: Step): string | undefined {
  const set = valueOf(step.run.variable('NLTK_DATA'));
  if (set !== undefined && set !== '') return set;
  const user = step.run.state && valueOf(step.run.state.user);
  return user === 'root' || user === '0' ? '/root/nltk_data' : undefined;
}

export function commandDeed(step: Step): Deed | undefined {
  const text = step.words[step.args.indexOf('-c') + 2];
  if (text === undefined) return undefined;
  const statements = text
    .split(/[;\n]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
  if (statements.every((one) => /^(?:import\s|from\s+\S+\s+import\s|print\s*\()/.test(one)))
    return IDLE;
  const downloads = statements.every((one) =>
    /^(?:import nltk|nltk\.download\((?:(?!download_dir)[^)])*\))$/.test(one),
  );
  const path = downloads ? nltkHome(step) : undefined;
  return path === undefined ? undefined : { kind: 'writes', path };
}

/** Commands of Django's manage.py; `writes` of collectstatic is made out by the settings. */
export function manageDeed(step: Step, script: string, words: readonly string[]): Deed | undefined {
  const verb = words.find((word) => !word.startsWith('-'));
  if (verb === 'check' || verb === 'makemigrations' || verb === 'compilemessages') {
    return verb === 'check' || step.directory === undefined
      ? IDLE
      : { kind: 'writes', path: step.directory };
  }
  if (verb !== 'collectstatic') return undefined;
  const path = pathFrom(step.directory, script);
  return path === undefined
    ? undefined
    : { kind: 'writes', path: normal(path.slice(0, path.lastIndexOf('/')) || '/') };
}
