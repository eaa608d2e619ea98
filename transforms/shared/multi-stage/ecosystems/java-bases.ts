import { glibcBases, jreBases, muslBases, type FinalImage } from '../../../../src/kit.ts';
import { effectsOf } from '../effects.ts';
import type { Subject } from '../types.ts';

/** A base image that has, or gets, a Java run time. */
export interface JavaBase {
  readonly base: FinalImage;
  /** Where `java` lies in it, if that is known. */
  readonly java: readonly string[];
  /** What JAVA_HOME is in it. */
  readonly home: string | undefined;
  /** The run time, where it is a package of the distribution. */
  readonly packages: readonly string[];
  /** It is of another vendor, who builds the same virtual machine. */
  readonly otherVendor: boolean;
}

/** Images that are a JDK, or have one for the build tool that they are made for. */
const JDK_IMAGES =
  /^(?:maven|gradle|openjdk|java|eclipse-temurin|amazoncorretto|ibm-semeru-runtimes|ibmjava|sapmachine|adoptopenjdk(?:\/\w+)?|azul\/zulu-openjdk(?:-\w+)?|bellsoft\/liberica-\w+|clojure|sbtscala\/scala-sbt|hseeberger\/scala-sbt|mozilla\/sbt)$/;

export const isJdkImage = ({ ref }: Subject): boolean =>
  JDK_IMAGES.test(ref.repository) && !/(?:^|-)jre(?:-|\d|$)/.test(ref.tag ?? '');

/** JDK packages of Debian, Ubuntu and Alpine. */
const JDK_PACKAGE = /^(?:openjdk-?(\d+)(?:-jdk)?|default-jdk|java-gcj-compat-dev)(-headless)?$/;

/** The package of the run time that belongs to a JDK package that the file installs. */
export function jrePackage({ steps }: Subject): string | undefined {
  for (const { args, program } of steps) {
    if (!/^(?:apt|apt-get|apk)$/.test(program)) continue;
    for (const arg of args) {
      const name = arg.replace(/[=~<>].*$/, '');
      const match = JDK_PACKAGE.exec(name);
      if (!match) continue;
      if (name.startsWith('default')) return `default-jre${match[2] ?? ''}`;
      if (program === 'apk') return `openjdk${match[1]}-jre${match[2] ?? ''}`;
      return `openjdk-${match[1]}-jre${match[2] ?? ''}`;
    }
  }
  return undefined;
}

/** Packages that the final base does without, or has already. */
export const replacedPackages = ({ steps }: Subject): string[] =>
  steps
    .flatMap((step) => effectsOf(step))
    .flatMap((effect) => (effect.kind === 'packages' ? (effect.names ?? []) : []))
    .map((name) => name.replace(/[=~<>].*$/, ''))
    .filter((name) => REPLACED.test(name));

const REPLACED =
  /^(?:(?:openjdk-?\d+|java-[\d.]+-(?:openjdk|amazon-corretto)|default)(?:-(?:jdk|jre|devel|headless|source))*|temurin-\d+-jdk|maven|gradle|ant|sbt|leiningen|kotlin)$/;

/** Bases in the order in which they are preferred; a text says why there are none. */
export function javaBases(subject: Subject): readonly JavaBase[] | string {
  const { base, ref } = subject;
  const installed = jrePackage(subject);
  if (!isJdkImage(subject) && installed !== undefined) return withPackage(subject, installed);
  const found = jreBases(ref, base).filter((image) => isKept(image, subject));
  if (found.length === 0) {
    return /^(?:maven|gradle)$/.test(ref.repository)
      ? `which Java ${ref.text} has is not known; a tag that names the JDK tells`
      : `no run time of the version of ${ref.text} is known`;
  }
  return ordered(found, subject).map((image) => ({
    base: image,
    java: [image.program ?? '', ...(image.kind === 'distroless' ? ['/usr/bin/java'] : [])],
    home: image.env['JAVA_HOME'],
    packages: [],
    otherVendor: image.vendorChanges === true && VENDORS.test(nameOf(subject)),
  }));
}

const nameOf = ({ ref }: Subject): string => `${ref.repository}:${ref.tag ?? ''}`;

/** Vendors who build OpenJDK with changes of their own. */
const VENDORS = /corretto|zulu|liberica|sapmachine/;

/** Virtual machines that are not HotSpot, or compile with another compiler. */
const OTHER_MACHINES = /semeru|ibmjava|graal|openj9/;

/** Not what gets no updates any more, nor another virtual machine than before. */
function isKept(image: FinalImage, subject: Subject): boolean {
  if (image.kind === 'distroless' && image.retired !== undefined) return false;
  return image.vendorChanges !== true || !OTHER_MACHINES.test(nameOf(subject));
}

/**
 * What is updated before what is not; then the libc that the file builds on; of those the smallest.
 * The sizes of distroless and of Alpine differ by less than those of two versions of Java.
 */
function ordered(images: readonly FinalImage[], { base }: Subject): FinalImage[] {
  const rank = (image: FinalImage): number => {
    const kinds = base.libc === 'musl' ? ['alpine', 'distroless'] : ['distroless', 'alpine'];
    return Number(image.retired !== undefined) * 10 + ((kinds.indexOf(image.kind) + 3) % 3);
  };
  return images.toSorted((a, b) => rank(a) - rank(b));
}

/** The distribution that the file builds on, with the package of its run time. */
function withPackage({ base }: Subject, name: string): readonly JavaBase[] | string {
  const isAlpine = base.libc === 'musl';
  const images = isAlpine ? muslBases(base.release) : glibcBases(base.release);
  const found = images.filter(({ packageManager }) => packageManager === base.packageManager);
  if (found.length === 0) return `no smaller image of the release of ${base.repository} is known`;
  return found.map((image) => ({
    base: image,
    java: ['/usr/bin/java'],
    home: undefined,
    packages: [name],
    otherVendor: false,
  }));
}
