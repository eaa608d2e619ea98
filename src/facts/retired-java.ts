/** Images of Java that get no updates any more, or whose version of Java is past its end. */
import type { ImageRef } from '../model/image-ref.ts';
import { joined } from './final-image.ts';
import type { Retirement } from './retirement.ts';

/** What a tag says of Java. */
interface Java {
  readonly major: number;
  readonly kind: 'jdk' | 'jre';
  readonly alpine: boolean;
  /** Oracle Linux or UBI, whose packages are of rpm. */
  readonly rpm: boolean;
}

/** Reads `8u342-jre`, `11.0.3-jdk-slim`, `17`, `8-jdk-alpine3.9`; undefined for anything else. */
function javaOf(tag: string): Java | undefined {
  const match = /^(?:openjdk-)?(\d+)(?:u\d+|(?:\.\d+)+)?(?:-(.*))?$/.exec(tag);
  if (!match) return undefined;
  const tokens = match[2]?.split('-') ?? [];
  if (!tokens.every((token) => KNOWN.test(token))) return undefined;
  const major = Number(match[1]);
  const debian = tokens.some((token) =>
    /^(?:slim|jessie|stretch|buster|bullseye|bookworm)$/.test(token),
  );
  return {
    major,
    kind: tokens.includes('jre') ? 'jre' : 'jdk',
    alpine: tokens.some((token) => token.startsWith('alpine')),
    // https://github.com/docker-library/openjdk/blob/master/README.md: since 12 without another name.
    rpm: tokens.some((token) => token.startsWith('oracle')) || (major >= 12 && !debian),
  };
}
const KNOWN =
  /^(?:jdk|jre|slim|alpine(?:\d+\.\d+)?|jessie|stretch|buster|bullseye|bookworm|oracle|oraclelinux\d+|headless|b\d+|hotspot|openj9|bionic|focal|jammy|noble|\d[\d._]*)$/;

/**
 * Versions that get updates for years, those of Temurin:
 * https://adoptium.net/support/, https://github.com/endoflife-date/endoflife.date/blob/master/products/eclipse-temurin.md,
 * read 2026-11-25 (its state of 2026-08-22).
 */
const LONG_TERM = [8, 11, 17, 21, 25];
const nextLongTerm = (major: number): number | undefined =>
  LONG_TERM.find((version) => version >= major);

/** The last days of the others. Source as above. */
const ENDS: Readonly<Record<number, string>> = {
  16: '2021-09-30',
  18: '2022-09-30',
  19: '2023-03-31',
  20: '2023-09-19',
  22: '2024-09-17',
  23: '2025-03-18',
  24: '2025-09-16',
};

function placeOf({ alpine, rpm }: Java): string {
  const place = 'Java lies in /opt/java/openjdk';
  if (alpine) return place;
  return `${place}, and ${rpm ? 'Oracle Linux' : 'Debian'} has become Ubuntu`;
}

/** The reference of Temurin for a version, for all of which there are these variants. */
const temurin = ({ kind, alpine }: Java, major: number, variant?: string): string =>
  `eclipse-temurin:${joined(String(major), kind, variant ?? (alpine ? 'alpine' : ''))}`;

function toTemurin(java: Java | undefined): Pick<Retirement, 'successor' | 'mechanical'> & object {
  const major = java && nextLongTerm(java.major);
  if (!java || major === undefined) {
    return { successor: 'eclipse-temurin', mechanical: false };
  }
  return {
    successor: temurin(java, major),
    ...(java.rpm ? { rpmSuccessor: temurin(java, major, 'ubi10-minimal') } : {}),
    mechanical: java.major >= 8,
  };
}

/** What changes, apart from the vendor. */
function breaksFor(java: Java | undefined): string {
  if (!java) return 'the tag does not say which Java it stands for';
  const major = nextLongTerm(java.major);
  if (java.major < 8) return `Java ${java.major} code may not run on Java 8`;
  return major === java.major
    ? placeOf(java)
    : `Java ${java.major} is Java ${major}, the next with long-term support, and ${placeOf(java)}`;
}

/**
 * The images `openjdk` and `java`: https://hub.docker.com/_/openjdk says since 2022-06-15 that it is
 * deprecated (https://github.com/docker-library/docs/blob/master/openjdk/deprecated.md), and `java`
 * since 2016-08-11. Early-access versions of Java are still made, for people who test them.
 */
