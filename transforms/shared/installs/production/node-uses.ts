import type { Command } from '../../../../src/kit.ts';
import { isInside } from '../../multi-stage/aftermath.ts';
import { lockOf } from '../../multi-stage/ecosystems/node-locks.ts';
import type { NodeStart } from '../../multi-stage/ecosystems/node-start.ts';
import type { Task, TaskReader } from '../../multi-stage/ecosystems/node-tasks.ts';
import { isRuntime, packageOf } from '../../multi-stage/ecosystems/node-tools.ts';
import { productionOf, type Manifest } from '../../multi-stage/ecosystems/package-json.ts';
import type { Subject } from '../../multi-stage/types.ts';
import type { Visit } from '../../visit.ts';
import type { Obstacle } from './types.ts';

/** Programs that come from no package of package.json, and start none. */
const SYSTEM = new Set(
  (
    'node nodejs npm npx yarn yarnpkg pnpm corepack echo true false test [ exit sleep mkdir rmdir rm cp mv cat printf ' +
    'export set unset cd ls ln chmod chown chgrp find sed awk grep touch date env which tar unzip gzip ' +
    'curl wget git apt-get apt apk yum dnf microdnf dpkg addgroup adduser groupadd useradd usermod groupmod ' +
    'update-ca-certificates locale-gen install mktemp head tail sort uniq xargs id whoami sync tee ' +
    'pip pip3 gem composer openssl setcap apt-mark tini dumb-init'
  ).split(' '),
);

/** Programs of packages that read no source and need no other package. */
const HARMLESS = new Set(
  (
    'patch-package rimraf del del-cli mkdirp shx cross-env cross-env-shell dotenv env-cmd run-s run-p npm-run-all ' +
    'npm-run-all2 only-allow is-ci node-gyp prebuild-install node-pre-gyp husky opencollective ' +
    'opencollective-postinstall prisma sequelize knex'
  ).split(' '),
);

/**
 * Compile sources with what is installed: their settings name plugins, and TypeScript is looked for
 * where a source is written in it, whatever package they come from.
 */
const BUILDS =
  /^(?:tsc|vue-tsc|lb-tsc|webpack|rollup|esbuild|gulp|grunt|ng|nest|next|nuxt|nuxi|vite|vue-cli-service|react-scripts|gatsby|astro|parcel|babel|jest|mocha|vitest|eslint)$/;

/** Packages whose own script calls a program of another one, where it is there. */
const CALLS: Readonly<Record<string, string>> = {
  // https://www.prisma.io/docs/orm/prisma-client/setup-and-configuration/generating-prisma-client, read 2026-11-26.
  '@prisma/client': 'prisma',
};

/** What runs behind an installation, at build time and in the container, and whose it is. */
export class Uses {
  readonly doubts: string[] = [];
  private readonly subject: Subject;
  private readonly manifests: ReadonlyMap<string, Manifest>;
  private readonly reader: TaskReader;
  private readonly manifest: Manifest;
  private readonly dev: ReadonlySet<string>;
  private readonly lineOf: Visit['lineOf'];
  private readonly production: ReadonlySet<string>;

  constructor(
    subject: Subject,
    manifests: ReadonlyMap<string, Manifest>,
    reader: TaskReader,
    manifest: Manifest,
    dev: readonly string[],
    lineOf: Visit['lineOf'],
  ) {
    this.lineOf = lineOf;
    this.subject = subject;
    this.manifests = manifests;
    this.reader = reader;
    this.manifest = manifest;
    this.dev = new Set(dev);
    this.production = new Set(productionOf(manifest));
  }

  /** Why a package for development is needed; what is only not known goes into `doubts`. */
  obstacle(install: Command, start: NodeStart): Obstacle | undefined {
    const { steps } = this.subject;
    const at = steps.findIndex(({ command }) => command === install);
    for (const [name, called] of Object.entries(CALLS)) {
      if (this.production.has(name) && this.dev.has(called))
        return { reason: 'script', detail: `${name} calls ${called}` };
    }
    for (const [i, step] of steps.slice(at).entries()) {
      const { tasks, opaque } = this.reader.ofStep(step);
      const line = `line ${this.lineOf(step.run)}`;
      const where = { text: i === 0 ? 'at the installation' : line, isStart: false };
      for (const task of tasks) {
        const used = this.use(task, where);
        if (used === undefined) continue;
        return i === 0
          ? { reason: 'script', detail: used }
          : { reason: 'later', detail: `${used} (${line})` };
      }
      for (const text of opaque) this.doubt(text, where.text);
    }
    return this.atStart(start);
  }

