/** Final bases for Java programs. */
import type { ImageRef } from '../model/image-ref.ts';
import type { BaseImage } from './base-image.ts';
import {
  bySize,
  distroless,
  distrolessFor,
  joined,
  loose,
  tabled,
  writtenName,
  type Details,
  type FinalImage,
} from './final-image.ts';
import {
  CORRETTO_HEADLESS,
  inRanges,
  OPENJDK_JRE_SLIM,
  SEMERU_JRE,
  TEMURIN_FULL,
  TEMURIN_JRE,
  TEMURIN_WITH_ENTRYPOINT,
} from './final-tags.ts';

/** What a JDK image is, or what a build tool's image has. */
interface Jdk {
  readonly vendor: 'temurin' | 'corretto' | 'openjdk' | 'semeru' | 'other';
  /** Just the major version is written. */
  readonly major: string;
  /** The variant as it is written: `jammy`, `alpine`, `alpine-3.20`, `ubi9-minimal`; or empty. */
  readonly variant: string;
}

/** Undefined where the tag does not say the major version of Java, and for all but JDKs. */
function jdkOf(ref: ImageRef): Jdk | undefined {
  const tag = ref.tag ?? '';
  switch (ref.repository) {
    case 'eclipse-temurin':
      return jdk('temurin', /^(\d+)(?:-jdk)?(?:-(?!jre)(.+))?$/.exec(tag));
    case 'amazoncorretto':
      return jdk(
        'corretto',
        /^(\d+)(?:-(?!jre|.*headless|.*jre)(.+?))??(?:-jdk|-full)?$/.exec(tag),
      );
    case 'openjdk':
      return jdk('openjdk', /^(\d+)(?:-jdk)?(?:-(?!jre)(.+))?$/.exec(tag));
    case 'java':
      return jdk('other', /^(?:openjdk-)?(\d+)(?:-jdk)?(?:-(?!jre)(.+))?$/.exec(tag));
    case 'ibm-semeru-runtimes':
      return jdk('semeru', /^open-(\d+)(?:-jdk)?(?:-(?!jre)(.+))?$/.exec(tag));
    case 'maven':
      return mavenJdk(tag);
    case 'gradle':
      return gradleJdk(tag);
    default:
      return undefined;
  }
}

function jdk(vendor: Jdk['vendor'], match: RegExpExecArray | null): Jdk | undefined {
  return match ? { vendor, major: match[1]!, variant: match[2] ?? '' } : undefined;
}

const MAVEN_VENDORS: Readonly<Record<string, Jdk['vendor']>> = {
  'eclipse-temurin': 'temurin',
  amazoncorretto: 'corretto',
  openjdk: 'openjdk',
  jdk: 'openjdk',
  'ibm-semeru': 'semeru',
  sapmachine: 'other',
  adoptopenjdk: 'other',
  ibmjava: 'other',
};

/** `3.9-eclipse-temurin-17-alpine`, `3-jdk-8-slim`. */
function mavenJdk(tag: string): Jdk | undefined {
  const match = new RegExp(
    `(?:^|-)(${Object.keys(MAVEN_VENDORS).join('|')})-(\\d+)(?:-(.+))?$`,
  ).exec(tag);
  const vendor = MAVEN_VENDORS[match?.[1] ?? ''];
  return match && vendor ? { vendor, major: match[2]!, variant: match[3] ?? '' } : undefined;
}

/** `8-jdk17-jammy`: the JDK of eclipse-temurin where no other one is named, before that AdoptOpenJDK. */
function gradleJdk(tag: string): Jdk | undefined {
  const match = /(?:^|-)jdk(\d+)(?:-(.+))?$/.exec(tag);
  if (!match) return undefined;
  const [, major, variant = ''] = match;
  if (/(?:^|-)graal/.test(variant)) return { vendor: 'other', major: major!, variant: '' };
  if (variant.startsWith('corretto')) {
    return { vendor: 'corretto', major: major!, variant: variant.replace(/^corretto-?/, '') };
  }
  const version = /^\d+(?:\.\d+)*/.exec(tag)?.[0];
  const isTemurin = version === undefined || inRanges(version, GRADLE_WITH_TEMURIN);
  return { vendor: isTemurin ? 'temurin' : 'other', major: major!, variant };
}
/** From the commits that the list of its tags names in https://github.com/keeganwitt/docker-gradle, read 2026-11-25. */
const GRADLE_WITH_TEMURIN = '6.9.2-6 7.2-99';

