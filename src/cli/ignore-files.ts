import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { fixIgnoreFile, type FixedIgnoreFile, type Sharer } from '../engine/ignore-file.ts';
import type { AnyTransform } from '../engine/finding.ts';
import { parseDockerfile } from '../index.ts';
import type { Settings, SettingsOf } from './config/settings.ts';
import { DiskContext } from './disk-context.ts';
import { explainError, FileError } from './errors.ts';
import { readSource, type Source } from './file.ts';
import { GitIgnore } from './gitignore.ts';
import { Inside } from './inside.ts';
import { isDockerfileName } from './names.ts';
import { inOnePiece, realPath, withSlashes } from './paths.ts';
import { TROUBLES, type FileReport } from './report.ts';
import { Scratch, type Kept } from './scratch.ts';
import { Walk } from './walk.ts';

/** A Dockerfile, as it will be. */
export interface Reader {
  readonly path: string;
  /** Undefined: as it is on the disk. */
  readonly text: string | undefined;
  /** What holds for it. */
  readonly settings: Settings;
}

/** A Dockerfile of this run. */
interface Member {
  /** From the directory of the ignore file. */
  readonly name: string;
  readonly status: FileReport['status'];
  /** Undefined: as it is on the disk. */
  readonly kept: Kept | undefined;
  readonly settings: Settings;
}

/** The Dockerfiles that read one ignore file. */
interface Group {
  /** The build context, as the user knows it. */
  readonly context: string;
  /** The ignore file, as the user knows it. */
  readonly file: string;
  readonly members: readonly (Reader & Pick<Member, 'status'>)[];
}

/** A transform of ignore files, with what holds for the ignore file. */
interface Rule {
  readonly transform: AnyTransform;
  readonly settings: Settings;
}

interface Trouble {
  readonly reason: keyof typeof TROUBLES;
  /** Completes the sentence. */
  readonly detail: string;
}

/** What became of one ignore file. */
export interface IgnoreReport {
  readonly report: FileReport;
  /** The file as it was read; undefined: it is, or would be, a new one. */
  readonly source: Source | undefined;
  /** Where it lies, or is to lie. */
  readonly real: string;
  /** The Dockerfiles of this run that read it. */
  readonly readers: readonly Reader[];
}

/** Dockerfiles that are looked at below a context because they may be built with it. */
const MAX_BELOW = 500;

/** The build context of a Dockerfile, and the ignore file that counts for it, there or not. */
export function ignoreFileOf(
  shown: string,
  named: string | undefined,
): { readonly context: string; readonly file: string } {
  const context = named === undefined ? path.dirname(shown) : path.relative('', named) || '.';
  const own = `${shown}.dockerignore`;
  return { context, file: existsSync(own) ? own : path.join(context, '.dockerignore') };
}

/**
 * The ignore files of the build contexts of a run, each worked out once, after all Dockerfiles.
 *
 * Docker reads `NAME.dockerignore` beside a Dockerfile NAME, else `.dockerignore` at the top of the
 * context: https://docs.docker.com/build/concepts/context/#filename-and-location, read 2026-11-25.
 */
export class IgnoreFiles {
  private readonly write: boolean;
  private readonly settings: SettingsOf;
  /** By ignore file, in the order of the run. */
  private readonly members = new Map<string, Member[]>();
  private readonly scratch = new Scratch();
  private readonly git = new GitIgnore();

  constructor(write: boolean, settings: SettingsOf) {
    this.write = write;
    this.settings = settings;
  }

  /** Takes a Dockerfile of the run, after it is done. */
  add(shown: string, { status, output }: FileReport, settings: Settings): void {
    const { file } = ignoreFileOf(shown, settings.context);
    const isKept = status === 'changed' && !this.write && output !== null;
    const member: Member = {
      name: inOnePiece(path.relative(path.dirname(file), shown)),
      status,
      kept: isKept ? this.scratch.keep(output) : undefined,
      settings,
    };
    const members = this.members.get(file);
    if (members) members.push(member);
    else this.members.set(inOnePiece(file), [member]);
  }

