import { valueOf, type FinalImage, type Library } from '../../../src/kit.ts';
import { baseName } from '../prefix.ts';
import { packageRole } from '../runtime-packages.ts';
import type { Aftermath } from './aftermath.ts';
import { Presence } from './presence.ts';
import { OF_NODE } from './repositories.ts';
import { isEverywhere, type Requirements } from './requirements.ts';
import type { Candidate, Plan, Subject } from './types.ts';

/** What of the distribution's packages the final stage needs. */
export interface PackageNeeds {
  /** To install there, in the order in which the file names them. */
  readonly install: readonly string[];
  /** Left in the build stage. */
  readonly left: readonly string[];
  /** Why this base cannot have what is needed. */
  readonly obstacles: readonly string[];
  readonly assumptions: readonly string[];
}

/** Programs and the packages that hold them; the same names for apt and apk unless said. */
const PROGRAM_PACKAGES: Readonly<Record<string, { apt: string; apk: string }>> = {
  curl: { apt: 'curl', apk: 'curl' },
  wget: { apt: 'wget', apk: '' },
  git: { apt: 'git', apk: 'git' },
  nc: { apt: 'netcat-openbsd', apk: '' },
  netcat: { apt: 'netcat-openbsd', apk: 'netcat-openbsd' },
  ps: { apt: 'procps', apk: '' },
  pgrep: { apt: 'procps', apk: '' },
  pkill: { apt: 'procps', apk: '' },
  jq: { apt: 'jq', apk: 'jq' },
  unzip: { apt: 'unzip', apk: '' },
  openssl: { apt: 'openssl', apk: 'openssl' },
  ssh: { apt: 'openssh-client', apk: 'openssh-client' },
  envsubst: { apt: 'gettext-base', apk: 'gettext' },
};

/** The packages that hold the shared libraries which some base images have. */
const LIBRARIES: readonly (readonly [RegExp, Library])[] = [
  [/^(?:libssl(?:1\.[01](?:\.\d)?|3)(?:t64)?|libcrypto3)$/, 'libssl'],
  [/^(?:zlib1g|zlib)$/, 'zlib'],
  [/^libgcc(?:-s1|1)?$/, 'libgcc'],
  [/^libstdc\+\+6?$/, 'libstdc++'],
  [/^libgomp1?$/, 'libgomp'],
  [/^libatomic1?$/, 'libatomic'],
  [/^(?:libzstd1|zstd-libs)$/, 'libzstd'],
];

/** https://packages.debian.org/bookworm/apt and https://packages.debian.org/bookworm/dpkg, read 2026-11-25. */
const OF_APT = /^(?:libstdc\+\+6|libgcc-s1|libgcc1|zlib1g|libcrypt1)$/;

/** Installed in the build stage, and what becomes of each in the final stage on `candidate`. */
export function packageNeeds(
  subject: Subject,
  plan: Plan,
  aftermath: Aftermath,
  requirements: Requirements,
  candidate: Candidate,
): PackageNeeds {
  return new Sorter(subject, plan, requirements, candidate).needs(aftermath);
}

class Sorter {
  private readonly install: string[] = [];
  private readonly left: string[] = [];
  private readonly obstacles: string[] = [];
  private readonly assumptions: string[] = [];
  private readonly subject: Subject;
  private readonly plan: Plan;
  private readonly candidate: Candidate;
  private readonly requirements: Requirements;
  private readonly needed: Set<string>;
  private readonly base: FinalImage;
  /** Libraries are named by release: only the same one has them. */
  private libraries = false;

  constructor(subject: Subject, plan: Plan, requirements: Requirements, candidate: Candidate) {
    this.subject = subject;
    this.plan = plan;
    this.candidate = candidate;
    this.base = candidate.base;
    this.requirements = requirements;
    this.needed = new Set(requirements.programs);
  }

