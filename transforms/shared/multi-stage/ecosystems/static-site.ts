import { known, nginxBases, valueOf, type FinalImage } from '../../../../src/kit.ts';
import { memo } from '../../memo.ts';
import { isInside } from '../aftermath.ts';
import type { ContextFile } from '../brought.ts';
import { effectsOf } from '../effects.ts';
import { healthcheckOf } from '../requirements.ts';
import { filesOf } from '../sources.ts';
import { pathFrom } from '../steps.ts';
import type {
  BuildLine,
  Candidate,
  Ecosystem,
  NoPlan,
  Plan,
  Shipment,
  Step,
  Subject,
} from '../types.ts';
import {
  CONFIG,
  configCopy,
  configRun,
  readNginxConfig,
  serverBlock,
  type NginxConfig,
  type StaticServer,
} from './nginx-config.ts';
import { isBuild, readBuild, type NodeBuild } from './node-build.ts';
import { isSystemDirectory, remaining } from './node-files.ts';
import { startOfNode, type NodeStart } from './node-start.ts';
import { TaskReader } from './node-tasks.ts';
import { manifestsOf } from './package-json.ts';
import { readServed, type Served } from './static-servers.ts';
import { outDirOf } from './tsconfig.ts';

/** Pages that a bundler makes, and a server of static files answers with. */
export const staticSite: Ecosystem = {
  id: 'static-site',
  applies: (subject) => subject.base.repository === 'node' && siteOf(subject) !== undefined,
  plan: (subject) => new Planner(subject, siteOf(subject)!).plan(),
};

/** How the pages are served. */
type Site = { readonly start: NodeStart; readonly reader: TaskReader } & (
  { readonly kind: 'program'; readonly served: Served } | { readonly kind: 'nginx' }
);

const siteOf = memo((subject: Subject): Site | undefined => {
  const files = currentFiles(subject);
  if (files.length === 0) return undefined;
  const reader = readerOf(subject, files);
  const start = startOfNode(subject, reader);
  const [task] = start.tasks;
  if (!task || start.tasks.length !== 1) return undefined;
  if (task.program === 'nginx') return { start, reader, kind: 'nginx' };
  const served = readServed(task);
  return served && { start, reader, kind: 'program', served };
});

function currentFiles(subject: Subject): ContextFile[] {
  const files = filesOf(subject);
  return files.known ? remaining(subject, files.value) : [];
}

function readerOf(subject: Subject, files: readonly ContextFile[]): TaskReader {
  return new TaskReader(manifestsOf(subject), (path) => textAt(subject, files, path));
}

function textAt(subject: Subject, files: readonly ContextFile[], path: string): string | undefined {
  const file = files.find((one) => one.path === path);
  return file && valueOf(subject.context.readText(file.source));
}

const NGINX_PACKAGES = new Set(['nginx', 'nginx-light', 'nginx-full', 'nginx-core']);

class Planner {
  private readonly subject: Subject;
  private readonly site: Site;
  private readonly files: readonly ContextFile[];

  constructor(subject: Subject, site: Site) {
    this.subject = subject;
    this.site = site;
    this.files = currentFiles(subject);
  }

  plan(): Plan | NoPlan {
    const { subject, site } = this;
    const compiled = {
      outDir: (path: string) => outDirOf(path, (file) => textAt(subject, this.files, file)),
      read: (path: string) => textAt(subject, this.files, path),
      paths: this.files.map(({ path }) => path),
    };
    const build = readBuild(subject, manifestsOf(subject), site.reader, compiled);
    if (!isBuild(build)) return build;
    const candidates =
      site.kind === 'program' ? this.served(site.served, build) : this.nginx(build);
    if (!Array.isArray(candidates)) return candidates;
    return {
      what: 'static site',
      candidates,
      accounted: build.accounted,
      mentions: () => known(false),
      buildVariables: subject.doc.only('ENV').flatMap(({ pairs }) => pairs.map(({ name }) => name)),
      leaves: ['Node.js and the packages of the build'],
    };
  }

