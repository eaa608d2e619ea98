import { valueOf } from '../../../../src/kit.ts';
import { isInside } from '../../multi-stage/aftermath.ts';
import { NodeApp } from '../../multi-stage/ecosystems/node-app.ts';
import { isBuild, readBuild, type Root } from '../../multi-stage/ecosystems/node-build.ts';
import type { Install } from '../../multi-stage/ecosystems/node-calls.ts';
import { remaining } from '../../multi-stage/ecosystems/node-files.ts';
import { startOfNode } from '../../multi-stage/ecosystems/node-start.ts';
import { TaskReader } from '../../multi-stage/ecosystems/node-tasks.ts';
import {
  manifestsOf,
  productionOf,
  type Manifest,
} from '../../multi-stage/ecosystems/package-json.ts';
import { outDirOf } from '../../multi-stage/ecosystems/tsconfig.ts';
import type { ContextFile } from '../../multi-stage/brought.ts';
import { filesOf } from '../../multi-stage/sources.ts';
import { pathFrom } from '../../multi-stage/steps.ts';
import type { Subject } from '../../multi-stage/types.ts';
import { reword } from '../../rewording.ts';
import type { Visit } from '../../visit.ts';
import { callsOf, changesNpm, nodeCall, nodeVersion, type Found } from '../found.ts';
import { namedIn, sourcesOfAll } from './node-code.ts';
import { Uses } from './node-uses.ts';
import type { Obstacle, Verdict } from './types.ts';

/** An installation of everything that package.json lists. */
interface Everything {
  readonly found: Found;
  readonly manager: 'npm' | 'yarn' | 'pnpm';
  readonly directory: string | undefined;
}

/** The installations of a stage that bring the packages for development too. */
export function everythingIn(visits: readonly Visit[]): Everything[] {
  return visits
    .flatMap((visit) => callsOf(visit, /^(?:npm|yarn|yarnpkg|pnpm)$/))
    .flatMap((found): Everything[] => {
      const call = nodeCall(found);
      if (call?.kind !== 'install' || !isPlain(found, call)) return [];
      const { directory: from } = found.step;
      const directory = call.directory === undefined ? from : pathFrom(from, call.directory);
      return [{ found, manager: call.manager, directory }];
    });
}

/** Nothing of the file chooses what it installs. */
function isPlain({ visit: { run }, step, command, rest }: Found, call: Install): boolean {
  if (call.production !== undefined || call.named.length > 0 || !step.certain) return false;
  if (
    rest.some(
      ({ text }) => /^--(?:omit|include|only|also|dev|prod)/.test(text) || text.includes('$'),
    )
  )
    return false;
  // Variables that choose: of the command, of the script, of the file, or given to the build.
  if (command.assignments.length > 0 || /NODE_ENV|npm_config_/i.test(run.args.text)) return false;
  const names = ['NODE_ENV', 'NPM_CONFIG_PRODUCTION', 'NPM_CONFIG_OMIT', 'NPM_CONFIG_ONLY'];
  return names.every((name) => {
    const declared = run.stage?.scope.at(run.index, name);
    if (!declared) return true;
    const value = run.variable(name);
    return declared.kind !== 'arg' && value.known && !isProduction(name, value.value);
  });
}

const isProduction = (name: string, value: string | undefined): boolean =>
  name === 'NODE_ENV' ? value === 'production' : value !== undefined && value !== '';

/** What becomes of each of them. */
export class NodeInstalls {
  private readonly subject: Subject;
  private readonly manifests: ReadonlyMap<string, Manifest>;
  private readonly files: readonly ContextFile[];
  private readonly why: string | undefined;
  private readonly reader: TaskReader;

  private readonly lineOf: Visit['lineOf'];

  constructor(subject: Subject, lineOf: Visit['lineOf']) {
    this.subject = subject;
    this.lineOf = lineOf;
    this.manifests = manifestsOf(subject);
    const told = filesOf(subject);
    this.files = told.known ? remaining(subject, told.value) : [];
    this.why = told.known ? undefined : told.because;
    this.reader = new TaskReader(this.manifests, (path) => this.read(path));
  }

  private read(path: string): string | undefined {
    const file = this.files.find((one) => one.path === path);
    return file && valueOf(this.subject.context.readText(file.source));
  }