const isListed = (table: Readonly<Record<string, string>>, key: string, major: string): boolean =>
  (table[key] ?? '').split(' ').includes(major);

/**
 * Final bases for Java programs, from the image of a JDK, Maven or Gradle: JREs of the same vendor
 * and version, and of Temurin (`vendorChanges`) for other vendors. Of the same release where the
 * tag names one. A JDK of a full version has only the JRE of the same one.
 */
export function jreBases(ref: ImageRef, base: BaseImage): FinalImage[] {
  if (ref.digest !== undefined) return [];
  const found = jdkOf(ref);
  if (!found) return bySize([temurinFull(ref)]);
  return bySize([
    ...(found.vendor === 'corretto' ? correttoJre(found, base) : []),
    ...(found.vendor === 'openjdk' ? openjdkJre(found, base) : []),
    ...(found.vendor === 'semeru' ? semeruJre(found) : []),
    ...temurinJre(found, base),
    ...distrolessJava(found, base),
  ]);
}

/**
 * https://github.com/adoptium/containers: 17/jre; sizes of 17 from
 * https://github.com/docker-library/repo-info/tree/master/repos/eclipse-temurin/local. `version` is
 * as in `TEMURIN_FULL`. Read 2026-11-25.
 */
const temurinDetails = (isAlpine: boolean, version: string): Details => ({
  sizeMB: isAlpine ? 184 : 264,
  caCertificates: true,
  timeZones: true,
  env: {
    JAVA_HOME: '/opt/java/openjdk',
    LANG: 'en_US.UTF-8',
    LANGUAGE: 'en_US:en',
    LC_ALL: 'en_US.UTF-8',
  },
  entrypoint: inRanges(version, TEMURIN_WITH_ENTRYPOINT) ? ['/__cacert_entrypoint.sh'] : [],
  program: '/opt/java/openjdk/bin/java',
});

const ON_UBUNTU = /^(?:|focal|jammy|noble|resolute)$/;

/**
 * https://github.com/adoptium/containers/blob/main/17/jre/ubuntu/noble/Dockerfile, which has them
 * "for historical reasons"; read 2026-11-27.
 */
const OF_UBUNTU = ['curl', 'wget'];

function temurinJre({ vendor, major, variant }: Jdk, base: BaseImage): (FinalImage | undefined)[] {
  const changes = vendor === 'temurin' ? {} : { vendorChanges: true };
  const named = vendor === 'temurin' ? variant.replace(/^ubi(\d+)$/, 'ubi$1-minimal') : '';
  const alpine = named.startsWith('alpine') ? named : 'alpine';
  const other = base.libc === 'musl' || named.startsWith('alpine') ? undefined : named;
  return [alpine, other].map((name) => {
    if (name === undefined || !isListed(TEMURIN_JRE, name, major)) return undefined;
    const ref = `eclipse-temurin:${joined(major, 'jre', name)}`;
    const details = temurinDetails(name.startsWith('alpine'), major);
    return loose(ref, {
      ...details,
      ...changes,
      ...(ON_UBUNTU.test(name) && { tools: OF_UBUNTU }),
    });
  });
}

/** For `eclipse-temurin:17.0.8_7-jdk-jammy`, and a JRE image itself. */
function temurinFull(ref: ImageRef): FinalImage | undefined {
  const match = /^(\d[\d.u]*(?:[_-]b?\d+(?:\.\d+)?)?)-(jdk|jre)(-.+)?$/.exec(ref.tag ?? '');
  if (ref.repository !== 'eclipse-temurin' || !match) return undefined;
  const [, version = '', kind, variant = ''] = match;
  const number = isVersionOfJava(version) ? version : temurinNumber(version);
  const details = temurinDetails(variant.startsWith('-alpine'), number);
  if (kind === 'jre') return loose(ref.text, details);
  const exists = inRanges(number, TEMURIN_FULL);
  return exists ? loose(`${writtenName(ref)}:${version}-jre${variant}`, details) : undefined;
}