  /** `serve` and `http-server`: nginx with a configuration that answers as they do. */
  private served(served: Served, build: NodeBuild): Candidate[] | NoPlan {
    const { directory } = served;
    const rules = this.files.find(({ path }) => /\/(?:serve|now)\.json$/.test(path));
    if (rules)
      return {
        reason: 'start',
        detail: `${rules.source} has rules of its own for ${served.program}`,
      };
    if (isSystemDirectory(directory)) return { reason: 'output', detail: `it serves ${directory}` };
    if (!this.isMade(directory, build)) {
      return { reason: 'output', detail: `no step is seen to make ${directory}` };
    }
    if (this.subject.start.scripts.some(({ health }) => health !== true))
      return { reason: 'start', detail: 'a script starts it' };
    const port = served.port ?? this.portVariable() ?? served.fallback;
    const assumptions = [...build.assumptions, ...this.assumed(served)];
    const config = this.configured(serverBlock(this.block(served, port)));
    const ships: Shipment[] = [{ from: directory, made: true }, ...config.ships];
    return nginxBases().flatMap((base): Candidate[] => {
      if (!this.fits(base, [port])) return [];
      return [
        {
          base,
          ships,
          assumptions,
          obstacles: this.obstacles(base),
          lines: config.lines,
          buildLines: config.buildLines,
          start: this.startOf(base),
          libraries: false,
          ownUser: true,
        },
      ];
    });
  }

  private block(served: Served, port: number): StaticServer {
    const { directory, single, program } = served;
    return { port, root: directory, single, clean: program === 'serve' };
  }

  private portVariable(): number | undefined {
    const last = this.subject.stage.instructions.at(-1);
    const value = last && valueOf(last.variable('PORT'));
    return value !== undefined && /^\d+$/.test(value) ? Number(value) : undefined;
  }

  private assumed({ port, single, program }: Served): string[] {
    const found: string[] = [];
    if (port === undefined) found.push('PORT is not set when the container runs');
    if (!single) {
      found.push(
        `nobody needs the lists of directories, the redirections and the pages for errors of ${program}`,
      );
    }
    return found;
  }

  /** Does something put files there? */
  private isMade(directory: string, build: NodeBuild): boolean {
    if (build.outputs.some(({ path }) => isInside(directory, path) || isInside(path, directory))) {
      return true;
    }
    if ([...build.whole].some((one) => isInside(directory, one))) return true;
    return this.files.some(({ path }) => isInside(path, directory));
  }

