import { nodeBases, type FinalImage } from '../../../../src/kit.ts';
import { packageRole } from '../../runtime-packages.ts';
import { effectsOf } from '../effects.ts';
import { healthcheckOf } from '../requirements.ts';
import type { BuildLine, Candidate, Shipment, Subject } from '../types.ts';
import type { NodeApp } from './node-app.ts';
import { nativesOf, type Natives } from './node-natives.ts';
import { productionOf } from './package-json.ts';

/** The images that are built on buildpack-deps, with compilers and much else. */
export const isFull = ({ base }: Subject): boolean =>
  base.distribution === 'debian' && (base.sizeMB ?? 0) > 500;

/** What buildpack-deps brings: https://github.com/docker-library/buildpack-deps, read 2026-11-25. */
const FULL = new Set(
  (
    'git hg svn ssh scp ssh-keygen curl wget gpg convert identify mogrify composite magick python3 ' +
    'python perl make gcc g++ cc unzip zip xz bzip2 file patch ps pgrep pkill top free uptime ' +
    'openssl mysql_config pg_config autoconf automake m4'
  ).split(' '),
);

/** Programs that come with node in its images. */
const WITH_NODE = 'node nodejs npm npx yarn yarnpkg /usr/local/bin/node docker-entrypoint.sh'.split(
  ' ',
);

/** What the packages of an application need, of all its roots. */
export function nativesIn(app: NodeApp): Natives {
  const dev = app.keep !== undefined;
  const all = app.roots
    .filter((root) => app.shipsModules(root) || app.standalone !== undefined)
    .map((root) => {
      const { manifest, named } = root;
      const more = dev ? Object.keys(manifest.devDependencies) : [];
      const direct = [...productionOf(manifest), ...named, ...more];
      return nativesOf(app.lockOf(root), direct, dev, app.subject.base.release);
    });
  return {
    compiled: all.flatMap(({ compiled }) => compiled),
    doubtful: all.flatMap(({ doubtful }) => doubtful),
    heavy: all.map(({ heavy }) => heavy).find((name) => name !== undefined),
    packages: new Map(all.flatMap(({ packages }) => [...packages])),
    programs: all.flatMap(({ programs }) => programs),
    deep: all.flatMap(({ deep }) => deep),
    complete: all.every(({ complete }) => complete),
  };
}

/** Programs that run beside node: those that the image has now. */
export function programsOf(app: NodeApp, natives: Natives): string[] {
  const { base, steps } = app.subject;
  const installed = steps.flatMap((step) =>
    effectsOf(step).flatMap((effect) => (effect.kind === 'packages' ? (effect.names ?? []) : [])),
  );
  const manager = base.packageManager === 'apk' ? 'apk' : 'apt';
  const called = [...app.sources.programs, ...natives.programs];
  return [...new Set([...called, ...natives.deep])].filter((program) => {
    if (/^(?:node|npm|npx|yarn)$/.test(program)) return program !== 'node';
    const isTool = installed.some((name) => {
      const role = packageRole(manager, name, base.release);
      return role.role === 'tool' && role.programs.includes(program);
    });
    if (isTool) return true;
    // Its package is kept by name.
    if (installed.includes(program) || !called.includes(program)) return false;
    return program.startsWith('/') || (isFull(app.subject) && FULL.has(program));
  });
}

/** Every final base, with what speaks against it. */
export function candidatesOf(
  app: NodeApp,
  ships: readonly Shipment[],
  buildLines: readonly BuildLine[],
  natives: Natives,
): Candidate[] {
  const { subject } = app;
  const { base: before } = subject;
  return nodeBases(subject.ref, before)
    .filter((base) => before.libc !== 'musl' || base.libc === 'musl')
    .map((base): Candidate => {
      const bare = base.shell === 'none';
      const obstacles: string[] = [];
      if (bare) obstacles.push(...bareObstacles(app));
      if (before.libc !== base.libc) obstacles.push(...muslObstacles(app, natives));
      else if (base.release !== before.release && natives.compiled.length > 0) {
        obstacles.push(`${natives.compiled[0]} is compiled for ${before.release ?? 'another'}`);
      }
      const packages = libraries(app, natives, obstacles);
      return {
        base,
        ships,
        obstacles,
        assumptions: assumptionsOf(app, base, natives),
        ...started(app, base),
        packages,
        buildLines,
        provides: bare ? [] : WITH_NODE,
      };
    });
}