  needs(aftermath: Aftermath): PackageNeeds {
    for (const { step, names } of aftermath.installs) {
      if (names === undefined) {
        this.obstacles.push(
          `line ${step.run.given.line} installs packages that the file does not name`,
        );
        continue;
      }
      for (const name of names) {
        if (isFile(name)) {
          this.obstacles.push(`line ${step.run.given.line} installs a package from a file`);
        } else this.package(name, step.program);
      }
    }
    for (const name of this.candidate.packages ?? []) {
      if (!this.isThere(name)) this.add(name, name.startsWith('lib'));
    }
    if (needsAdduser(this.base, aftermath)) this.add('adduser', false);
    const presence = new Presence(this.subject, this.plan, aftermath, this.candidate, this.install);
    const made = new Set(aftermath.ships.map(({ from }) => from));
    for (const program of this.needed) {
      const isMade = made.has(program) || [...made].some((path) => isOnPath(path, program));
      if (!isMade && !presence.hasProgram(program)) this.program(program);
    }
    this.assumptions.push(...this.requirements.assumptions);
    for (const path of this.requirements.reads) this.reads(path, presence);
    this.check(aftermath);
    return {
      install: this.install,
      left: this.left,
      obstacles: this.obstacles,
      assumptions: this.assumptions,
    };
  }

  private package(given: string, program: string): void {
    const name = given.replace(/[=<>~].*$/, '').replace(/:(?:amd64|arm64|i386|any)$/, '');
    const { base } = this.subject;
    if (this.candidate.replaces?.includes(name)) return;
    if (name.startsWith('$')) {
      this.add(name, true);
      return;
    }
    if (this.isJavaLibrary(name)) {
      this.left.push(name);
      return;
    }
    const role = packageRole(managerOf(program), name, base.release);
    switch (role.role) {
      case 'build':
        this.left.push(name);
        return;
      case 'convenience':
        if (this.needed.has(name)) this.add(given, false);
        else this.left.push(name);
        return;
      case 'library':
        this.left.push(name);
        if (this.candidate.libraries === false) return;
        for (const library of role.runtime) {
          if (!this.isThere(library)) this.add(library, true);
        }
        return;
      case 'tool':
        this.tool(given, name, role.programs);
        return;
      case 'runtime':
        for (const path of ['', '/usr/bin/', '/sbin/', '/bin/']) this.needed.delete(path + name);
        if (this.isThere(name)) this.left.push(name);
        else if (/^lib\w/.test(name) && this.candidate.libraries === false) this.left.push(name);
        else this.add(given, name.startsWith('lib'));
        return;
      default:
        if (/-(?:dev|devel)$/.test(name)) {
          if (this.candidate.libraries === false) this.left.push(name);
          else this.obstacles.push(`which run-time libraries ${name} stands for is not known`);
        } else {
          for (const path of ['', '/usr/bin/', '/usr/sbin/']) this.needed.delete(path + name);
          this.add(given, false);
        }
    }
  }

  /** Does an interpreter run code that the build fetches, and that nobody can read here? */
  private fetchesCode(): boolean {
    if (this.base.program === undefined) return false;
    return this.subject.steps.some(
      ({ program, args }) =>
        (program === 'git' && args.includes('clone')) || program === 'unzip' || program === 'tar',
    );
  }

  /** A jar of the distribution, which build tools find, and nothing that runs names the place of. */
  private isJavaLibrary(name: string): boolean {
    if (!/^lib.+-java$/.test(name)) return false;
    const words = this.subject.start.main.join(' ');
    return (
      !words.includes('/usr/share/') && valueOf(this.plan.mentions('/usr/share/java')) !== true
    );
  }

  /** A program that something at run time may call. */
  private tool(given: string, name: string, programs: readonly string[]): void {
    const called = programs.filter((program) => this.isNeeded(program));
    for (const program of called) this.needed.delete(program);
    if (called.length > 0) {
      this.add(given, false);
      return;
    }
    const mentioned = programs.map((program) => this.plan.mentions(program));
    if (mentioned.some((fact) => valueOf(fact) === true)) {
      this.add(given, false);
    } else if (mentioned.every((fact) => fact.known) && !this.fetchesCode()) {
      this.left.push(name);
    } else if (this.base.packageManager === 'none') {
      this.assumptions.push(`nothing calls ${programs[0] ?? name} when the container runs`);
      this.left.push(name);
    } else this.add(given, false);
  }

  private isNeeded(program: string): boolean {
    return [...this.needed].some(
      (needed) => needed === program || needed === `/usr/bin/${program}`,
    );
  }

