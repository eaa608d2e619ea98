import { valueOf } from '../../../../src/kit.ts';
import { normal } from '../../copied.ts';
import { filesBelow, type ContextFile } from '../brought.ts';
import { pathFrom } from '../steps.ts';
import type { Step, Subject } from '../types.ts';
import { normalName, pipCall, requirementName } from './python-pip.ts';
import { lockedPackages, projectRequirements } from './pyproject.ts';

/** The packages that a build installs, as far as file and context tell. */
export interface Requirements {
  /** Normalised names. */
  readonly names: ReadonlySet<string>;
  /** A requirement file that cannot be read, or a package that the file does not name. */
  readonly missing: string | undefined;
  /** Nothing that is installed is compiled here: wheels that run on any Debian since bullseye. */
  readonly prebuilt: boolean;
}

/** Reads requirement files, manifests and lock files in the places where the steps see them. */
export function requirementsOf(
  subject: Subject,
  steps: readonly Step[],
  files: readonly ContextFile[],
): Requirements {
  const reader = new Reader(subject, files);
  for (const step of steps) reader.step(step);
  return reader.result();
}

class Reader {
  private readonly names = new Set<string>();
  private readonly read = new Set<string>();
  private missing: string | undefined;
  private prebuilt = true;
  private readonly subject: Subject;
  private readonly files: ReadonlyMap<string, ContextFile>;
  /** What `--mount=type=bind` shows of the context, by path in the image. */
  private bound: ReadonlyMap<string, string> = new Map();

  constructor(subject: Subject, files: readonly ContextFile[]) {
    this.subject = subject;
    this.files = new Map(files.map((file) => [file.path, file]));
  }

  result(): Requirements {
    return { names: this.names, missing: this.missing, prebuilt: this.prebuilt };
  }

  step(step: Step): void {
    this.bound = new Map(
      step.run.mounts.flatMap(({ type, target, source, from }) => {
        const path = pathFrom(step.run.state && valueOf(step.run.state.workdir), target);
        return type === 'bind' && from === undefined && path !== undefined
          ? [[path, normal(source ?? '').slice(1)] as const]
          : [];
      }),
    );
    const call = pipCall(step);
    if (!call) {
      // poetry, pipenv, uv and setup.py: what the project says.
      this.prebuilt = false;
      this.project(step.directory, step.program === 'python' ? 'setup.py' : step.program);
      return;
    }
    if (call.verb !== 'install' && call.verb !== 'sync') return;
    const wheels =
      call.noIndex && call.findLinks.length > 0 && this.wheelsOnly(step, call.findLinks);
    if (!wheels) this.prebuilt = false;
    for (const text of call.packages) {
      if (call.verb === 'sync' || /\.(?:txt|in|toml)$/.test(text)) this.file(step.directory, text);
      else this.requirement(text, step.directory);
    }
    for (const path of call.editable) this.requirement(path, step.directory);
    for (const path of call.files) this.file(step.directory, path);
  }

  /** Every distribution in these directories is a wheel. */
  private wheelsOnly(step: Step, links: readonly string[]): boolean {
    return links.every((link) => {
      const path = pathFrom(step.directory, link);
      const root = path === undefined ? undefined : this.sourceOf(path);
      const below =
        root === undefined ? undefined : valueOf(filesBelow(this.subject.context, root));
      return below?.every(
        (name) => !/\.(?:whl|zip|tar\.\w+|tgz)$/.test(name) || PORTABLE.test(name),
      );
    });
  }

  /** The path in the context of a directory of the image. */
  private sourceOf(path: string): string | undefined {
    for (const file of this.files.values()) {
      if (!file.path.startsWith(`${path}/`)) continue;
      const inside = file.path.slice(path.length);
      if (file.source.endsWith(inside)) return file.source.slice(0, -inside.length);
    }
    return undefined;
  }

