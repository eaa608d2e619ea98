/** The images that a final stage may stand on, by what the build stage stands on. */
import { describe, expect, test } from '@jest/globals';
import { lookUpBaseImage, type BaseImage } from '../src/facts/base-image.ts';
import {
  dotnetBases,
  glibcBases,
  jreBases,
  muslBases,
  nginxBases,
  nodeBases,
  phpBases,
  pythonBases,
  rubyBases,
  staticBases,
  withoutRoot,
  type FinalImage,
} from '../src/facts/final-images.ts';
import { inRanges } from '../src/facts/final-tags.ts';
import { valueOf } from '../src/model/fact.ts';
import { parseImageRef, type ImageRef } from '../src/model/image-ref.ts';

type LookUp = (ref: ImageRef, base: BaseImage) => FinalImage[];

const refs = (images: readonly FinalImage[]): string =>
  images.map(({ ref }) => ref.replace('gcr.io/distroless/', 'distroless/')).join(' ');

function basesOf(text: string, lookUp: LookUp): FinalImage[] {
  const ref = parseImageRef(text)!;
  return lookUp(ref, valueOf(lookUpBaseImage(ref))!);
}

const find = (text: string, lookUp: LookUp, ref: string): FinalImage =>
  basesOf(text, lookUp).find((image) => image.ref === ref)!;

/** What stands behind the arrow are all candidates, the smallest first. */
function table(lookUp: LookUp, rows: Readonly<Record<string, string>>): void {
  test.each(Object.entries(rows))('%s', (text, expected) => {
    expect(refs(basesOf(text, lookUp))).toBe(expected);
  });
}

describe('ranges of versions', () => {
  test.each([
    ['20.2', '20-22.23.2', true],
    ['20', '20.3-20', true],
    ['20.2.9', '20.3-20', false],
    ['22.23.2', '20-22.23.2', true],
    ['22.23.3', '20-22.23.2', false],
    ['22', '20-22.23.2', true],
    ['22.24', '20-22.23.2', false],
    ['3.2', '3.1-3.24', true],
    ['3.24', '3.1-3.3', false],
    ['lts', '1-99', false],
  ])('%s in %s: %s', (version, ranges, expected) => {
    expect(inRanges(version, ranges)).toBe(expected);
  });
});

describe('compiled programs', () => {
  test.each([
    ['bookworm', 'scratch distroless/static-debian13'],
    ['trixie', 'scratch distroless/static-debian13'],
    ['3.19', 'scratch distroless/static-debian13'],
    [undefined, 'scratch distroless/static-debian13'],
  ])('static, built on %s', (release, expected) => {
    expect(refs(staticBases(release))).toBe(expected);
  });

  test.each([
    [
      'bookworm',
      'distroless/base-nossl-debian12 distroless/base-debian12 distroless/cc-debian12 debian:bookworm-slim',
    ],
    ['buster', 'debian:buster-slim'],
    ['jammy', 'ubuntu:22.04'],
    ['9', ''],
    [undefined, ''],
  ])('glibc of %s', (release, expected) => {
    expect(refs(glibcBases(release))).toBe(expected);
  });

  test.each([
    ['3.19', 'alpine:3.19'],
    ['edge', 'alpine:edge'],
    ['3.99', ''],
    ['bookworm', ''],
    [undefined, ''],
  ])('musl of %s', (release, expected) => {
    expect(refs(muslBases(release))).toBe(expected);
  });
});

describe('node', () => {
  table(nodeBases, {
    'node:20':
      'distroless/nodejs20-debian13 distroless/nodejs20-debian12 node:20-alpine node:20-slim',
    'node:24':
      'distroless/nodejs24-debian13 distroless/nodejs24-debian12 node:24-alpine node:24-slim',
    'node:24-trixie': 'distroless/nodejs24-debian13 node:24-alpine node:24-trixie-slim',
    'node:lts-iron':
      'distroless/nodejs20-debian13 distroless/nodejs20-debian12 node:iron-alpine node:iron-slim',
    'node:20.11.1-bookworm': 'node:20.11.1-alpine node:20.11.1-bookworm-slim',
    node: 'node:alpine node:slim',
    'node:lts': 'node:lts-alpine node:lts-slim',
    'docker.io/library/node:18.3':
      'docker.io/library/node:18.3-alpine docker.io/library/node:18.3-slim',
    'node:20.11-slim': 'node:20.11-alpine node:20.11-slim',
    'node:21.4-alpine3.19': 'node:21.4-alpine3.19',
    'node:8': 'node:8-alpine node:8-slim',
    'node:10.13.0-stretch': 'node:10.13.0-alpine',
    'node:4.4': 'node:4.4-slim',
    'node:8-onbuild': '',
    // Not known to exist.
    'node:24.99.0-bookworm': '',
    [`node:20@sha256:${'0'.repeat(64)}`]: '',
  });

  test('what starts', () => {
    expect(find('node:20', nodeBases, 'node:20-slim')).toMatchObject({
      kind: 'slim',
      release: 'bookworm',
      entrypoint: ['docker-entrypoint.sh'],
      program: '/usr/local/bin/node',
      caCertificates: false,
      users: [{ name: 'node', uid: 1000 }],
    });
    expect(find('node:8.4', nodeBases, 'node:8.4-slim').entrypoint).toEqual([]);
    expect(basesOf('node:20', nodeBases)[0]).toMatchObject({
      kind: 'distroless',
      shell: 'none',
      entrypoint: ['/nodejs/bin/node'],
      retired: '2026-05',
    });
  });
});

