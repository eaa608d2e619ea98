/** Images of languages whose versions, or whose distributions, are past their end. */
import type { ImageRef } from '../model/image-ref.ts';
import { joined, writtenName } from './final-image.ts';
import { DERIVED } from './final-tags.ts';
import { endedRelease } from './retired-distributions.ts';
import { isPast, successorIn, type Retirement } from './retirement.ts';

/**
 * The last days of versions, from https://github.com/endoflife-date/endoflife.date/tree/master/products
 * (nodejs.md, python.md, ruby.md, php.md, go.md), read 2026-11-25 at its state of 2026-08-22. Older ones
 * than the first of each ended before it.
 */
const ENDS = {
  node: `4=2018-04-30 5=2016-06-30 6=2019-04-30 7=2017-06-30 8=2019-12-31 9=2018-06-30
    10=2021-04-30 11=2019-06-30 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01
    16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01
    22=2027-04-30 23=2025-06-01 24=2028-04-30 25=2026-06-01 26=2029-04-30`,
  python: `2.6=2013-10-29 2.7=2020-01-01 3.0=2009-06-27 3.1=2012-04-09 3.2=2016-02-20
    3.3=2017-09-29 3.4=2019-03-18 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07
    3.9=2025-10-31 3.10=2026-10-31 3.11=2027-10-31 3.12=2028-10-31 3.13=2029-10-31 3.14=2030-10-31`,
  ruby: `1.9=2015-02-23 2.0=2016-02-24 2.1=2017-03-31 2.2=2018-03-31 2.3=2019-03-31 2.4=2020-03-31
    2.5=2021-03-31 2.6=2022-03-31 2.7=2023-03-31 3.0=2024-04-23 3.1=2025-03-26 3.2=2026-03-31
    3.3=2027-03-31 3.4=2028-03-31 4.0=2029-03-31`,
  php: `5.3=2014-08-14 5.4=2015-09-14 5.5=2016-07-21 5.6=2018-12-31 7.0=2019-01-10 7.1=2019-12-01
    7.2=2020-11-30 7.3=2021-12-06 7.4=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31
    8.3=2027-12-31 8.4=2028-12-31 8.5=2029-12-31`,
  golang: `1.10=2019-02-25 1.11=2019-09-03 1.12=2020-02-25 1.13=2020-08-11 1.14=2021-02-16
    1.15=2021-08-16 1.16=2022-03-15 1.17=2022-08-02 1.18=2023-02-01 1.19=2023-09-06 1.20=2024-02-06
    1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-10 1.25=2026-08-19 1.26= 1.27=`,
} as const;

interface Language {
  readonly name: string;
  /** Whole lines where a version ends with its major number (Node.js), else with its minor one. */
  readonly byMajor: boolean;
  readonly ends: string;
  /** The oldest version for which a newer one will do without changes of the code, as a rule. */
  readonly since: string;
  /** Within a major version of the language only. */
  readonly sameMajor: boolean;
  readonly breaks: string;
  /** What breaks concerns only versions before this one. */
  readonly until?: string;
  readonly refusal: string;
  readonly source: string;
}

const EOL = 'https://github.com/endoflife-date/endoflife.date/blob/master/products/';