export function retiredOpenjdk(ref: ImageRef): Retirement | undefined {
  const tag = ref.tag ?? '';
  if (/windowsservercore|nanoserver/.test(tag) || /^2[6-9]-ea|^2[6-9]$/.test(tag)) return undefined;
  const java = /-ea(?:-|$)/.test(tag) ? undefined : javaOf(tag);
  const isJava = ref.repository === 'java';
  return {
    what: `the image ${ref.repository}`,
    ended: isJava ? '2016-08' : '2022-06',
    ...toTemurin(java && isJava ? { ...java, rpm: false } : java),
    breaks: breaksFor(java),
    source: 'https://github.com/docker-library/docs/blob/master/openjdk/deprecated.md',
  };
}

/**
 * AdoptOpenJDK went over into Eclipse Adoptium: https://github.com/docker-library/docs/pull/2008,
 * 2021-08-13. Its OpenJ9 builds are IBM Semeru now:
 * https://github.com/ibmruntimes/semeru-containers, read 2026-11-25.
 */
export function retiredAdopt(ref: ImageRef): Retirement | undefined {
  const inName = /^adoptopenjdk\/openjdk(\d+)(-openj9)?$/.exec(ref.repository);
  const tag = ref.tag ?? '';
  if (/windows|nanoserver/.test(tag) || (ref.repository !== 'adoptopenjdk' && !inName)) {
    return undefined;
  }
  const java = inName
    ? {
        major: Number(inName[1]),
        kind: tag.includes('jre') ? ('jre' as const) : ('jdk' as const),
        alpine: tag.includes('alpine'),
        rpm: false,
      }
    : javaOf(tag);
  const common = {
    what: `the image ${ref.repository}`,
    ended: '2021-08',
    source: 'https://github.com/docker-library/docs/pull/2008',
  };
  if (java && (tag.includes('openj9') || inName?.[2] !== undefined)) {
    const major = nextLongTerm(java.major);
    return {
      ...common,
      successor: `ibm-semeru-runtimes:open-${major ?? 25}-${java.kind}`,
      mechanical: major !== undefined && java.major >= 8 && !java.alpine,
      breaks: breaksFor(java),
    };
  }
  return { ...common, ...toTemurin(java), breaks: breaksFor(java) };
}

/** Versions of Temurin that have ended. */
export function retiredTemurin(ref: ImageRef): Retirement | undefined {
  const java = javaOf((ref.tag ?? '').replace(/_\d+/, ''));
  const ended = java && ENDS[java.major];
  if (!java || ended === undefined) return undefined;
  return {
    what: `Java ${java.major}`,
    ended,
    ...toTemurin({ ...java, rpm: false }),
    breaks: `Java is version ${nextLongTerm(java.major)}, the next with long-term support`,
    source:
      'https://github.com/endoflife-date/endoflife.date/blob/master/products/eclipse-temurin.md',
  };
}

/**
 * The variants of Maven on openjdk and AdoptOpenJDK, and those on versions of Temurin that have
 * ended. The first left https://github.com/docker-library/official-images/blob/master/library/maven
 * in 2021-10 and 2022-09; `3.9-eclipse-temurin-MAJOR` with `-alpine` stands there for each version
 * with long-term support, read 2026-11-25.
 */
export function retiredMaven(ref: ImageRef): Retirement | undefined {
  const match =
    /^3(?:[.\d]*)-(openjdk|jdk|adoptopenjdk|eclipse-temurin)-(\d+)(?:-(?:slim|openj9|noble|jammy|focal|(alpine)))?$/.exec(
      ref.tag ?? '',
    );
  if (!match || ref.repository !== 'maven') return undefined;
  const [, vendor = '', number = '', alpine] = match;
  const major = nextLongTerm(Number(number));
  const isTemurin = vendor === 'eclipse-temurin';
  const ended = isTemurin
    ? ENDS[Number(number)]
    : vendor === 'adoptopenjdk'
      ? '2021-10'
      : '2022-09';
  if (ended === undefined || major === undefined) return undefined;
  const java = { major: Number(number), kind: 'jdk', alpine: false, rpm: false } as const;
  return {
    what: isTemurin
      ? `Java ${number}`
      : `the image of Maven with ${vendor === 'jdk' ? 'openjdk' : vendor}`,
    ended,
    successor: `maven:${joined('3.9-eclipse-temurin', String(major), alpine)}`,
    mechanical: java.major >= 8,
    breaks: isTemurin
      ? `Java is version ${major}, the next with long-term support`
      : `Maven has newer default plugins, and ${breaksFor(java)}`,
    source: 'https://github.com/docker-library/official-images/blob/master/library/maven',
  };
}