describe('python, ruby, php', () => {
  table(pythonBases, {
    'python:3.11': 'python:3.11-alpine distroless/python3-debian12 python:3.11-slim',
    'python:3.11-bookworm':
      'python:3.11-alpine distroless/python3-debian12 python:3.11-slim-bookworm',
    'python:3.13-slim': 'python:3.13-alpine distroless/python3-debian13 python:3.13-slim',
    'python:3.11.7': 'python:3.11.7-alpine python:3.11.7-slim',
    'python:3': 'python:3-alpine python:3-slim',
    'python:3.6': 'python:3.6-alpine python:3.6-slim',
    'python:3.12-alpine': 'python:3.12-alpine',
    'python:3.9.0b4': '',
  });
  table(rubyBases, {
    'ruby:3.1': 'ruby:3.1-alpine ruby:3.1-slim',
    'ruby:3.1-bookworm': 'ruby:3.1-alpine ruby:3.1-slim-bookworm',
    'ruby:2.1.2': '',
  });
  table(phpBases, {
    'php:8.2-cli': 'php:8.2-cli-alpine php:8.2-cli',
    'php:8.2-fpm-bookworm': 'php:8.2-fpm-alpine php:8.2-fpm-bookworm',
    'php:8.2-apache': 'php:8.2-apache',
    'php:7.0.3-fpm': 'php:7.0.3-fpm',
  });

  test('what starts', () => {
    expect(find('python:3.11-bookworm', pythonBases, 'python:3.11-slim-bookworm')).toMatchObject({
      cmd: ['python3'],
      env: { LANG: 'C.UTF-8' },
      caCertificates: true,
      timeZones: true,
    });
    expect(basesOf('python:3.11', pythonBases)[1]).toMatchObject({
      release: 'bookworm',
      program: '/usr/bin/python3.11',
    });
    expect(find('python:2.7', pythonBases, 'python:2.7-slim').cmd).toEqual(['python2']);
  });
});

describe('Java', () => {
  const of17 =
    'distroless/java17-debian13 distroless/java17-debian12 eclipse-temurin:17-jre-alpine';
  table(jreBases, {
    'eclipse-temurin:17-jdk': `${of17} eclipse-temurin:17-jre`,
    'eclipse-temurin:17-jdk-jammy': `${of17} eclipse-temurin:17-jre-jammy`,
    'eclipse-temurin:17.0.8_7-jdk-jammy': 'eclipse-temurin:17.0.8_7-jre-jammy',
    'eclipse-temurin:8u382-b05-jdk': 'eclipse-temurin:8u382-b05-jre',
    'eclipse-temurin:17_35-jdk': '',
    'eclipse-temurin:21-jdk-alpine':
      'eclipse-temurin:21-jre-alpine distroless/java21-debian13 distroless/java21-debian12',
    'eclipse-temurin': '',
    'maven:3.9-eclipse-temurin-17': `${of17} eclipse-temurin:17-jre`,
    'maven:3.9.9': '',
    'gradle:8-jdk17-jammy': `${of17} eclipse-temurin:17-jre-jammy`,
    'openjdk:8': 'eclipse-temurin:8-jre-alpine openjdk:8-jre-slim eclipse-temurin:8-jre',
    'openjdk:13': '',
    'amazoncorretto:17': `${of17} eclipse-temurin:17-jre amazoncorretto:17-al2023-headless`,
  });

  test('another vendor is said', () => {
    const changed = (text: string): string[] =>
      basesOf(text, jreBases)
        .filter(({ vendorChanges }) => vendorChanges)
        .map(({ ref }) => ref);
    expect(changed('eclipse-temurin:17')).toEqual([]);
    expect(changed('openjdk:8')).toEqual(['eclipse-temurin:8-jre-alpine', 'eclipse-temurin:8-jre']);
    expect(changed('gradle:6.3.0-jdk11')).not.toEqual([]);
  });

  test('what starts', () => {
    expect(find('maven:3-eclipse-temurin-17', jreBases, 'eclipse-temurin:17-jre')).toMatchObject({
      entrypoint: ['/__cacert_entrypoint.sh'],
      env: { JAVA_HOME: '/opt/java/openjdk' },
      program: '/opt/java/openjdk/bin/java',
    });
    expect(basesOf('eclipse-temurin:17.0.7_7-jdk', jreBases)[0]!.entrypoint).toEqual([]);
  });
});