const LANGUAGES: Readonly<Record<keyof typeof ENDS, Language>> = {
  // Releases are in long-term support for 30 months, and all code of one runs on the next but for
  // what was deprecated: https://github.com/nodejs/release#release-plan, read 2026-11-25.
  node: {
    name: 'Node.js',
    byMajor: true,
    ends: ENDS.node,
    since: '8',
    sameMajor: false,
    breaks:
      'packages with compiled parts need versions that know the new Node.js, and npm is newer',
    refusal: 'packages of that time do not install on it, as a rule',
    source: `${EOL}nodejs.md`,
  },
  python: {
    name: 'Python',
    byMajor: false,
    ends: ENDS.python,
    since: '3.0',
    sameMajor: true,
    breaks: 'pinned packages may have no wheels, and distutils and setuptools are gone',
    refusal: 'code for Python 2 does not run on Python 3',
    source: `${EOL}python.md`,
  },
  ruby: {
    name: 'Ruby',
    byMajor: false,
    ends: ENDS.ruby,
    since: '3.0',
    sameMajor: true,
    breaks: 'pinned gems may not install, and some default gems must be in the Gemfile',
    refusal: 'Ruby 3 passes keyword arguments in another way',
    source: `${EOL}ruby.md`,
  },
  php: {
    name: 'PHP',
    byMajor: false,
    ends: ENDS.php,
    since: '8.0',
    sameMajor: true,
    breaks: 'extensions of PECL need newer versions, and more is reported as deprecated',
    refusal: 'PHP 8 throws errors where earlier versions went on',
    source: `${EOL}php.md`,
  },
  // https://go.dev/doc/go1compat; https://go.dev/doc/go1.16#go-command; https://go.dev/doc/go1.18#go-command.
  golang: {
    name: 'Go',
    byMajor: false,
    ends: ENDS.golang,
    since: '1.2',
    sameMajor: true,
    breaks:
      'go builds nothing outside of modules unless GO111MODULE=off, and go get installs no programs',
    until: '1.18',
    refusal: '',
    source: `${EOL}go.md`,
  },
};

interface Line {
  readonly version: string;
  readonly endOfLife: string;
  /** Older than all of the table. */
  readonly older?: boolean;
}

const linesOf = ({ ends }: Language): Line[] =>
  ends.split(/\s+/).map((entry) => {
    const [version = '', endOfLife = ''] = entry.split('=');
    return { version, endOfLife };
  });

/** A version, a Linux release, and what else a tag says, in the order of the official tags. */
interface Parts {
  readonly version: string;
  readonly release: string | undefined;
  readonly others: readonly string[];
}

const RELEASE = /^(?:jessie|wheezy|stretch|buster|bullseye|bookworm|trixie|alpine\d+\.\d+)$/;
const OTHERS = /^(?:slim|alpine|cli|fpm|apache|zts)$/;

function partsOf(repository: keyof typeof ENDS, tag: string): Parts | undefined {
  const names: Readonly<Record<string, string>> = repository === 'node' ? DERIVED.node.names : {};
  let version = '';
  let release: string | undefined;
  const others: string[] = [];
  for (const token of tag.split('-')) {
    if (/^v?\d+(?:\.\d+)*$/.test(token)) version = token.replace(/^v/, '');
    else if (token in names) version = token === 'lts' || token === 'current' ? '' : names[token]!;
    else if (RELEASE.test(token)) release = token;
    else if (OTHERS.test(token)) others.push(token);
    else return undefined;
  }
  return { version, release, others };
}

/** Undefined for what has not ended, and for what is no image of these languages. */
export function retiredLanguage(repository: string, ref: ImageRef): Retirement | undefined {
  if (!isLanguage(repository) || ref.tag === undefined) return undefined;
  const language = LANGUAGES[repository];
  const parts = partsOf(repository, ref.tag);
  const version = parts?.version ?? /^\d+(?:\.\d+)*/.exec(ref.tag)?.[0] ?? '';
  const line = lineOf(language, version);
  const to = line ? nextLine(language, line) : undefined;
  if (line && isEnded(line)) {
    const possible = to !== undefined && parts !== undefined;
    const tag = tagFor(repository, parts ?? NO_PARTS, (to ?? newestLine(language)).version);
    return {
      what: `${language.name} ${line.version}`,
      ended: line.older === true ? `before ${line.endOfLife}` : line.endOfLife,
      successor: `${writtenName(ref)}:${tag}`,
      mechanical: possible,
      ...breaking(language, line, to),
      source: language.source,
    };
  }
  return parts && retiredRelease(repository, ref, parts, line);
}

