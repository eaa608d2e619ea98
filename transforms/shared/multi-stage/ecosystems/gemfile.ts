/** A gem that a Gemfile asks for. */
export interface GemLine {
  readonly name: string;
  /** Empty: the default group. */
  readonly groups: readonly string[];
}

/** A Gemfile, as far as it is plain: it is a program in Ruby. */
export interface Gemfile {
  readonly gems: readonly GemLine[];
  /** Groups that are left out unless they are asked for. */
  readonly optional: readonly string[];
  /** Nothing in it decides on gems in a way that is not read here. */
  readonly isPlain: boolean;
}

/** What holds between `do` and `end`. */
interface Block {
  readonly groups: readonly string[];
  /** Its gems are for Windows or for Java. */
  readonly elsewhere: boolean;
}

/** https://bundler.io/man/gemfile.5.html, read 2026-11-25. */
export function readGemfile(text: string): Gemfile {
  const gems: GemLine[] = [];
  const optional: string[] = [];
  const blocks: Block[] = [];
  let isPlain = true;
  for (const line of logicalLines(text)) {
    if (/^end\b/.test(line)) {
      blocks.pop();
      continue;
    }
    const group = /^group\s*\(?\s*(.*?)\)?\s+do\b/.exec(line)?.[1];
    if (group !== undefined) {
      const names = symbolsOf(group.replace(/,?\s*(?::optional\s*=>|optional:).*$/, ''));
      if (/optional(?::|\s*=>)\s*true/.test(group)) optional.push(...names);
      blocks.push({ groups: names, elsewhere: false });
      continue;
    }
    const platforms = /^platforms?\s*\(?\s*(.*?)\)?\s+do\b/.exec(line)?.[1];
    if (platforms !== undefined) {
      blocks.push({ groups: [], elsewhere: !isForRuby(symbolsOf(platforms)) });
      continue;
    }
    const name = /^gem\s*\(?\s*(["'])([\w.-]+)\1/.exec(line)?.[2];
    if (name !== undefined) {
      const own = valuesOf(line, 'platform');
      if (blocks.some(({ elsewhere }) => elsewhere) || (own.length > 0 && !isForRuby(own)))
        continue;
      const groups = [...blocks.flatMap((block) => block.groups), ...valuesOf(line, 'group')];
      gems.push({ name, groups });
    } else if (/^(?:eval_gemfile|gemspec|gem\b)/.test(line) || /\beach\b/.test(line)) {
      isPlain = false;
    }
    if (/\bdo(?:\s*\|[^|]*\|)?$|^(?:if|unless|case|begin|def|while)\b/.test(line)) {
      blocks.push({ groups: [], elsewhere: false });
    }
  }
  return { gems, optional, isPlain };
}

/** Without comments; a line that ends with a comma goes on. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.replace(/(^|\s)#(?!\{).*$/, '').trim();
    if (line === '') continue;
    const whole = open === '' ? line : `${open} ${line}`;
    open = /[,\\]$/.test(line) ? whole.replace(/\\$/, '') : '';
    if (open === '') lines.push(whole);
  }
  return open === '' ? lines : [...lines, open];
}

const symbolsOf = (text: string): string[] =>
  [...text.matchAll(/:(\w+)|["'](\w+)["']/g)].map(([, symbol, string]) => symbol ?? string!);

/** `group: :test`, `groups: [:a, :b]`, `:group => %i[a b]`; the same of platforms. */
function valuesOf(line: string, option: 'group' | 'platform'): string[] {
  const value = new RegExp(
    `(?:${option}s?:|:${option}s?\\s*=>)\\s*(%[iIwW]\\[[^\\]]*\\]|\\[[^\\]]*\\]|:\\w+|["']\\w+["'])`,
  ).exec(line)?.[1];
  if (value === undefined) return [];
  return value.startsWith('%') ? value.slice(3, -1).trim().split(/\s+/) : symbolsOf(value);
}

/** The platforms of the Ruby that the official image has. */
const isForRuby = (platforms: readonly string[]): boolean =>
  platforms.some((name) => /^(?:ruby|mri)(?:_\d+)?$/.test(name));

export interface Lock {
  /** Each gem with those that it depends on. */
  readonly gems: ReadonlyMap<string, readonly string[]>;
  /** Gems that lie in a directory beside the Gemfile, and where. */
  readonly paths: ReadonlyMap<string, string>;
  /** It holds for Ruby on any platform, and not for some only. */
  readonly isPortable: boolean;
}

export function readLock(text: string): Lock {
  const gems = new Map<string, string[]>();
  const paths = new Map<string, string>();
  let last: string[] | undefined;
  let remote: string | undefined;
  let isPath = false;
  for (const line of text.split(/\r?\n/)) {
    if (/^[A-Z]/.test(line)) isPath = line === 'PATH';
    remote = /^ {2}remote: (.+)$/.exec(line)?.[1] ?? remote;
    const spec = /^ {4}([\w.-]+) \(/.exec(line)?.[1];
    const needed = /^ {6}([\w.-]+)/.exec(line)?.[1];
    if (spec !== undefined) {
      // One for each platform.
      last = gems.get(spec) ?? [];
      gems.set(spec, last);
      if (isPath && remote !== undefined) paths.set(spec, remote);
    } else if (needed !== undefined) last?.push(needed);
    else last = undefined;
  }
  return { gems, paths, isPortable: /^ {2}(?:ruby|x86_64-linux-musl)$/m.test(text) };
}

/** The gems that are installed: those of the groups in use, and all that they depend on. */
export function installedGems(
  gemfile: Gemfile,
  lock: Lock | undefined,
  isLeftOut: (group: string) => boolean,
): ReadonlySet<string> {
  if (lock && !gemfile.isPlain) return new Set(lock.gems.keys());
  const pending = gemfile.gems
    .filter(({ groups }) => groups.length === 0 || !groups.every(isLeftOut))
    .map(({ name }) => name);
  const found = new Set<string>();
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    pending.push(...(lock?.gems.get(name) ?? []));
  }
  return found;
}
