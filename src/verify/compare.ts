/** In what two images differ, and whether a finding has said so. */
import type { Configuration } from './configuration.ts';
import type { Declared } from './declared.ts';
import type { Image } from './image.ts';

export interface Difference {
  /** `USER`, `ENV PATH`, `files`, `packages`, … */
  readonly what: string;
  /** Empty: there was none. */
  readonly before: string;
  readonly after: string;
  /** A finding declares it. */
  readonly expected: boolean;
}

export const compare = (before: Image, after: Image, by: Declared): Difference[] => [
  ...compareConfigurations(before.configuration, after.configuration, by),
  ...comparePackages(before, after, by),
  ...compareFiles(before, after, by),
];

/** The parts that one instruction each sets, as texts. */
const PARTS: readonly (readonly [keyword: string, of: (of: Configuration) => unknown])[] = [
  ['ENTRYPOINT', ({ Entrypoint }) => Entrypoint],
  ['CMD', ({ Cmd }) => Cmd],
  ['USER', ({ User }) => User],
  ['WORKDIR', ({ WorkingDir }) => WorkingDir?.replace(/^\/$/, '')],
  ['STOPSIGNAL', ({ StopSignal }) => StopSignal],
  ['HEALTHCHECK', ({ Healthcheck }) => Healthcheck],
];

function compareConfigurations(
  before: Configuration,
  after: Configuration,
  { keywords, base, own, wrapped }: Declared,
): Difference[] {
  const parts = PARTS.map(([what, of]) => ({
    what,
    before: textOf(of(before)),
    after: textOf(of(after)),
    // So does the entry point around a command that the file names.
    expected: keywords.has(what) || (what === 'ENTRYPOINT' && base && wrapped),
  }));
  const named = (
    what: string,
    one: ReadonlyMap<string, string>,
    other: ReadonlyMap<string, string>,
  ): Difference[] =>
    [...new Set([...one.keys(), ...other.keys()])].map((name) => ({
      what: `${what} ${name}`,
      before: one.get(name) ?? '',
      after: other.get(name) ?? '',
      // What another base image says of itself comes and goes with it.
      expected: keywords.has(what) || (base && !own.has(name)),
    }));
  return [
    ...parts,
    ...named('ENV', environment(before), environment(after)),
    ...named('LABEL', labels(before), labels(after)),
    ...named('EXPOSE', keys(before.ExposedPorts), keys(after.ExposedPorts)),
    ...named('VOLUME', keys(before.Volumes), keys(after.Volumes)),
  ].filter((part) => part.before !== part.after);
}

const textOf = (value: unknown): string => {
  const isNone = value === undefined || value === null || value === '';
  const isEmpty = Array.isArray(value) && value.length === 0;
  if (isNone || isEmpty) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
};

const environment = ({ Env }: Configuration): Map<string, string> =>
  new Map(
    (Env ?? []).map((setting) => /^([^=]*)=?(.*)$/s.exec(setting)!.slice(1) as [string, string]),
  );

/** Builders and this command add their own. */
const labels = ({ Labels }: Configuration): Map<string, string> =>
  new Map(
    Object.entries(Labels ?? {}).filter(([name]) => !/^(?:org\.dockopt|io\.buildah)\./.test(name)),
  );

const keys = (of: Configuration['Volumes']): Map<string, string> =>
  new Map(Object.keys(of ?? {}).map((name) => [name, 'there']));

/** How many names a difference shows. */
const SHOWN = 8;

function comparePackages(before: Image, after: Image, by: Declared): Difference[] {
  const gone = [...before.packages.keys()].filter((name) => !after.packages.has(name)).toSorted();
  const come = [...after.packages.keys()].filter((name) => !before.packages.has(name)).toSorted();
  if (gone.length + come.length === 0) return [];
  const expected = !by.onlySafe && (by.base || by.keywords.has('RUN') || by.keywords.has('COPY'));
  return [difference('packages', gone, come, expected)];
}

/**
 * Caches, logs and what differs from one build to the next: no image is meant to keep them. That
 * they go is what safe findings are about.
 */
const CACHE =
  /^(?:(?:var\/(?:cache|log|tmp)|tmp|run|var\/lib\/apt|root\/\.(?:cache|npm|cargo\/registry|m2|gradle)|home\/[^/]+\/\.(?:cache|npm)|usr\/local\/share\/\.cache|proc|sys|dev)(?:\/|$)|.*(?:\/|^)__pycache__(?:\/|$))|\.py[co]$|(?:^|\/)\.ash_history$|^etc\/(?:passwd|group|g?shadow)-$|^var\/lib\/dpkg\/.*-old$/;

function compareFiles(before: Image, after: Image, by: Declared): Difference[] {
  const counts = (path: string): boolean => !CACHE.test(path);
  const gone = [...before.files.keys()].filter((path) => !after.files.has(path));
  const come = [...after.files.keys()].filter((path) => !before.files.has(path) && counts(path));
  const rest = gone.filter(counts);
  const caches = gone.length - rest.length;
  const made = by.base || ['RUN', 'COPY', 'ADD', 'WORKDIR'].some((word) => by.keywords.has(word));
  const found: Difference[] = [];
  if (caches > 0) {
    const before_ = `${caches} gone`;
    found.push({ what: 'caches and logs', before: before_, after: '', expected: true });
  }
  if (rest.length > 0) {
    found.push(difference('files', tops(rest), [], made && !by.onlySafe, rest.length));
  }
  if (come.length > 0) found.push(difference('new files', [], tops(come), made, 0, come.length));
  return found;
}

/** Paths whose directory is not among them: a directory stands for what is in it. */
function tops(paths: readonly string[]): string[] {
  const all = new Set(paths);
  const isTop = (path: string): boolean => {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      if (all.has(path.slice(0, at))) return false;
    }
    return true;
  };
  return paths
    .filter(isTop)
    .map((path) => `/${path}`)
    .toSorted();
}

function difference(
  what: string,
  gone: readonly string[],
  come: readonly string[],
  expected: boolean,
  numberGone = gone.length,
  numberCome = come.length,
): Difference {
  const before = shown(gone, numberGone, 'gone');
  return { what, before, after: shown(come, numberCome, 'new'), expected };
}

function shown(names: readonly string[], number: number, word: string): string {
  if (names.length === 0) return '';
  const more = names.length > SHOWN ? ', …' : '';
  return `${number} ${word}: ${names.slice(0, SHOWN).join(', ')}${more}`;
}