const isVersionOfJava = (text: string): boolean => /^\d+$/.test(text);

/** Ready for `inRanges`. */
function temurinNumber(version: string): string {
  const [name = '', build = ''] = version.replace('u', '.').split(/_|-b/);
  return `${name.includes('.') ? name : `${name}.0.0`}.${build.replace(/\..*/, '')}`;
}

/**
 * https://github.com/corretto/corretto-docker: 17/headless; size from
 * https://github.com/docker-library/repo-info/tree/master/repos/amazoncorretto/local. Whether it
 * has time zones was not found. Read 2026-11-25.
 */
function correttoJre({ major, variant }: Jdk, base: BaseImage): (FinalImage | undefined)[] {
  const name = variant === 'al2' ? 'al2-native' : 'al2023';
  const isKnown = /^(?:|al2|al2023)$/.test(variant) && isListed(CORRETTO_HEADLESS, name, major);
  if (!isKnown || base.libc === 'musl') return [];
  const home = `/usr/lib/jvm/java-${major}-amazon-corretto`;
  return [
    tabled(`amazoncorretto:${major}-${name}-headless`, {
      sizeMB: 377,
      caCertificates: name === 'al2023',
      env: { LANG: 'C.UTF-8', JAVA_HOME: home },
      cmd: ['/bin/bash'],
      program: `${home}/bin/java`,
    }),
  ];
}

/**
 * https://github.com/docker-library/openjdk: 11/jre/slim-bullseye before its commit f9cf6059; the
 * sizes are those of debian:bullseye-slim and a JRE. Read 2026-11-25.
 */
function openjdkJre({ major, variant }: Jdk, base: BaseImage): (FinalImage | undefined)[] {
  const release = variant.replace(/^slim-?/, '');
  if (!isListed(OPENJDK_JRE_SLIM, release, major)) return [];
  const home = `/usr/local/openjdk-${major}`;
  const image = tabled(`openjdk:${joined(major, 'jre-slim', release)}`, {
    sizeMB: 220,
    caCertificates: true,
    env: { LANG: 'C.UTF-8', JAVA_HOME: home },
    program: `${home}/bin/java`,
    retired: '2022-08',
  });
  return [image?.release === base.release ? image : undefined];
}

/** https://github.com/ibmruntimes/semeru-containers: 17/jre/ubuntu/jammy, read 2026-11-25; the size is that of Temurin. */
function semeruJre({ major, variant }: Jdk): (FinalImage | undefined)[] {
  if (!isListed(SEMERU_JRE, variant, major)) return [];
  const ref = `ibm-semeru-runtimes:${joined('open', major, 'jre', variant)}`;
  return [loose(ref, { ...temurinDetails(false, major), entrypoint: [] })];
}

/** The Java of the images for Debian 12 and later is Temurin, for Debian 11 that of Debian. */
function distrolessJava({ vendor, major }: Jdk, base: BaseImage): (FinalImage | undefined)[] {
  const name = `java${major}`;
  const images =
    base.distribution === 'debian' && base.release !== undefined
      ? distrolessFor(name, base)
      : ['bookworm', 'trixie'].map((release) => distroless(name, release));
  return images.map(
    (image) =>
      image &&
      (vendor === 'temurin' && image.release !== 'bullseye'
        ? image
        : { ...image, vendorChanges: true }),
  );
}

/**
 * Bases for a Java run time that jlink makes of the JDK of `base`: what it links to is there. A JDK
 * for any Linux runs on every release, one of Debian on its own and on later ones.
 */
export function linkedJavaBases(base: BaseImage): FinalImage[] {
  if (base.libc !== 'glibc') return [];
  const images =
    base.distribution === 'debian' && base.release !== undefined
      ? distrolessFor('java-base', base)
      : [distroless('java-base', 'trixie')];
  return bySize(images);
}
