import { packageRole } from '../../runtime-packages.ts';
import { developmentPackages, managerOf, stemOf, type Installed } from '../links.ts';
import type { Subject } from '../types.ts';
import type { CargoBuild, CargoProject } from './cargo-project.ts';
import { reachable, type Dependency, type Locked } from './cargo.ts';
import { BRINGING, isBundled, isPlain, LINKING, NEEDS_CERTIFICATES } from './cargo-crates.ts';

/** What a program of cargo needs of the system when it runs. */
export interface CargoLinks {
  /** Run-time packages of the libraries that it links to. */
  readonly packages: readonly string[];
  readonly obstacles: readonly string[];
  readonly assumptions: readonly string[];
  /** It may look for the certificates of the system. */
  readonly certificates: boolean;
  /** All of its crates are known. */
  readonly isKnown: boolean;
}

/** From Cargo.lock, else from Cargo.toml, and from what there is to link to. */
export function linksOf(
  subject: Subject,
  project: CargoProject,
  build: CargoBuild | undefined,
): CargoLinks {
  const installed = developmentPackages(subject);
  const lock = project.lock();
  const dependencies = project.dependencies(build);
  const found = lock
    ? fromLock(
        project.isKnown
          ? reachable(
              lock,
              dependencies.map(({ name }) => name),
            )
          : lock,
        installed,
      )
    : fromManifests(project, dependencies, installed);
  const packages = found.crates.flatMap((name) => {
    const own = LINKING[name]?.packages;
    return own ? [managerOf(subject) === 'apk' ? own.apk : own.apt] : [];
  });
  const obstacles: string[] = [];
  for (const name of found.dev) {
    const role = packageRole(managerOf(subject), name, subject.base.release);
    if (role.role === 'library') packages.push(...role.runtime);
    else obstacles.push(`which run-time libraries ${name} stands for is not known`);
  }
  return {
    packages: [...new Set(packages)],
    obstacles,
    assumptions: found.assumptions,
    certificates: found.certificates,
    isKnown: lock !== undefined || found.assumptions.length === 0,
  };
}

interface Found {
  /** Development packages whose libraries the program links to. */
  readonly dev: readonly string[];
  /** Crates of `LINKING` that it has. */
  readonly crates: readonly string[];
  readonly assumptions: readonly string[];
  readonly certificates: boolean;
}

function fromLock(lock: readonly Locked[], { names, isKnown }: Installed): Found {
  const linkable = names.filter(isLinked);
  const crates = new Set(lock.map(({ name }) => name));
  const dev = new Set<string>();
  const assumptions: string[] = [];
  for (const { name, dependencies } of lock) {
    const linking = LINKING[name];
    if (linking) {
      const own = name === 'libsqlite3-sys' && dependencies.includes('cc');
      if (own || (linking.unless !== undefined && crates.has(linking.unless))) continue;
      for (const one of names) if (linking.dev?.test(one)) dev.add(one);
    } else if (/[-_]sys$/.test(name) && !isBundled(name) && (linkable.length > 0 || !isKnown)) {
      const same = linkable.filter((one) => stemOf(one) === stemOf(name));
      for (const one of same) dev.add(one);
      if (same.length === 0) assumptions.push(`${name} links to no shared library of the system`);
    }
  }
  const certificates = lock.some(({ name }) => NEEDS_CERTIFICATES.has(name));
  return { dev: [...dev], crates: [...crates], assumptions: assumptions.slice(0, 1), certificates };
}

/** Without Cargo.lock: what the dependencies of Cargo.toml are known to bring. */
function fromManifests(
  project: CargoProject,
  dependencies: readonly Dependency[],
  { names, installed, isKnown }: Installed,
): Found {
  const linkable = names.filter(isLinked);
  const dev = new Set<string>();
  const crates = new Set<string>();
  const unknown: string[] = [];
  const own = new Set(project.names);
  let certificates = !project.isKnown;
  for (const { name, features, defaultFeatures, local } of dependencies) {
    if (local || own.has(name)) continue;
    const brings = BRINGING[name];
    if (!brings) {
      if (!isPlain(name)) unknown.push(name);
      continue;
    }
    const asked = ['*', ...features, ...(defaultFeatures ? ['default'] : [])];
    // A program that asks for a library's own copy gets it.
    if (features.some((feature) => /^(?:bundled|vendored)/.test(feature))) continue;
    for (const crate of asked.flatMap((feature) => brings[feature]?.split(' ') ?? [])) {
      certificates ||= NEEDS_CERTIFICATES.has(crate);
      crates.add(crate);
      for (const one of linkable) if (LINKING[crate]?.dev?.test(one)) dev.add(one);
    }
  }
  // What a RUN installs to link to is linked to.
  for (const one of installed) if (isLinked(one)) dev.add(one);
  const nothing = isKnown && linkable.length === 0;
  if (!project.isKnown) {
    const text =
      'no crate links to another shared library of the build stage (there is no Cargo.lock)';
    return { dev: [...dev], crates: [], assumptions: nothing ? [] : [text], certificates: true };
  }
  const text = `${unknown.slice(0, 3).join(', ')} ${unknown.length > 1 ? 'link' : 'links'} to no shared library of the system (there is no Cargo.lock)`;
  return {
    dev: [...dev],
    crates: [...crates],
    assumptions: unknown.length > 0 && !nothing ? [text] : [],
    certificates: certificates || unknown.length > 0,
  };
}

/** A development package; headers of the C library and of the compiler are for every program. */
const isLinked = (name: string): boolean =>
  /-dev(?:el)?$/.test(name) &&
  !/^(?:libc6|musl|libc|linux-libc|libclang|libclang-\d+|llvm|llvm-\d+|libstdc\+\+)-?(?:\d+-)?dev$/.test(
    name,
  );