  /** Undefined where nothing is to be done. */
  verdict(install: Everything): Verdict | undefined {
    const { found, directory, manager } = install;
    const manifest = directory === undefined ? undefined : this.manifests.get(directory);
    const way = wayOf(found, manager);
    const base = { run: found.visit.outer, command: way.command, basis: [] };
    const stays = (obstacle: Obstacle): Verdict => ({ ...base, outcome: obstacle });
    if (!manifest || directory === undefined) {
      const detail = this.why ?? `no package.json in ${directory ?? 'its directory'}`;
      return stays({ reason: 'context', detail });
    }
    const dev = developmentOf(manifest);
    if (dev.length === 0 || this.isSettled(manifest)) return undefined;
    if (this.isRepeated(install)) return undefined;
    const judged = this.judge(install, manifest, dev);
    if (judged === undefined) return undefined;
    if ('reason' in judged) return stays(judged);
    const rewrite = reword(found.visit, [{ command: found.command, texts: way.texts }]);
    if (!rewrite) return undefined;
    const file = this.files.find(
      ({ path }) => path === `${directory}/package.json`.replace('//', '/'),
    );
    const copies = file ? [file.brought.copy] : [];
    return { ...base, outcome: { ...rewrite, doubts: judged.doubts }, basis: copies };
  }

  /** https://docs.npmjs.com/cli/v11/using-npm/config#omit, https://pnpm.io/settings, read 2026-11-26. */
  private isSettled({ directory }: Manifest): boolean {
    const text = this.read(`${directory}/.npmrc`.replace('//', '/')) ?? '';
    return /^\s*(?:omit(?:\[\])?|only|production)\s*=/m.test(text);
  }

  /** The packages of the directory are installed by another command as well. */
  private isRepeated({ found, directory }: Everything): boolean {
    return this.subject.steps.some((step) => {
      if (step.command === found.command) return false;
      const { tasks } = this.reader.ofStep(step);
      return tasks.some(
        (task) => task.directory === directory && /^(?:install|prune)$/.test(task.call?.kind ?? ''),
      );
    });
  }

  private judge(
    { found, manager, directory }: Everything,
    manifest: Manifest,
    dev: readonly string[],
  ): Obstacle | { readonly doubts: readonly string[] } | undefined {
    const { subject, reader } = this;
    const start = startOfNode(subject, reader);
    if (start.development !== undefined) return { reason: 'start', detail: start.development };
    const uses = new Uses(subject, this.manifests, reader, manifest, dev, this.lineOf);
    const used = uses.obstacle(found.command, start);
    if (used) return used;
    const build = readBuild(subject, this.manifests, reader, {
      outDir: (path) => outDirOf(path, (file) => this.read(file)),
      read: (path) => this.read(path),
      paths: this.files.map(({ path }) => path),
    });
    if (!isBuild(build))
      return { reason: 'stage', ...(build.detail !== undefined && { detail: build.detail }) };
    const root = build.roots.get(directory!);
    if (!root?.dev || !root.filled) return undefined;
    const app = new NodeApp(subject, this.files, this.manifests, start, build);
    if (app.isWorkspace(root)) return { reason: 'workspace' };
    if (manager === 'yarn' && isBerry(app, root)) return { reason: 'berry' };
    const isHome = isInside(app.home, directory!);
    if (isHome && app.keep !== undefined) return { reason: 'code', detail: app.keep };
    const code = sourcesOfAll(app, directory!, this.lineOf);
    const named = namedIn(code.texts, dev);
    if (named.imported !== undefined) return { reason: 'code', detail: named.imported };
    const doubts = [
      ...uses.doubts,
      ...(code.doubt === undefined ? [] : [code.doubt]),
      ...(named.mentioned === undefined ? [] : [`that the code does not load ${named.mentioned}`]),
      ...(isHome ? [] : [`that what is in ${directory!} runs without them`]),
    ];
    return { doubts };
  }
}

const developmentOf = (manifest: Manifest): string[] => {
  const production = new Set(productionOf(manifest));
  return Object.keys(manifest.devDependencies).filter((name) => !production.has(name));
};

function isBerry(app: NodeApp, root: Root): boolean {
  if (/^yarn@[2-9]/.test(root.manifest.packageManager ?? '')) return true;
  if (app.textAt(`${root.directory}/.yarnrc.yml`) !== undefined) return true;
  return app.lockOf(root)?.kind === 'berry';
}

/**
 * How each leaves them out: https://docs.npmjs.com/cli/v11/commands/npm-ci#omit,
 * https://classic.yarnpkg.com/en/docs/cli/install#toc-yarn-install-production-true-false,
 * https://pnpm.io/cli/install#--prod--p, read 2026-11-26. An npm before 7 passes over `--omit`.
 */
function wayOf(
  { visit, program, verb, step }: Found,
  manager: Everything['manager'],
): { readonly command: string; readonly texts: ReadonlyMap<Found['program'], string> } {
  const major = nodeVersion(visit.run)?.major;
  const isOld = major !== undefined && major < 15 && !changesNpm(visit.run);
  const flag = {
    npm: isOld ? '--only=production' : '--omit=dev',
    yarn: '--production',
    pnpm: '--prod',
  };
  const word = verb ?? program;
  return {
    command: [step.program, ...(verb ? [verb.text] : []), flag[manager]].join(' '),
    texts: new Map([[word, `${word.text} ${flag[manager]}`]]),
  };
}