  private requirement(text: string, directory: string | undefined): void {
    const name = requirementName(text);
    if (name !== undefined) {
      this.names.add(name);
      return;
    }
    if (/^(?:git|hg|svn|bzr)\+|^https?:/.test(text)) {
      // A repository is named after its package, as a rule.
      const last = /\/([\w.-]+?)(?:\.git)?(?:@[^/]*)?(?:#.*)?$/.exec(text)?.[1];
      if (last !== undefined) this.names.add(normalName(last));
      return;
    }
    if (text.includes('$')) {
      this.missing ??= text;
      return;
    }
    this.project(pathFrom(directory, text.replace(/\[.*$/, '')), 'setup.py');
  }

  private text(path: string | undefined): string | undefined {
    if (path === undefined) return undefined;
    const source = this.boundSource(normal(path)) ?? this.files.get(normal(path))?.source;
    return source === undefined ? undefined : valueOf(this.subject.context.readText(source));
  }

  private boundSource(path: string): string | undefined {
    for (const [target, source] of this.bound) {
      if (path === target) return source;
      if (path.startsWith(`${target}/`))
        return normal(`${source}/${path.slice(target.length)}`).slice(1);
    }
    return undefined;
  }

  private file(directory: string | undefined, written: string): void {
    if (/^https?:/.test(written) || written === '/dev/stdin' || written === '-') return;
    const path = pathFrom(directory, written);
    if (path !== undefined && this.read.has(path)) return;
    const text = this.text(path);
    if (path === undefined || text === undefined) {
      this.missing ??= written;
      return;
    }
    this.read.add(path);
    if (path.endsWith('pyproject.toml')) {
      for (const name of projectRequirements(text)) this.names.add(name);
      return;
    }
    const at = path.slice(0, path.lastIndexOf('/')) || '/';
    for (const line of linesOf(text)) this.line(line, at, directory);
  }

  private line(line: string, at: string, directory: string | undefined): void {
    const nested = /^(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1];
    if (nested !== undefined) {
      this.file(at, nested);
      return;
    }
    const editable = /^(?:-e|--editable)[\s=]+(\S+)/.exec(line)?.[1];
    if (editable !== undefined) this.requirement(editable, directory);
    else if (!line.startsWith('-'))
      this.requirement(
        line.replace(/\s+--(?:hash|global-option|config-settings).*$/, ''),
        directory,
      );
  }

  private project(directory: string | undefined, by: string): void {
    if (directory === undefined) return;
    let found = false;
    for (const [name, read] of MANIFESTS) {
      const text = this.text(`${directory}/${name}`);
      if (text === undefined) continue;
      found = true;
      for (const requirement of read(text)) this.names.add(requirement);
    }
    if (!found) this.missing ??= `what ${by} reads in ${directory}`;
  }
}

/**
 * Wheels for any platform, or for a glibc of 2.31 at most, which bullseye has.
 * https://packaging.python.org/en/latest/specifications/platform-compatibility-tags/, read 2026-11-25.
 */
const PORTABLE = /-none-any\.whl$|[-.]manylinux(?:1|2010|2014|_2_(?:[5-9]|[12]\d|3[01]))_[a-z]/;

/** Files that say what a project needs. */
const MANIFESTS: readonly (readonly [name: string, read: (text: string) => readonly string[]])[] = [
  ['pyproject.toml', projectRequirements],
  ['poetry.lock', lockedPackages],
  ['uv.lock', lockedPackages],
  ['Pipfile', projectRequirements],
  ['Pipfile.lock', pipfileLock],
  ['setup.py', setupRequirements],
  ['setup.cfg', setupCfg],
  ['requirements.txt', (text) => linesOf(text).flatMap((line) => requirementName(line) ?? [])],
];

function pipfileLock(text: string): string[] {
  try {
    const lock = JSON.parse(text) as { default?: Record<string, unknown> };
    return Object.keys(lock.default ?? {}).map(normalName);
  } catch {
    return [];
  }
}

/** The texts in `install_requires=[…]`. */
function setupRequirements(text: string): string[] {
  const list = /install_requires\s*=\s*\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  return [...list.matchAll(/["']([^"']+)["']/g)].flatMap(([, one]) => requirementName(one!) ?? []);
}

function setupCfg(text: string): string[] {
  const list = /^install_requires\s*=\s*((?:.*\n?)(?:[ \t]+.*\n?)*)/m.exec(text)?.[1] ?? '';
  return linesOf(list).flatMap((line) => requirementName(line) ?? []);
}

/** Without comments, continuations joined. */
const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