function breaking(
  language: Language,
  line: Line,
  to: Line | undefined,
): Pick<Retirement, 'breaks'> {
  if (!to) return { breaks: language.refusal };
  const { breaks, until } = language;
  return until === undefined || compare(line.version, until) < 0 ? { breaks } : {};
}

const isLanguage = (repository: string): repository is keyof typeof ENDS => repository in ENDS;
const NO_PARTS: Parts = { version: '', release: undefined, others: [] };
const isEnded = ({ endOfLife }: Line): boolean => endOfLife !== '' && isPast(endOfLife);

/** The line that a version belongs to. */
function lineOf(language: Language, version: string): Line | undefined {
  const numbers = version.split('.');
  const name = language.byMajor ? numbers[0]! : numbers.slice(0, 2).join('.');
  if (version === '' || (!language.byMajor && numbers.length === 1)) {
    return language.sameMajor ? lastOfMajor(language, version) : undefined;
  }
  const lines = linesOf(language);
  const found = lines.find((line) => line.version === name);
  if (found) return found;
  const isOlder = compare(name, lines[0]!.version) < 0;
  if (!isOlder) return undefined;
  const { endOfLife } = lines[0]!;
  return { version: numbers.slice(0, 2).join('.'), endOfLife, older: true };
}

/** `python:2` and `php:7` stand for the last of theirs. */
const lastOfMajor = (language: Language, major: string): Line | undefined =>
  major === ''
    ? undefined
    : linesOf(language).findLast(({ version }) => version.startsWith(`${major}.`));

function compare(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  return left[0]! - right[0]! || (left[1] ?? 0) - (right[1] ?? 0);
}

/** The oldest with another year to go, of the same major version where that matters. */
function nextLine(language: Language, line: Line): Line | undefined {
  if (compare(line.version, language.since) < 0) return undefined;
  const major = line.version.split('.')[0]!;
  const later = linesOf(language).filter(
    ({ version }) =>
      compare(version, line.version) > 0 &&
      (!language.sameMajor || version.split('.')[0] === major),
  );
  return later.length === 0 ? undefined : checkedLine(successorIn(later));
}

const checkedLine = (line: Line): Line | undefined => (isEnded(line) ? undefined : line);

function newestLine(language: Language): Line {
  return successorIn(linesOf(language));
}

/**
 * The variants in the lists of tags of 2026-08-21, which all the versions above have:
 * https://github.com/docker-library/official-images/tree/master/library, read 2026-11-25. Those of
 * node for bullseye are left out, whose end is past.
 */
const LISTED_RELEASES = /^(?:bookworm|trixie|alpine3\.2[34])$/;

function tagFor(repository: string, { release, others }: Parts, version: string): string {
  const named =
    release === undefined || LISTED_RELEASES.test(release)
      ? release
      : release.startsWith('alpine')
        ? 'alpine3.24'
        : 'bookworm';
  return repository === 'node'
    ? joined(version, named, ...others)
    : joined(version, ...others, named);
}

/** The version is fine, and the distribution that the tag names is not. */
function retiredRelease(
  repository: keyof typeof ENDS,
  ref: ImageRef,
  parts: Parts,
  line: Line | undefined,
): Retirement | undefined {
  const { release = '' } = parts;
  const ended = release.startsWith('alpine')
    ? endedRelease('alpine', release.slice('alpine'.length))
    : endedRelease('debian', release);
  if (!ended) return undefined;
  const isFloating = line === undefined || line.version.startsWith(`${parts.version}.`);
  const version = isFloating ? parts.version || wordOf(ref) : line.version;
  return {
    ...ended,
    successor: `${writtenName(ref)}:${tagFor(repository, parts, version)}`,
    mechanical: !isFloating || version !== '',
    breaks: isFloating
      ? 'the version may be a later one, and packages of the distribution have other versions'
      : 'packages of the distribution have other versions, and some other names or none',
  };
}

/** `lts` and the like. */
const wordOf = ({ tag = '' }: ImageRef): string => /^(?:lts|current)(?=-)/.exec(tag)?.[0] ?? '';
