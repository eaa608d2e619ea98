import type { Word } from '../../../../../src/kit.ts';
import { normal } from '../../../copied.ts';
import { pipCall, requirementName } from '../../../multi-stage/ecosystems/python-pip.ts';
import { pathFrom } from '../../../multi-stage/steps.ts';
import { baseName } from '../../../prefix.ts';
import type { Found } from '../../found.ts';
import type { Obstacle } from '../types.ts';
import type { Files } from './files.ts';
import { isDevelopment, poetryGroups } from './groups.ts';
import type { Way } from './ways.ts';

/** A requirement file, and those that it includes. */
interface Listed {
  readonly names: readonly string[];
  readonly includes: readonly string[];
}

/**
 * `pip install -r requirements.txt -r requirements-dev.txt`, `pip install -r requirements-dev.txt`
 * where that file includes the other, and `pip install .[dev]`.
 * https://pip.pypa.io/en/stable/cli/pip_install/, read 2026-11-27.
 */
export function requirementWay(found: Found, files: Files): Way | Obstacle | undefined {
  const call = pipCall(found.step);
  if (call?.verb !== 'install' || found.rest.some(({ text }) => text.includes('$')))
    return undefined;
  return extraWay(found, files) ?? fileWay(found, files);
}

/** `requirements-dev.txt`, `requirements/test.txt`, `dev-requirements.txt`. */
const isForDevelopment = (file: string): boolean =>
  baseName(file)
    .replace(/\.(?:txt|in)$/, '')
    .split(/[-_.]/)
    .some((part) => isDevelopment(part));

interface Given {
  readonly file: string;
  /** The words to take out, and the one that holds the name. */
  readonly words: readonly Word[];
  readonly name: Word;
}

function givenFiles({ rest }: Found): Given[] {
  const found: Given[] = [];
  for (const [i, word] of rest.entries()) {
    const next = rest[i + 1];
    if (/^(?:-r|--requirement)$/.test(word.text) && next?.value !== undefined) {
      found.push({ file: next.value, words: [word, next], name: next });
    }
    const joined = /^(?:-r|--requirement=)(.+)$/.exec(word.value ?? '');
    if (joined) found.push({ file: joined[1]!, words: [word], name: word });
  }
  return found;
}

function fileWay(found: Found, files: Files): Way | Obstacle | undefined {
  const given = givenFiles(found);
  const development = given.filter(({ file }) => isForDevelopment(file));
  const others = given.filter(({ file }) => !isForDevelopment(file));
  if (development.length === 0) return undefined;
  const missing = given.find(({ file }) => listedIn(file, found, files) === undefined);
  if (missing) {
    const detail = files.why ?? `${missing.file} is not copied before it`;
    return { reason: 'context', detail };
  }
  const texts = new Map<Word, string>();
  const stays = new Set(others.map(({ file }) => file));
  for (const one of development) {
    const [only, ...more] = listedIn(one.file, found, files)!.includes;
    if (others.length > 0) for (const word of one.words) texts.set(word, '');
    else if (only !== undefined && more.length === 0 && !isForDevelopment(only)) {
      const file = `${one.file.slice(0, one.file.length - baseName(one.file).length)}${only}`;
      stays.add(file);
      texts.set(
        one.name,
        one.name.text.replace(one.file, () => file),
      );
    } else return undefined;
  }
  if (stays.size !== Math.max(others.length, 1)) return undefined;
  const production = [...stays].flatMap((file) => allNames(file, found, files));
  const dev = development
    .flatMap(({ file }) => allNames(file, found, files))
    .filter((name) => !production.includes(name));
  if (dev.length === 0) return undefined;
  const names = [...stays].join(' -r ');
  return { command: `pip install -r ${names}`, texts, dev, production, doubts: [] };
}

/** Undefined where the file is not known, or says more than names. */
function listedIn(file: string, { step, visit }: Found, files: Files): Listed | undefined {
  const path = pathFrom(step.directory, file);
  const text = path === undefined ? undefined : files.text(path, visit.run);
  if (text === undefined) return undefined;
  const names: string[] = [];
  const includes: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const plain = line.replace(/(?:^|\s)#.*$/, '').trim();
    const nested = /^(?:-r|--requirement)[\s=]*(\S+)/.exec(plain)?.[1];
    if (nested !== undefined) includes.push(nested);
    const name = plain === '' || plain.startsWith('-') ? undefined : requirementName(plain);
    if (name !== undefined) names.push(name);
  }
  return { names, includes };
}

function allNames(file: string, found: Found, files: Files, seen = new Set<string>()): string[] {
  const listed = seen.has(file) ? undefined : listedIn(file, found, files);
  if (!listed) return [];
  seen.add(file);
  const folder = file.slice(0, file.length - baseName(file).length);
  const nested = listed.includes.flatMap((one) => {
    const path = one.startsWith('/') ? one : normal(`/${folder}${one}`).slice(1);
    return allNames(path, found, files, seen);
  });
  return [...listed.names, ...nested];
}

/** `pip install .[dev]`, `pip install -e ".[dev,postgres]"`. */
function extraWay(found: Found, files: Files): Way | Obstacle | undefined {
  for (const word of found.rest) {
    const [, path = '', list = ''] =
      /^((?:\.{1,2}\/?)?[\w./-]*)\[([\w, .-]+)\]$/.exec(word.value ?? '') ?? [];
    if (!/^\.{0,2}\/|^\.{1,2}$/.test(path)) continue;
    const extras = list.split(',').map((name) => name.trim());
    const left = extras.filter((name) => !isDevelopment(name));
    if (left.length === extras.length) continue;
    const directory = pathFrom(found.step.directory, path);
    const text = directory && files.text(pathFrom(directory, 'pyproject.toml')!, found.visit.run);
    const groups = text === undefined || text === '' ? undefined : poetryGroups(text);
    const dev = extras.filter(isDevelopment).flatMap((name) => groups?.extras.get(name) ?? []);
    if (!groups || dev.length === 0) {
      return { reason: 'context', detail: files.why ?? 'no pyproject.toml tells its extras' };
    }
    const bare = left.length > 0 ? `${path}[${left.join(',')}]` : path;
    const production = [
      ...groups.production,
      ...left.flatMap((name) => groups.extras.get(name) ?? []),
    ];
    return {
      command: `pip install ${bare}`,
      texts: new Map([[word, word.text.replace(word.value!, () => bare)]]),
      dev: dev.filter((name) => !production.includes(name)),
      production,
      doubts: [],
    };
  }
  return undefined;
}
