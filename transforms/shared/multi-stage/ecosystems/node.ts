import { known, valueOf, type Fact } from '../../../../src/kit.ts';
import { packageRole } from '../../runtime-packages.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { filesOf, mentionsIn } from '../sources.ts';
import type { Ecosystem, NoPlan, Plan, Step, Subject } from '../types.ts';
import { modulesOf, NodeApp } from './node-app.ts';
import { isBuild, readBuild, type Root } from './node-build.ts';
import { candidatesOf, isFull, nativesIn, programsOf } from './node-candidates.ts';
import { remaining } from './node-files.ts';
import { prune } from './node-prune.ts';
import { shipsOf } from './node-ships.ts';
import { startOfNode, type NodeStart } from './node-start.ts';
import { TaskReader, type Task } from './node-tasks.ts';
import { isRuntime, packageOf, type Compiled } from './node-tools.ts';
import { localOf, manifestsOf, type Manifest } from './package-json.ts';
import { outDirOf } from './tsconfig.ts';

/** Applications of Node.js, with or without a build of their own. */
export const node: Ecosystem = {
  id: 'node',
  builds: (stage) =>
    /(?:^|\/)node(?:js)?(?:$|[:@/-])/.test(stage.from.words[0]?.text ?? '') &&
    stage.instructions.some(
      ({ keyword, args }) => keyword === 'RUN' && /\b(?:npm|yarn|pnpm)\b/.test(args.text),
    ),
  applies: (subject) =>
    subject.base.repository === 'node' && (isFull(subject) || subject.steps.some(isOfNode)),
  plan: (subject) => new Planner(subject).plan(),
};

const isOfNode = ({ program }: Step): boolean =>
  /^(?:npm|npx|yarn|yarnpkg|pnpm|corepack|node|tsc|webpack|vite|next|ng|gulp|grunt|bower)$/.test(
    program,
  );

class Planner {
  private readonly subject: Subject;
  private readonly manifests: ReadonlyMap<string, Manifest>;
  private readonly told: Fact<readonly ContextFile[]>;
  private readonly files: readonly ContextFile[];
  private readonly reader: TaskReader;
  private readonly start: NodeStart;

  constructor(subject: Subject) {
    this.subject = subject;
    this.manifests = manifestsOf(subject);
    this.told = filesOf(subject);
    this.files = this.told.known ? remaining(subject, this.told.value) : [];
    this.reader = new TaskReader(this.manifests, (path) => this.read(path));
    this.start = startOfNode(subject, this.reader);
  }

  private read(path: string): string | undefined {
    const file = this.files.find((one) => one.path === path);
    return file && valueOf(this.subject.context.readText(file.source));
  }

  plan(): Plan | NoPlan {
    const { start, subject } = this;
    if (!this.told.known) return { reason: 'context', detail: this.told.because };
    if (this.files.length === 0) {
      return { reason: 'context', detail: 'no file of the build context is copied' };
    }
    if (start.development !== undefined) {
      return { reason: 'development', detail: start.development };
    }
    if (start.trouble !== undefined) return { reason: 'start', detail: start.trouble };
    const compiled: Compiled = {
      outDir: (path) => outDirOf(path, (file) => this.read(file)),
      read: (path) => this.read(path),
      paths: this.files.map(({ path }) => path),
    };
    const build = readBuild(subject, this.manifests, this.reader, compiled);
    if (!isBuild(build)) return build;
    return planOf(new NodeApp(subject, this.files, this.manifests, start, build));
  }
}

function planOf(app: NodeApp): Plan | NoPlan {
  const { subject, build } = app;
  const refusal = refusalOf(app);
  if (refusal) return refusal;
  const natives = nativesIn(app);
  if (natives.heavy !== undefined) {
    return { reason: 'no-base', detail: `${natives.heavy} needs much of the system` };
  }
  const ships = shipsOf(app);
  if (!Array.isArray(ships)) return ships;
  const lines = pruning(app);
  const leaves = leavesDevelopment(app, lines.length > 0) ? ['the packages for development'] : [];
  if (leaves.length === 0 && isSmall(subject)) {
    const detail = `${subject.ref.text} is small already, and nothing in it is for the build alone`;
    return { reason: 'no-gain', detail };
  }
  const candidates = candidatesOf(app, ships, lines, natives);
  if (candidates.length === 0) {
    return { reason: 'no-base', detail: `no smaller variant of ${subject.ref.text} is known` };
  }
  return {
    what: 'Node application',
    candidates,
    accounted: build.accounted,
    runs: programsOf(app, natives),
    mentions: mentionsOf(app),
    buildVariables: buildVariables(subject),
    leaves,
  };
}

/** Whether sources mention a program; where they run some that they do not name, it may be any. */
const mentionsOf = (app: NodeApp): Plan['mentions'] =>
  app.sources.unnamed === undefined
    ? mentionsIn(app.code.size > 0 ? app.code : undefined)
    : () => known(true);