  private atStart(start: NodeStart): Obstacle | undefined {
    for (const task of start.tasks) {
      const used = this.use(task, { text: 'at the start', isStart: true });
      if (used !== undefined) return { reason: 'start', detail: used };
    }
    if (start.trouble !== undefined) {
      const told = start.trouble === 'there is no ENTRYPOINT or CMD' ? '' : ` (${start.trouble})`;
      this.doubts.push(`that what the container starts needs none of them${told}`);
    }
    return undefined;
  }

  /** The program that needs packages for development, of what a task runs. */
  private use(task: Task, where: Where): string | undefined {
    const { program, call, local, directory } = task;
    const inModules = task.words
      .map((word) => /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/.][^/]*)/.exec(word ?? '')?.[1])
      .find((name) => name !== undefined && this.dev.has(name));
    if (inModules !== undefined) return inModules;
    if (call !== undefined) {
      if (call.kind === 'unknown') this.doubt(textOf(task), where.text);
      return undefined;
    }
    if (directory !== undefined && !this.isOwn(directory, program)) return undefined;
    const isDevelopment = this.origin(program) === 'development';
    if (isDevelopment && (local || !SYSTEM.has(program))) return program;
    if (!where.isStart && isBuild(task)) return program;
    if (SYSTEM.has(program) && !(runsScript(task) && !where.isStart)) return undefined;
    // A task runner, for one, starts what its settings say.
    const isKnown = !where.isStart || !local || isRuntime(program);
    if (isKnown && this.origin(program) === 'production') return undefined;
    // A program of the system that starts the application itself is not asked for packages.
    if (local || runsScript(task) || /\.sh$|^(?:make|sh|bash|\$)/.test(program))
      this.doubt(textOf(task), where.text);
    return undefined;
  }

  /** Which packages a program comes from. */
  private origin(program: string): 'development' | 'production' | 'unknown' {
    const name = packageOf(program);
    if (this.dev.has(name)) return 'development';
    if (this.production.has(name)) return 'production';
    const locked = lockOf(this.manifest, this.subject.context)?.packages ?? [];
    const bringing = locked.filter(({ bin }) => bin[program] !== undefined);
    if (bringing.length === 0) return 'unknown';
    return bringing.some(({ production }) => production) ? 'production' : 'development';
  }

  /** Does a command in this directory look into node_modules of the manifest first? */
  private isOwn(directory: string, program: string): boolean {
    const home = this.manifest.directory;
    if (!isInside(directory, home)) return false;
    const nearer = [...this.manifests.values()].filter(
      (one) =>
        one.directory !== home &&
        isInside(directory, one.directory) &&
        isInside(one.directory, home),
    );
    const name = packageOf(program);
    return !nearer.some((one) => name in one.dependencies || name in one.devDependencies);
  }

  private doubt(text: string, where: string): void {
    const brief = text.length > 60 ? `${text.slice(0, 57)}…` : text;
    const doubt = `that ${brief} needs none of them (${where})`;
    if (!this.doubts.includes(doubt)) this.doubts.push(doubt);
  }
}

interface Where {
  /** As it stands in a message. */
  readonly text: string;
  readonly isStart: boolean;
}

/** Compiles or checks the application while the image is built. */
const isBuild = ({ program, local }: Task): boolean =>
  BUILDS.test(program) || (local && !SYSTEM.has(program) && !HARMLESS.has(program));

/** `node scripts/build.js`: what it loads is known as far as the code is read. */
const runsScript = ({ program, words }: Task): boolean =>
  /^(?:node|nodejs)$/.test(program) && /^[^-]/.test(words[1] ?? '-');

const textOf = ({ words }: Task): string => words.map((word) => word ?? '$').join(' ');