  /** What becomes of each of them; nothing of those about which there is nothing to say. */
  async *reports(): AsyncGenerator<IgnoreReport> {
    try {
      for (const [file, members] of this.members) {
        const rule = await this.ruleOf(file);
        const done = rule && this.done(this.groupOf(file, members), rule);
        if (done) yield done;
      }
    } finally {
      this.members.clear();
      this.scratch.close();
    }
  }

  private groupOf(file: string, members: readonly Member[]): Group {
    const readers = members.map(({ name, kept, ...member }) => ({
      ...member,
      path: withSlashes(path.join(path.dirname(file), name)),
      text: kept === undefined ? undefined : this.scratch.read(kept),
    }));
    const { path: first, settings } = readers[0]!;
    return { context: ignoreFileOf(first, settings.context).context, file, members: readers };
  }

  /** Undefined where nothing is to be done about the ignore file. */
  private async ruleOf(file: string): Promise<Rule | undefined> {
    const settings = await this.settings.of(file);
    const transform = settings.transforms.find((one) => 'ignoreFile' in one);
    return transform && !settings.ignored ? { transform, settings } : undefined;
  }

  private done(group: Group, rule: Rule): IgnoreReport | undefined {
    const { context, file, members } = group;
    const shown = withSlashes(file);
    // Nothing is to be changed about Dockerfiles that say so.
    if (members.every(({ status }) => status === 'skipped')) return undefined;
    let source: Source | undefined;
    try {
      const real = placeOf(file);
      source = existsSync(real) ? readSource(real) : undefined;
      const result = this.fixed(group, rule, realpathSync(context), source);
      if (result.findings.length === 0 && result.problem === undefined) return undefined;
      const report = reportOf(shown, withSlashes(context), result, source);
      return { report, source, real, readers: members };
    } catch (error) {
      const refusal = { reason: 'ignore-file', detail: explainError(error) } as const;
      const result = refused(rule.transform, refusal, source?.text ?? '');
      const report = reportOf(shown, withSlashes(context), result, source);
      return { report, source, real: file, readers: members };
    }
  }

  private fixed(
    group: Group,
    { transform, settings }: Rule,
    directory: string,
    source: Source | undefined,
  ): FixedIgnoreFile {
    const { sharers, refusal } = this.sharersOf(group, directory);
    if (refusal) return refused(transform, refusal, source?.text ?? '');
    const own = group.file.endsWith('/.dockerignore') || group.file === '.dockerignore';
    const context = new DiskContext(directory, own ? undefined : group.members[0]!.path);
    return fixIgnoreFile(
      transform,
      {
        sharers,
        context,
        text: source?.text,
        gitIgnores: (name, isDirectory) =>
          this.git.ignores(path.join(directory, name), isDirectory),
      },
      { level: settings.level, options: settings.options[transform.id] ?? {} },
    );
  }

  /** All Dockerfiles that are, or may be, built with the context. */
  private sharersOf(
    { members, context, file }: Group,
    directory: string,
  ): { sharers: Sharer[]; refusal?: Trouble } {
    const sharers: Sharer[] = [];
    const seen = new Set<string>();
    let elsewhere: Trouble | undefined;
    for (const member of members) {
      const real = realPath(member.path);
      seen.add(real);
      const other =
        member.settings.context !== undefined ? undefined : this.otherContext(real, directory);
      if (other !== undefined) elsewhere ??= { reason: 'other-context', detail: other };
      else {
        const sharer =
          member.status === 'failed' ? undefined : sharerOf(member.path, member.text, true);
        if (!sharer) return { sharers, refusal: { reason: 'failed-file', detail: member.path } };
        sharers.push(sharer);
      }
    }
    if (sharers.length === 0) return elsewhere ? { sharers, refusal: elsewhere } : { sharers };
    if (path.basename(file) !== '.dockerignore') return { sharers };
    const isNamed = members.some(
      ({ settings }) => settings.context !== undefined && settings.compose === undefined,
    );
    for (const { name, certain } of this.others(directory, context)) {
      const real = realPath(name);
      if (seen.has(real) || existsSync(`${name}.dockerignore`)) continue;
      seen.add(real);
      if (certain && !isNamed && this.otherContext(real, directory) !== undefined) continue;
      const sharer = sharerOf(name, undefined, certain);
      if (sharer) sharers.push(sharer);
      else if (certain) return { sharers, refusal: { reason: 'failed-file', detail: name } };
    }
    return { sharers };
  }