  private isThere(name: string): boolean {
    if (name === 'ca-certificates') return this.base.caCertificates;
    if (name === 'tzdata') return this.base.timeZones;
    // The package managers themselves are linked to these.
    if (this.base.packageManager === 'apt' && OF_APT.test(name)) return true;
    const library = LIBRARIES.find(([pattern]) => pattern.test(name))?.[1];
    return library !== undefined && this.base.libraries.includes(library);
  }

  /** A program that no package of the file brings: of the old base image, or of the new one. */
  private program(program: string): void {
    if (program === '$') {
      this.obstacles.push('a program that is called is in a variable');
      return;
    }
    const provided = this.candidate.provides ?? [];
    if (provided.includes(program) || provided.includes(baseName(program))) return;
    if (this.base.tools?.includes(baseName(program)) === true) return;
    if (this.base.shell !== 'none' && isEverywhere(program)) return;
    if (baseName(program) === 'bash' && this.base.hasBash) return;
    if (baseName(program) === 'sh' && this.base.shell !== 'none') return;
    if (this.base.program !== undefined && baseName(this.base.program) === baseName(program))
      return;
    const packages = PROGRAM_PACKAGES[baseName(program)];
    if (packages && this.base.packageManager === 'apk') {
      // Busybox has those without a package of their own.
      if (packages.apk !== '') this.add(packages.apk, false);
      return;
    }
    if (packages && this.base.packageManager === 'apt') {
      this.add(packages.apt, false);
      return;
    }
    this.obstacles.push(`${program} is called, and ${this.base.ref} does not have it`);
  }

  /** A file that a script reads in its own place. */
  private reads(path: string, presence: Presence): void {
    if (/^\/etc\/(?:profile|os-release)$/.test(path)) return;
    if (path === '$') {
      this.assumptions.push('its scripts find what they read with .');
    } else if (!presence.has(path)) {
      this.assumptions.push(`its scripts find ${path} and what it calls`);
    }
  }

  private add(name: string, library: boolean): void {
    if (library) this.libraries = true;
    if (!this.install.includes(name)) this.install.push(name);
  }

  private check({ repository: other, nodeRepository }: Aftermath): void {
    if (this.install.length === 0) return;
    const ofNode = this.install.some((name) => OF_NODE.has(name)) ? nodeRepository : undefined;
    const repository = other ?? ofNode;
    const { base, ref } = this.subject;
    const names = this.install.join(', ');
    if (this.base.packageManager !== base.packageManager) {
      this.obstacles.push(`${this.base.ref} cannot install ${names}`);
    } else if (this.base.distribution !== base.distribution) {
      this.obstacles.push(`${names} may have other names in ${this.base.ref} than in ${ref.text}`);
    } else if (
      this.libraries &&
      (base.release === undefined || this.base.release !== base.release)
    ) {
      this.obstacles.push(
        `${names}: whether ${this.base.ref} has them under these names is not known`,
      );
    } else if (repository) {
      this.obstacles.push(
        `line ${repository.run.given.line} adds a source of packages, which ${names} may come from`,
      );
    }
  }
}

/** A path or an address, and no name of a package. */
const isFile = (name: string): boolean =>
  /^(?:\.{0,2}\/|~\/|\w+:\/\/)|\.(?:deb|rpm|apk)$/.test(name);

/**
 * Since Debian 13 and Ubuntu 24.10 apt does without adduser, and minimal images lack it.
 * https://packages.debian.org/trixie/apt, read 2026-11-25.
 */
const WITHOUT_ADDUSER =
  /^(?:trixie|forky|duke|testing|sid|unstable|oracular|plucky|questing|resolute)$/;

const needsAdduser = (base: FinalImage, { replay }: Aftermath): boolean =>
  base.packageManager === 'apt' &&
  WITHOUT_ADDUSER.test(base.release ?? '') &&
  replay.some(({ program }) => /^(?:adduser|addgroup|deluser|delgroup)$/.test(program));

const isOnPath = (path: string, program: string): boolean =>
  /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(path) && baseName(path) === program;

const managerOf = (program: string): 'apt' | 'apk' | 'dnf' | 'yum' =>
  program === 'apk' || program === 'yum' || program === 'dnf'
    ? program
    : program.includes('dnf')
      ? 'dnf'
      : 'apt';