  /** How the configuration gets into the final stage. */
  private configured(block: readonly string[]): {
    lines: string[];
    buildLines: BuildLine[];
    ships: Shipment[];
  } {
    const { doc } = this.subject;
    const heredocs =
      doc.instructions.some((instruction) => instruction.heredocs.length > 0) ||
      /^\uFEFF?#\s*syntax\s*=\s*docker(?:\.io)?\/dockerfile:1(?:\.(?:[4-9]|\d\d)\S*)?\s*$/im.test(
        doc.text,
      );
    if (heredocs) return { lines: [configCopy(block, doc.eol)], buildLines: [], ships: [] };
    // Not in the final stage: its user may not write there.
    const path = '/nginx.conf';
    return {
      lines: [],
      buildLines: [{ before: undefined, text: configRun(block, path, doc) }],
      ships: [{ from: path, to: CONFIG, made: true, file: true }],
    };
  }

  /** Ports below 1024 need root in runtimes that keep the kernel's default. */
  private fits(base: FinalImage, ports: readonly number[]): boolean {
    const unprivileged = base.ref.includes('unprivileged');
    return unprivileged === (!this.namesUser() && ports.every((port) => port >= 1024));
  }

  /** Root, or somebody whom neither the base image nor nginx has a use for: people rely on it. */
  private namesUser(): boolean {
    const { stage, base } = this.subject;
    return stage.instructions
      .filter(({ keyword }) => keyword === 'USER')
      .some(({ args }) => !base.users.some(({ name }) => name === args.text.trim()));
  }

  private obstacles(base: FinalImage): string[] {
    const found: string[] = [];
    if (this.namesUser()) found.push('its USER is no user of nginx');
    const health = healthcheckOf(this.subject);
    if (health && base.kind === 'alpine' && health.args.text.includes('localhost')) {
      found.push('localhost is an IPv6 address first for the HEALTHCHECK');
    }
    return found;
  }

  private startOf(base: FinalImage): NonNullable<Candidate['start']> {
    const { entrypoint, cmd } = this.subject.start;
    if (!entrypoint) return { cmd: base.cmd };
    return cmd
      ? { entrypoint: base.entrypoint, cmd: base.cmd }
      : { entrypoint: [...base.entrypoint, ...base.cmd] };
  }

  /** nginx of the distribution, with a configuration of the file. */
  private nginx(build: NodeBuild): Candidate[] | NoPlan {
    const installed = this.installed();
    const replaces = installed.filter((name) => NGINX_PACKAGES.has(name));
    if (replaces.length === 0)
      return { reason: 'start', detail: 'where nginx comes from is not known' };
    const words = this.site.start.tasks[0]!.words.slice(1).join(' ');
    if (!/^-g daemon off;?\s*$/.test(words)) {
      return { reason: 'start', detail: `nginx ${words}` };
    }
    const config = this.config();
    if ('reason' in config) return config;
    const ships = this.roots(config.roots, build);
    if (!Array.isArray(ships)) return ships;
    ships.push({ from: config.path, made: false, file: true });
    return nginxBases().flatMap((base): Candidate[] =>
      this.fits(base, config.ports)
        ? [
            {
              base,
              ships,
              assumptions: build.assumptions,
              obstacles: this.obstacles(base),
              replaces,
              libraries: false,
              ownUser: base.ref.includes('unprivileged'),
            },
          ]
        : [],
    );
  }

  private installed(): string[] {
    return this.subject.steps.flatMap((step) =>
      effectsOf(step).flatMap((effect) => (effect.kind === 'packages' ? (effect.names ?? []) : [])),
    );
  }

  private config(): (NginxConfig & { path: string }) | NoPlan {
    const configs = this.files.filter(({ path }) => path.startsWith('/etc/nginx/'));
    const [config] = configs;
    const other = configs.find(({ path }) => !/^\/etc\/nginx\/conf\.d\/[\w.-]+\.conf$/.test(path));
    if (other)
      return { reason: 'no-base', detail: `the images of nginx do not read ${other.path}` };
    if (!config || configs.length > 1) {
      return {
        reason: 'context',
        detail: 'the configuration of nginx is not in one file of conf.d',
      };
    }
    const text = valueOf(this.subject.context.readText(config.source));
    if (text === undefined) return { reason: 'context', detail: `${config.source} cannot be read` };
    const read = readNginxConfig(text);
    if (read.trouble !== undefined) return { reason: 'no-base', detail: read.trouble };
    if (config.path !== '/etc/nginx/conf.d/default.conf' && read.ports.includes(80)) {
      return {
        reason: 'no-base',
        detail: 'the images of nginx have a server for port 80 themselves',
      };
    }
    if (read.ports.includes(80) && !this.removesDefault()) {
      return { reason: 'no-base', detail: "Debian's default site answers on port 80 as well" };
    }
    return { ...read, path: config.path };
  }

  private removesDefault(): boolean {
    return this.subject.steps.some((step) =>
      effectsOf(step).some(
        (effect) =>
          effect.kind === 'removes' &&
          effect.paths.some((path) => isInside('/etc/nginx/sites-enabled/default', path)),
      ),
    );
  }

  /** The directories that the configuration names, and the steps that fill them. */
  private roots(paths: readonly string[], build: NodeBuild): Shipment[] | NoPlan {
    const ships: Shipment[] = [];
    for (const path of new Set(paths)) {
      const root = path.replace(/\/$/, '');
      if (!root.startsWith('/') || (isSystemDirectory(root) && root !== '/var/www')) {
        return { reason: 'output', detail: `nginx serves ${path}` };
      }
      const fills = this.subject.steps.filter((step) => fillsDirectory(step, root));
      for (const step of fills) build.accounted.add(step);
      if (fills.length === 0 && !this.isMade(root, build)) {
        return { reason: 'output', detail: `no step is seen to make ${path}` };
      }
      ships.push({ from: root, made: true });
    }
    return ships.length > 0
      ? ships
      : { reason: 'output', detail: 'its configuration names no root' };
  }
}

/** `cp -r dist/* /usr/share/nginx/html/`. */
function fillsDirectory(step: Step, directory: string): boolean {
  if (step.program !== 'cp' && step.program !== 'mv') return false;
  const target = pathFrom(step.directory, step.words.at(-1)?.replace(/(.)\/\.?$/, '$1'));
  return target !== undefined && (isInside(target, directory) || isInside(directory, target));
}