  /** The compose file that builds a Dockerfile with other contexts only. */
  private otherContext(dockerfile: string, directory: string): string | undefined {
    const builds = this.settings.composeFiles
      .buildsAround(path.dirname(dockerfile))
      .filter((build) => realPath(build.dockerfile) === dockerfile);
    const first = builds[0];
    if (!first || builds.some((build) => realPath(build.context) === directory)) return undefined;
    const where = withSlashes(path.relative(directory, first.context)) || '.';
    return `${path.basename(first.file)} builds ${path.basename(dockerfile)} in ${where}`;
  }

  /** Dockerfiles that this run was not asked for. */
  private *others(directory: string, shown: string): Generator<{ name: string; certain: boolean }> {
    for (const name of readdirSync(directory)) {
      const file = path.join(shown, name);
      if (isDockerfileName(name) && statSync(file, { throwIfNoEntry: false })?.isFile()) {
        yield { name: file, certain: true };
      }
    }
    for (const build of this.settings.composeFiles.buildsAround(directory)) {
      if (realPath(build.context) === directory && existsSync(build.dockerfile)) {
        yield { name: path.relative('', build.dockerfile), certain: true };
      }
    }
    let below = 0;
    for (const found of new Walk(directory).found()) {
      if (found.kind !== 'file') continue;
      if (++below > MAX_BELOW) break;
      yield { name: path.join(shown, found.relative), certain: false };
    }
  }
}

function sharerOf(shown: string, text: string | undefined, certain: boolean): Sharer | undefined {
  try {
    return { path: shown, doc: parseDockerfile(text ?? readSource(shown).text), certain };
  } catch {
    return undefined;
  }
}

/** Where an ignore file lies or is to lie: beside its name, or where a link leads that stays there. */
function placeOf(file: string): string {
  const directory = realpathSync(path.dirname(file));
  const name = path.basename(file);
  const place = new Inside(directory).find(name);
  if (place.kind === 'there') return place.file;
  if (place.kind === 'unknown') throw new FileError(place.because);
  const free = path.join(directory, name);
  if (lstatSync(free, { throwIfNoEntry: false })) throw new FileError('it is a link to nothing');
  return free;
}

function refused(
  { id }: AnyTransform,
  { reason, detail }: Trouble,
  output: string,
): FixedIgnoreFile {
  const finding = {
    transform: id,
    applicability: 'unsafe',
    message: 'leave out of the build context what the image does not need',
    line: 1,
    applied: false,
    refused: true,
    reason: `${TROUBLES[reason]}: ${detail}`,
  } as const;
  return { status: 'unchanged', output, findings: [finding], before: undefined, after: undefined };
}

function reportOf(
  shown: string,
  context: string,
  { status, output, findings, before, after, problem }: FixedIgnoreFile,
  source: Source | undefined,
): FileReport {
  const bug = { transform: 'complete-dockerignore', line: 1, problem: problem ?? '' };
  return {
    path: shown,
    status,
    findings,
    output: status === 'changed' || source ? output : null,
    ...(source ? {} : { isNew: true }),
    ...(problem === undefined ? {} : { bugs: [bug] }),
    ...(status === 'changed' ? { context: { path: context, before, after } } : {}),
  };
}