/** Takes out what only development needs, wherever it would ship. */
function pruning(app: NodeApp): ReturnType<typeof prune>['lines'] {
  if (app.keep !== undefined) return [];
  const wanted = app.roots.filter((root) => {
    if (!root.dev || !app.shipsModules(root)) return false;
    if (Object.keys(root.manifest.devDependencies).length === 0) return false;
    return app.outputs.some(({ made, path }) => made === path && path === modulesOf(root));
  });
  return prune(app.subject, app.build, wanted, (root) => app.lockOf(root)).lines;
}

/** Whether a layer holds packages for development that the final stage does not get. */
const leavesDevelopment = (app: NodeApp, pruned: boolean): boolean =>
  pruned ||
  (app.leavesDevelopment && app.roots.every((root) => !root.dev || !app.shipsModules(root)));

/** A small image, with nothing in it that only the build needs. */
function isSmall({ base, steps, options }: Subject): boolean {
  const small = base.distribution === 'alpine' || (base.sizeMB ?? 1000) < 300;
  if (!small || options.finalBase !== 'auto') return false;
  const manager = base.packageManager === 'apk' ? 'apk' : 'apt';
  return !steps.some((step) =>
    effectsOf(step).some(
      (effect) =>
        effect.kind === 'packages' &&
        (effect.names ?? []).some((name) => {
          const bare = name.replace(/[=<>~].*$/, '');
          return /^(?:build|library)$/.test(packageRole(manager, bare, base.release).role);
        }),
    ),
  );
}

function buildVariables({ doc }: Subject): string[] {
  const names = doc.only('ENV').flatMap(({ pairs }) => pairs.map(({ name }) => name));
  return names.filter((name) =>
    /^(?:NPM_CONFIG_\w+|YARN_\w+|CYPRESS_INSTALL_BINARY|HUSKY\w*|PUPPETEER_SKIP\w*|COREPACK_\w+|GENERATE_SOURCEMAP|SKIP_PREFLIGHT_CHECK)$/i.test(
      name,
    ),
  );
}

function refusalOf(app: NodeApp): NoPlan | undefined {
  for (const root of app.roots) {
    if (isPlugAndPlay(app, root)) {
      return { reason: 'output', detail: 'Yarn keeps the packages outside of node_modules' };
    }
    const outside = localOf(root.manifest).find(([, path]) => path.startsWith('..'));
    if (outside) return { reason: 'output', detail: `${outside[0]} is linked to ${outside[1]}` };
  }
  const variables = app.subject.doc.only('ENV').flatMap(({ pairs }) => pairs);
  if (variables.some(({ name }) => name === 'NODE_PATH')) {
    return { reason: 'output', detail: 'NODE_PATH names other places with packages' };
  }
  const { entry } = app;
  if (entry !== undefined && !app.isEntryThere && !app.isMade(entry)) {
    return { reason: 'output', detail: `no step is seen to make ${entry}` };
  }
  return foreignProgram(app);
}

function isPlugAndPlay(app: NodeApp, root: Root): boolean {
  if (root.manager !== 'yarn') return false;
  const settings = app.textAt(`${root.directory}/.yarnrc.yml`);
  const berry = settings !== undefined || app.lockOf(root)?.kind === 'berry';
  return berry && !/nodeLinker:\s*["']?node-modules/.test(settings ?? '');
}

/** A program of a package that is not in node_modules of the application. */
function foreignProgram(app: NodeApp): NoPlan | undefined {
  const { globals } = app.build;
  for (const task of app.start.tasks) {
    const name = packageOf(task.program);
    const listed = task.local && isListed(app, name);
    if (globals.some((one) => one === name || one === task.program) && !listed) {
      return { reason: 'output', detail: `${task.program} is installed with npm install -g` };
    }
    if (!task.local || !isBin(task)) continue;
    if (!listed) return { reason: 'start', detail: `no package.json lists ${task.program}` };
    if (!isRuntime(task.program)) {
      return { reason: 'start', detail: `what ${task.program} runs is not known` };
    }
  }
  return undefined;
}

/** Programs of the shell and of every image, which scripts of package.json call as well. */
const EVERYWHERE = new Set(
  'echo true test [ exit sleep mkdir rm cp mv cat printf export set node npm npx yarn sh'.split(
    ' ',
  ),
);

const isBin = ({ program, words, call }: Task): boolean =>
  call === undefined && !EVERYWHERE.has(program) && words[0]?.startsWith('/') !== true;

const isListed = (app: NodeApp, name: string): boolean =>
  app.roots.some(
    (root) =>
      name in root.manifest.dependencies ||
      name in root.manifest.devDependencies ||
      name in root.manifest.optionalDependencies ||
      root.named.includes(name) ||
      app.lockOf(root)?.packages.some((one) => one.name === name) === true,
  );
