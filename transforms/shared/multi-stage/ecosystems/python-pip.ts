import { baseName } from '../../prefix.ts';
import type { Step } from '../types.ts';

/** What one call of pip, or of `uv pip`, says. */
export interface PipCall {
  readonly verb: string;
  /** Requirements as they are written: `flask>=3`, `.`, `git+https://…`. */
  readonly packages: readonly string[];
  /** Requirement files. */
  readonly files: readonly string[];
  readonly editable: readonly string[];
  readonly target: string | undefined;
  readonly prefix: string | undefined;
  readonly root: string | undefined;
  readonly user: boolean;
  readonly noIndex: boolean;
  readonly findLinks: readonly string[];
  /** `--system` and `--python` of uv. */
  readonly system: boolean;
  readonly python: string | undefined;
}

/**
 * Options of `pip install` with a value. https://pip.pypa.io/en/stable/cli/pip_install/ and
 * https://docs.astral.sh/uv/reference/cli/#uv-pip-install, read 2026-11-25.
 */
const WITH_VALUE = new Set(
  (
    '-r --requirement -c --constraint -e --editable -t --target --prefix --root -i --index-url ' +
    '--extra-index-url -f --find-links --no-binary --only-binary --platform --python-version ' +
    '--implementation --abi --src --upgrade-strategy --global-option --install-option ' +
    '--config-settings -C --progress-bar --root-user-action --report --group --log --proxy ' +
    '--retries --timeout --default-timeout --exists-action --trusted-host --cert --client-cert ' +
    '--cache-dir --python -p -w --wheel-dir -d --dest --index --default-index --index-strategy ' +
    '--resolution --extra --link-mode --exclude-newer -b --build --override --overrides'
  ).split(' '),
);

const PYTHON = /^python(?:\d+(?:\.\d+)?)?$/;

export const isPython = (program: string | undefined): boolean =>
  program !== undefined && PYTHON.test(baseName(program));

/** The words behind `python -m MODULE`, the module first; undefined for another call. */
export function moduleCall(words: readonly string[]): readonly string[] | undefined {
  if (!isPython(words[0])) return undefined;
  let at = 1;
  for (; at < words.length; at++) {
    const word = words[at]!;
    if (word === '-m') return words.slice(at + 1);
    if (/^-[A-Za-z]*m$/.test(word)) return words.slice(at + 1);
    if (word === '-X' || word === '-W') at++;
    else if (!/^-[BEIOPRSqsuvx]+$/.test(word)) return undefined;
  }
  return undefined;
}

/** The words of a command with `python -m tool` read as `tool`. */
export function toolWords(step: Step): readonly string[] {
  const words = [step.program, ...step.args];
  return moduleCall(words) ?? words;
}

/** What a step says to pip; undefined where it does not call it. */
export function pipCall(step: Step): PipCall | undefined {
  const [program = '', ...args] = toolWords(step);
  if (/^pip(?:\d+(?:\.\d+)?)?$/.test(baseName(program))) return readPip(args);
  if (baseName(program) === 'uv' && args[0] === 'pip') return readPip(args.slice(1));
  return undefined;
}

function readPip(args: readonly string[]): PipCall {
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const flags = new Set<string>();
  for (let i = 0; i < args.length; i++) {
    const arg = unquoted(args[i]!);
    const { name, value } = optionOf(arg);
    if (name === undefined) words.push(arg);
    else if (value !== undefined) add(values, name, value);
    else if (WITH_VALUE.has(name)) add(values, name, unquoted(args[++i] ?? ''));
    else flags.add(name);
  }
  const all = (...names: string[]): string[] => names.flatMap((name) => values.get(name) ?? []);
  return {
    verb: words[0] ?? '',
    packages: words.slice(1),
    files: all('-r', '--requirement'),
    editable: all('-e', '--editable'),
    target: all('-t', '--target').at(-1),
    prefix: all('--prefix').at(-1),
    root: all('--root').at(-1),
    user: flags.has('--user'),
    noIndex: flags.has('--no-index'),
    findLinks: all('-f', '--find-links'),
    system: flags.has('--system'),
    python: all('--python', '-p').at(-1),
  };
}

/** `--name=value`, `--name`, `-n`, `-nvalue`. */
function optionOf(arg: string): { name: string | undefined; value: string | undefined } {
  if (!/^-[-\w]/.test(arg)) return { name: undefined, value: undefined };
  const equals = arg.indexOf('=');
  if (arg.startsWith('--')) {
    return equals < 0
      ? { name: arg, value: undefined }
      : { name: arg.slice(0, equals), value: arg.slice(equals + 1) };
  }
  const name = arg.slice(0, 2);
  return arg.length > 2 && WITH_VALUE.has(name)
    ? { name, value: arg.slice(2) }
    : { name: arg, value: undefined };
}

function add(values: Map<string, string[]>, name: string, value: string): void {
  values.set(name, [...(values.get(name) ?? []), value]);
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/s, '$2');

/**
 * The normalised name of a requirement: https://packaging.python.org/en/latest/specifications/name-normalization/.
 * Undefined for a path or a URL that does not say it.
 */
export function requirementName(text: string): string | undefined {
  const egg = /[#&]egg=([\w.-]+)/.exec(text)?.[1];
  if (egg !== undefined) return normalName(egg);
  const plain = text.trim();
  if (/^(?:\.{0,2}\/|\.{1,2}(?:$|\[)|~)/.test(plain)) return undefined;
  const wheel = /(?:^|\/)([\w.]+)-\d[^/]*\.(?:whl|tar\.gz|zip)(?:$|[#?])/.exec(plain)?.[1];
  if (wheel !== undefined) return normalName(wheel);
  const named =
    /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?=$|[\s;@=<>!~,(])/.exec(plain);
  return named ? normalName(named[1]!) : undefined;
}

export const normalName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** Installed to install other packages; nothing of them is used when the application runs. */
const TOOLS = new Set(
  (
    'pip setuptools wheel poetry poetry-core poetry-plugin-export pipenv uv virtualenv pip-tools ' +
    'build pipx setuptools-scm pdm hatch hatchling flit flit-core twine'
  ).split(' '),
);

/** Parts of pip itself: other packages may be built with them, or need them. */
const PARTS = new Set(['pip', 'setuptools', 'wheel']);

/** What an installation brings: only tools (`pip` alone, or a manager), or what is shipped. */
export function purposeOf(call: PipCall): 'pip' | 'manager' | 'application' {
  const names = call.packages.map(requirementName);
  if (call.files.length > 0 || call.editable.length > 0 || names.length === 0) return 'application';
  if (names.every((name) => name === 'pip')) return 'pip';
  const managers = names.filter(
    (name) => name !== undefined && TOOLS.has(name) && !PARTS.has(name),
  );
  const others = names.filter((name) => name === undefined || !TOOLS.has(name));
  return managers.length > 0 && others.length === 0 ? 'manager' : 'application';
}

/** Does it install a package manager next to packages that are shipped? */
export const bringsManager = (call: PipCall): string | undefined =>
  call.packages
    .map(requirementName)
    .find((name) => name !== undefined && TOOLS.has(name) && !PARTS.has(name));