describe('.NET', () => {
  const aspnet = (text: string): string => text.replaceAll(':', 'mcr.microsoft.com/dotnet/aspnet:');
  table((ref, base) => dotnetBases(ref, base), {
    'mcr.microsoft.com/dotnet/sdk:8.0': aspnet(
      ':8.0-alpine :8.0-noble-chiseled :8.0-alpine-extra :8.0-noble-chiseled-extra :8.0',
    ),
    'mcr.microsoft.com/dotnet/sdk:9.0.100-noble': aspnet(
      ':9.0-alpine :9.0-noble-chiseled :9.0-alpine-extra :9.0-noble-chiseled-extra :9.0-noble',
    ),
    'mcr.microsoft.com/dotnet/sdk:8.0-alpine3.23': aspnet(':8.0-alpine3.23 :8.0-alpine3.23-extra'),
    'mcr.microsoft.com/dotnet/sdk:6.0-focal': aspnet(':6.0-alpine :6.0-focal'),
    'mcr.microsoft.com/dotnet/core/sdk:3.1-buster':
      'mcr.microsoft.com/dotnet/core/aspnet:3.1-alpine mcr.microsoft.com/dotnet/core/aspnet:3.1-buster-slim',
    'mcr.microsoft.com/dotnet/sdk:8.0-bullseye-slim': '',
    'mcr.microsoft.com/dotnet/aspnet:8.0': '',
  });

  test('users, ports, ICU', () => {
    const of = (text: string, family: 'aspnet' | 'runtime' = 'aspnet'): readonly FinalImage[] =>
      basesOf(`mcr.microsoft.com/dotnet/sdk:${text}`, (ref, base) =>
        dotnetBases(ref, base, family),
      );
    expect(of('10.0').find(({ ref }) => ref.endsWith('noble-chiseled'))).toMatchObject({
      kind: 'distroless',
      shell: 'none',
      user: '1654',
      port: 8080,
      env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: 'true' },
      timeZones: false,
    });
    expect(of('6.0', 'runtime').at(-1)).toMatchObject({
      ref: 'mcr.microsoft.com/dotnet/runtime:6.0',
      user: 'root',
      port: 80,
      retired: '2024-11',
    });
  });
});

describe('nginx', () => {
  test.each([
    [
      undefined,
      'nginxinc/nginx-unprivileged:stable-alpine-slim nginx:stable-alpine-slim nginxinc/nginx-unprivileged:stable-alpine nginx:stable-alpine nginxinc/nginx-unprivileged:stable nginx:stable',
    ],
    ['nginx:1.17', 'nginx:1.17-alpine nginx:1.17'],
    ['nginx:1.31.4', 'nginx:1.31.4-alpine-slim nginx:1.31.4-alpine nginx:1.31.4'],
    ['nginx:1.22-perl', ''],
  ])('%s', (text, expected) => {
    const ref = text === undefined ? undefined : parseImageRef(text);
    expect(refs(nginxBases(ref))).toBe(expected);
  });

  test('the unprivileged ones run as another user and listen on another port', () => {
    expect(nginxBases(parseImageRef('nginx:1.22'))).toContainEqual(
      expect.objectContaining({ ref: 'nginxinc/nginx-unprivileged:1.22', user: '101', port: 8080 }),
    );
  });
});

test('a distroless image has a tag for its user, others have none', () => {
  const [scratch, distroless] = staticBases('bookworm');
  expect(withoutRoot(distroless!)).toMatchObject({
    ref: 'gcr.io/distroless/static-debian13:nonroot',
    user: '65532',
    workdir: '/home/nonroot',
  });
  expect(withoutRoot(scratch!)).toBeUndefined();
});