function bareObstacles({ start, direct, sources, subject }: NodeApp): string[] {
  const found: string[] = [];
  if (!direct) found.push('what it starts needs a shell or a package manager');
  if (sources.readsNpm && start.tasks.some(({ through }) => through.length > 0)) {
    found.push('it reads variables that npm sets');
  }
  if (sources.unnamed !== undefined) {
    found.push(`${sources.unnamed} runs programs that it does not name`);
  }
  const local = sources.programs.find((name) => /^(?:node|npm|npx|yarn|pnpm|sh|bash)$/.test(name));
  if (local !== undefined) found.push(`it runs ${local}`);
  const health = healthcheckOf(subject);
  if (health?.json && /^(?:node|npm|npx)$/.test(health.json[0] ?? '')) {
    found.push('its HEALTHCHECK finds node on the PATH');
  }
  return found;
}

/** Commands that busybox and Debian run in the same way, as scripts use them. */
const ALIKE = new Set(
  (
    '[ : cat cd chmod cp echo env eval exec exit export false mkdir mv node nodejs npm npx printf pwd ' +
    'read return rm set sh shift sleep source test trap true unset wait yarn'
  ).split(' '),
);

function muslObstacles({ sources, start }: NodeApp, natives: Natives): string[] {
  const found: string[] = [];
  const other = start.tasks.find(({ program, local }) => !local && !ALIKE.has(program));
  if (other && other.words[0] !== undefined) found.push(`${other.program} may differ in busybox`);
  if (!natives.complete) {
    found.push('there is no lock file that tells whether a package is compiled');
  }
  const [native] = [...natives.compiled, ...natives.doubtful];
  if (native !== undefined) found.push(`${native} is compiled for glibc`);
  if (sources.unnamed !== undefined || sources.programs.length > 0) {
    found.push('it runs programs of Debian');
  }
  return found;
}

function assumptionsOf(app: NodeApp, base: FinalImage, natives: Natives): string[] {
  const found = [...app.build.assumptions];
  const { unnamed } = app.sources;
  if (!isFull(app.subject)) return found;
  if (base.shell !== 'none' && unnamed !== undefined) {
    found.push(`${base.ref} has the programs that ${unnamed} runs without naming them`);
  }
  const [doubtful] = natives.doubtful;
  if (doubtful !== undefined) found.push(`${doubtful} needs no library that ${base.ref} lacks`);
  return found;
}

/** Packages with the libraries that compiled parts link to: the full image has them already. */
function libraries({ subject }: NodeApp, natives: Natives, obstacles: string[]): string[] {
  if (!isFull(subject)) return [];
  const found: string[] = [];
  for (const [name, packages] of natives.packages) {
    if (packages) found.push(...packages);
    else obstacles.push(`which libraries ${name} needs is not known`);
  }
  return found;
}

/** The start command where the one of the file does not fit the base. */
function started(app: NodeApp, base: FinalImage): Pick<Candidate, 'start' | 'env'> {
  const { direct } = app;
  const bare = base.shell === 'none';
  // pnpm comes with no image.
  if (!direct || (!bare && app.subject.start.main[0] !== 'pnpm')) return {};
  const program = bare ? (base.program ?? base.entrypoint[0] ?? 'node') : 'node';
  const { entrypoint, cmd } = app.subject.start;
  const env = direct.nodeEnv === undefined ? {} : { env: { NODE_ENV: direct.nodeEnv } };
  const own = entrypoint?.json;
  // Arguments of `docker run` still replace CMD alone.
  if (own && cmd?.json && /^(?:.*\/)?node(?:js)?$/.test(own[0] ?? '')) {
    return { start: { entrypoint: [program, ...own.slice(1)] }, ...env };
  }
  if (entrypoint && cmd) return { start: { entrypoint: [program], cmd: direct.args }, ...env };
  if (entrypoint) return { start: { entrypoint: [program, ...direct.args] }, ...env };
  return { start: { cmd: bare ? direct.args : [program, ...direct.args] }, ...env };
}
