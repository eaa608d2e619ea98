import { parse } from 'smol-toml';
import { normal } from '../copied.ts';
import { isObject } from '../multi-stage/ecosystems/package-json.ts';
import { pipCall, requirementName, toolWords } from '../multi-stage/ecosystems/python-pip.ts';
import { pathFrom } from '../multi-stage/steps.ts';
import type { Step } from '../multi-stage/types.ts';
import type { Against, Call, Needs, Project } from './types.ts';

/** Environments that are made in a project, under their usual names. */
const ENVIRONMENTS = ['.venv', 'venv', 'env'];

/** `pip install -r requirements.txt`, with or without names beside it. */
export function pipInstall(step: Step): Call | undefined {
  const call = pipCall(step);
  if (!call || !/^(?:install|sync|download|wheel)$/.test(call.verb)) return undefined;
  const synced = call.verb === 'sync' ? call.packages : [];
  const named = call.verb === 'sync' ? [] : call.packages;
  const files = [...call.files, ...synced, ...constraintsOf(step)];
  const local = [...call.editable, ...named.filter((name) => requirementName(name) === undefined)];
  const path = local.find((name) => !/^(?:git|hg|svn|bzr)\+|^https?:/.test(name));
  if (files.length === 0 && path === undefined) return undefined;
  const target = call.target ?? call.prefix ?? call.root;
  const outside = files
    .filter((file) => !/^https?:/.test(file))
    .map((file) => pathFrom(step.directory, file) ?? file);
  const directory = directoryOf(step.directory, outside);
  const prefix = directory === '/' ? '/' : `${directory}/`;
  return {
    step,
    what: `pip ${call.verb}`,
    directory,
    marker: outside[0]?.replace(prefix, ''),
    needs(project) {
      if (path !== undefined) return { reason: 'local', detail: path };
      const links = call.findLinks.find((link) => !/^https?:/.test(link));
      if (links !== undefined) return { reason: 'local', detail: links };
      const reads = requirementFiles(project, outside);
      if ('reason' in reads) return reads;
      const makes = target === undefined || target.startsWith('/') ? [] : [target];
      return { reads: reads.files, makes: [...makes, ...ENVIRONMENTS] };
    },
    ...(path === undefined && { guess: outside.map((file) => file.replace(prefix, '')) }),
  };
}

/** The directory of the step, unless a file lies outside of it. */
function directoryOf(directory: string | undefined, files: readonly string[]): string {
  const all = directory !== undefined && files.every((file) => file.startsWith(`${directory}/`));
  const [first] = files;
  if (all || first === undefined) return directory ?? '.';
  return first.slice(0, first.lastIndexOf('/')) || '/';
}

/** `-c constraints.txt`, which the reader of the call leaves out. */
function constraintsOf(step: Step): string[] {
  return step.args.flatMap((arg, i) => {
    if (/^(?:-c|--constraint)$/.test(arg)) return step.args[i + 1] ?? [];
    return /^(?:--constraint=|-c)(.+)$/.exec(arg)?.[1] ?? [];
  });
}

/** https://pip.pypa.io/en/stable/reference/requirements-file-format/, read 2026-11-25. */
function requirementFiles(
  project: Project,
  written: readonly string[],
): { files: string[] } | Against {
  const files: string[] = [];
  const pending = [...written];
  for (let given = pending.shift(); given !== undefined; given = pending.shift()) {
    const name = inside(project, given);
    if (name === undefined) return { reason: 'manifest', detail: given };
    if (files.includes(name)) continue;
    const text = project.text(name);
    if (text === undefined) return { reason: 'manifest', detail: name };
    files.push(name);
    if (/\.(?:toml|cfg|py)$/.test(name)) return { reason: 'local', detail: name };
    const folder = name.includes('/') ? name.slice(0, name.lastIndexOf('/') + 1) : '';
    for (const line of linesOf(text)) {
      const nested = /^(?:-r|--requirement|-c|--constraint)[\s=]*(\S+)/.exec(line)?.[1];
      if (nested !== undefined && !/^https?:/.test(nested)) pending.push(`${folder}${nested}`);
      const local = localIn(line);
      if (local !== undefined) return { reason: 'local', detail: `${local} in ${name}` };
    }
  }
  return { files };
}

