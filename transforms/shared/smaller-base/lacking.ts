import { baseName } from '../prefix.ts';
import { packageRole } from '../runtime-packages.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { isOfFullImage } from '../multi-stage/ecosystems/python-code.ts';
import type { Step, Subject } from '../multi-stage/types.ts';
import type { Variant } from './variants.ts';

/**
 * What mercurial and node-gyp bring into the full images that have no Python of their own, and what
 * else only they have. https://github.com/docker-library/buildpack-deps, read 2026-11-26.
 */
const BESIDE_PYTHON = new Set('python python3 pip pip3'.split(' '));
const MORE = new Set(
  'zip gs rsvg-convert magick libtool aclocal automake unzip lzma mariadb'.split(' '),
);

/**
 * What a JDK has in its `bin` and a JRE has not: Java 8 to 21.
 * https://docs.oracle.com/en/java/javase/21/docs/specs/man/, read 2026-11-26.
 */
const OF_JDK = new Set(
  (
    'javac javadoc javap jar jarsigner jcmd jconsole jdb jdeprscan jdeps jhsdb jimage jinfo jlink ' +
    'jmap jmod jpackage jps jshell jstack jstat jstatd serialver objcopy objdump ld as ' +
    'mvn mvnw gradle gradlew ant sbt kotlinc scalac native-image'
  ).split(' '),
);

/** Needs no program of the full image: they only work on the man pages and translations. */
const OF_DOCUMENTS = new Set('man mandb apropos whatis'.split(' '));

const COMPILERS = new Set('gcc g++ cc c++ make cpp ld as ar'.split(' '));

/** What the packages that a stage installs bring. */
export class Installed {
  private readonly names = new Set<string>();
  private readonly programs = new Set<string>();
  private readonly subject: Subject;

  constructor(subject: Subject) {
    this.subject = subject;
    for (const step of subject.steps) this.add(step);
  }

  private add(step: Step): void {
    for (const effect of effectsOf(step)) {
      if (effect.kind !== 'packages') continue;
      for (const given of effect.names ?? []) {
        const name = given.replace(/[=:<>~@/].*$/, '');
        this.names.add(name);
        this.programs.add(name);
        for (const program of programsOf(name, this.subject.base.release))
          this.programs.add(program);
      }
    }
  }

  has(program: string): boolean {
    return this.programs.has(baseName(program));
  }

  get compilers(): boolean {
    return this.programs.has('gcc') || this.programs.has('clang');
  }

  get certificates(): boolean {
    return this.names.has('ca-certificates');
  }

  /** A package, or the development package that brings it along. */
  hasPackage(wanted: string): boolean {
    if (this.names.has(wanted)) return true;
    return [...this.names].some((name) => {
      const role = packageRole('apt', name, this.subject.base.release);
      return role.role === 'library' && role.runtime.includes(wanted);
    });
  }

  get any(): string | undefined {
    return [...this.names][0];
  }
}

function programsOf(name: string, release: string | undefined): readonly string[] {
  if (name === 'build-essential')
    return [...COMPILERS, 'dpkg-buildpackage', 'patch', 'bzip2', 'xz'];
  if (/^g\+\+(?:-\d+)?$/.test(name)) return ['g++', 'c++', 'gcc', 'cc', 'cpp', 'ld', 'as', 'ar'];
  if (/^gcc(?:-\d+)?$/.test(name)) return ['gcc', 'cc', 'cpp', 'ld', 'as', 'ar'];
  if (name === 'python3' || name === 'python3-pip') return ['python3', 'pip3', 'pip'];
  const role = packageRole('apt', name, release);
  return role.role === 'tool' ? role.programs : [];
}

/** Does the image of the file have a program that its smaller variant lacks? */
export function isLost(program: string, { image, lacks }: Variant, { ref }: Subject): boolean {
  const name = baseName(program);
  if (program.includes('/') && !/^\/(?:usr\/)?(?:local\/)?s?bin\//.test(program)) return false;
  if (lacks === 'documents') return OF_DOCUMENTS.has(name);
  if (lacks === 'jdk') {
    // Its JRE is there as a slim image alone: https://github.com/docker-library/openjdk, 2026-11-26.
    const isSlim = image.ref.includes('slim') && !(ref.tag ?? '').includes('slim');
    return OF_JDK.has(name) || (isSlim && isOfFullImage(name));
  }
  if (BESIDE_PYTHON.has(name)) return ref.repository !== 'python' && !name.startsWith('pip');
  // Debian has one of its own beside the ones of procps.
  if (name === 'kill') return false;
  if (name === 'openssl') return !image.caCertificates;
  return isOfFullImage(name) || MORE.has(name);
}