/** A directory or archive of the project that a line of a requirement file names. */
function localIn(line: string): string | undefined {
  const editable = /^(?:-e|--editable)[\s=]+(\S+)/.exec(line)?.[1];
  const links = /^(?:-f|--find-links)[\s=]+(\S+)/.exec(line)?.[1];
  const option = editable ?? links;
  if (option !== undefined)
    return /^(?:\w+\+)?(?:https?|git|ssh):/.test(option) ? undefined : option;
  if (line.startsWith('-')) return undefined;
  if (/@\s*file:|^file:/.test(line)) return line;
  const first = line.split(/[\s;]/, 1)[0]!;
  return /^(?:\.{1,2}(?:\/|$|\[)|\/)/.test(first) || /^[\w./-]+\.(?:whl|tar\.gz|zip)$/.test(first)
    ? first
    : undefined;
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');

/** A path as it is called from the directory of the project; undefined: it leads out of it. */
function inside(project: Project, path: string): string | undefined {
  if (/[$*?[\]`~ ]/.test(path)) return undefined;
  const full = path.startsWith('/') ? normal(path) : normal(`${project.directory}/${path}`);
  const prefix = project.directory === '/' ? '/' : `${project.directory}/`;
  return full.startsWith(prefix) ? full.slice(prefix.length) : undefined;
}

type Table = Readonly<Record<string, unknown>>;

function tableOf(text: string | undefined): Table | undefined {
  if (text === undefined) return undefined;
  try {
    return parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function at(table: Table | undefined, ...names: readonly string[]): unknown {
  let value: unknown = table;
  for (const name of names) value = isObject(value) ? value[name] : undefined;
  return value;
}

/** A dependency by path: poetry, Pipfile and uv write `{ path = "…" }`. */
const LOCAL = /\b(?:path|file)\s*=\s*["'](?!https?:)[^"']*["']|\bworkspace\s*=\s*true/;

function localTable(text: string): Against | undefined {
  const found = LOCAL.exec(text.replace(/^\s*#.*$/gm, ''));
  return found ? { reason: 'local', detail: found[0] } : undefined;
}

/** https://python-poetry.org/docs/cli/#install, read 2026-11-25. */
export function poetryInstall(step: Step): Call | undefined {
  const [program, verb, ...args] = toolWords(step);
  if (program !== 'poetry' || !/^(?:install|sync)$/.test(verb ?? '')) return undefined;
  return {
    step,
    what: `poetry ${verb}`,
    directory: directoryOption(args, /^(?:-C|--directory|-P|--project)$/),
    marker: 'pyproject.toml',
    needs(project) {
      const text = project.text('pyproject.toml');
      const table = tableOf(text);
      if (text === undefined || !table) return { reason: 'manifest', detail: 'pyproject.toml' };
      const against = localTable(text);
      if (against) return against;
      const reads = ['pyproject.toml', ...project.existing(['poetry.lock', 'poetry.toml'])];
      const whole =
        args.includes('--no-root') || at(table, 'tool', 'poetry', 'package-mode') === false;
      return { reads, makes: ENVIRONMENTS, ...(!whole && earlyWith(step, '--no-root')) };
    },
  };
}

/** https://docs.astral.sh/uv/guides/integration/docker/#intermediate-layers, read 2026-11-25. */
export function uvSync(step: Step): Call | undefined {
  const [program, verb, ...args] = toolWords(step);
  if (program !== 'uv' || verb !== 'sync') return undefined;
  return {
    step,
    what: 'uv sync',
    directory: directoryOption(args, /^(?:--directory|--project)$/),
    marker: 'pyproject.toml',
    needs(project) {
      const text = project.text('pyproject.toml');
      const table = tableOf(text);
      if (text === undefined || !table) return { reason: 'manifest', detail: 'pyproject.toml' };
      if (at(table, 'tool', 'uv', 'workspace') !== undefined) {
        return { reason: 'workspaces', detail: 'pyproject.toml' };
      }
      const sources = at(table, 'tool', 'uv', 'sources');
      if (sources !== undefined && LOCAL.test(text)) return localTable(text)!;
      // What the build backend says of the project, it says with the source.
      const dynamic = at(table, 'project', 'dynamic');
      if (Array.isArray(dynamic) && dynamic.length > 0 && !args.includes('--frozen')) {
        return { reason: 'script', detail: `the build of the project, for its ${dynamic[0]}` };
      }
      const reads = [
        'pyproject.toml',
        ...project.existing(['uv.lock', 'uv.toml', '.python-version']),
      ];
      const packaged =
        at(table, 'build-system') !== undefined && at(table, 'tool', 'uv', 'package') !== false;
      const whole = args.includes('--no-install-project') || !packaged;
      return { reads, makes: ENVIRONMENTS, ...(!whole && earlyWith(step, '--no-install-project')) };
    },
  };
}

/** https://pipenv.pypa.io/en/latest/commands.html, read 2026-11-25. */
export function pipenvInstall(step: Step): Call | undefined {
  const [program, verb, ...args] = toolWords(step);
  if (program !== 'pipenv' || !/^(?:install|sync)$/.test(verb ?? '')) return undefined;
  const names = args.filter((arg) => !arg.startsWith('-'));
  return {
    step,
    what: `pipenv ${verb}`,
    directory: '.',
    marker: 'Pipfile',
    needs(project) {
      if (names.length > 0) return { reason: 'writes', detail: 'Pipfile' };
      const text = project.text('Pipfile');
      if (text === undefined) return { reason: 'manifest', detail: 'Pipfile' };
      const against = localTable(text);
      if (against) return against;
      return { reads: ['Pipfile', ...project.existing(['Pipfile.lock'])], makes: ENVIRONMENTS };
    },
  };
}

function directoryOption(args: readonly string[], option: RegExp): string {
  const index = args.findIndex((arg) => option.test(arg.replace(/=.*$/, '')));
  if (index < 0) return '.';
  const [, value] = args[index]!.split('=', 2);
  return value ?? args[index + 1] ?? '.';
}

/** The command with one more option. */
export function earlyWith(step: Step, ...options: readonly string[]): Pick<Needs, 'early'> {
  const text = step.script!.text.slice(step.command!.start, step.command!.end);
  return { early: [text.replace(/\s+/g, ' '), ...options].join(' ') };
}
