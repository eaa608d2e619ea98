/** What packages of the distributions and of the languages are for at run time. */
import { expect, test } from '@jest/globals';
import { toolsOf, type PackageSource } from '../transforms/shared/dependency-tools.ts';
import { packageRole, type Manager } from '../transforms/shared/runtime-packages.ts';
import {
  APK,
  APT,
  BUILD,
  CONVENIENCE,
  DNF,
  RUNTIME,
  TOOLS,
} from '../transforms/shared/runtime-packages-table.ts';

/** `build`, `tool curl`, `library libpq5`: a role in a line. */
function roleOf(manager: Manager, name: string, release?: string): string {
  const found = packageRole(manager, name, release);
  if (found.role === 'library') return ['library', ...found.runtime].join(' ');
  if (found.role === 'tool') return ['tool', ...found.programs].join(' ');
  return found.role;
}

test.each<[manager: Manager, name: string, release: string | undefined, role: string]>([
  ['apt', 'build-essential', undefined, 'build'],
  ['apt', 'gcc-12', 'bookworm', 'build'],
  ['apt', 'libstdc++-12-dev', 'bookworm', 'build'],
  ['apt', 'linux-headers-amd64', 'bookworm', 'build'],
  ['apt', 'vim', undefined, 'convenience'],
  ['apt', 'curl=7.88.1-10', undefined, 'tool curl'],
  ['apt', 'ffmpeg', 'bookworm', 'tool ffmpeg ffprobe ffplay'],
  ['apt', 'netcat-openbsd', undefined, 'tool nc netcat'],
  ['apt', 'python3.11', 'bookworm', 'tool python3.11 python python3'],
  ['apt', 'ca-certificates', undefined, 'runtime'],
  ['apt', 'libgomp1', 'bookworm', 'runtime'],
  ['apt', 'fonts-dejavu-core', 'bookworm', 'runtime'],
  ['apt', 'python3-numpy', 'bookworm', 'runtime'],
  ['apt', 'php8.2-mysql', 'bookworm', 'runtime'],
  ['apt', 'libpq-dev', 'bullseye', 'library libpq5'],
  ['apt', 'libpq-dev:amd64', 'noble', 'library libpq5'],
  ['apt', 'libssl-dev', 'bullseye', 'library libssl1.1'],
  ['apt', 'libssl-dev', 'bookworm', 'library libssl3'],
  ['apt', 'libssl-dev', 'trixie', 'library libssl3t64'],
  ['apt', 'libssl-dev', 'focal', 'library libssl1.1'],
  ['apt', 'libicu-dev', 'jammy', 'library libicu70'],
  ['apt', 'libicu-dev', 'buster', 'unknown'],
  ['apt', 'libicu-dev', undefined, 'unknown'],
  ['apt', 'libeigen3-dev', undefined, 'library'],
  ['apt', 'libsomething-dev', 'bookworm', 'unknown'],
  ['apt', 'default-libmysqlclient-dev', 'bookworm', 'library libmariadb3'],
  ['apt', 'default-libmysqlclient-dev', 'jammy', 'library libmysqlclient21'],
  ['apt', 'libjpeg-dev', 'bookworm', 'library libjpeg62-turbo'],
  ['apt', 'gfortran', 'bookworm', 'library libgfortran5'],
  ['apt', 'python3-dev', 'bookworm', 'library python3 libpython3.11'],
  ['apt', 'no-such-package', 'bookworm', 'unknown'],
  ['apk', 'build-base', '3.19', 'build'],
  ['apk', 'postgresql-dev', '3.19', 'library libpq'],
  ['apk', 'openssl-dev', '3.17', 'library libcrypto3 libssl3'],
  ['apk', 'openssl-dev', '3.16', 'library libcrypto1.1 libssl1.1'],
  ['apk', 'openssl-dev', 'edge', 'library libcrypto3 libssl3'],
  ['apk', 'openssl-dev', undefined, 'unknown'],
  ['apk', 'libffi-dev~=3.4', undefined, 'library libffi'],
  ['apk', 'icu-libs', '3.19', 'runtime'],
  ['apk', 'py3-numpy', '3.19', 'runtime'],
  ['apk', 'bash', '3.19', 'tool bash'],
  ['apk', 'curl-doc', '3.19', 'convenience'],
  ['apk', 'py3-numpy-dev', '3.19', 'unknown'],
  ['dnf', '@development-tools', '9', 'build'],
  ['yum', 'gcc-c++', undefined, 'build'],
  ['dnf', 'openssl-devel', undefined, 'library openssl-libs'],
  ['dnf', 'postgresql-devel', undefined, 'unknown'],
])('%s %s in %s', (manager, name, release, role) => {
  expect(roleOf(manager, name, release)).toBe(role);
});

const namesOf = (table: string): string[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(': ')[0]!);

const wordsOf = (list: string): string[] => list.trim().split(/\s+/);

test.each([
  ['apt', namesOf(APT)],
  ['apk', namesOf(APK)],
  ['dnf', namesOf(DNF)],
  ['names', [...[BUILD, CONVENIENCE, RUNTIME].flatMap(wordsOf), ...namesOf(TOOLS)]],
])('each name has one row: %s', (_, names) => {
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('rows of apt have a column for each release, or one for all', () => {
  for (const line of APT.trim().split('\n')) {
    const [, columns] = line.trim().split(': ');
    const parts = columns!.split('; ').map((part) => part.split(' | ').length);
    expect([line, parts.every((count) => count === 1 || count === 3), parts.length <= 2]).toEqual([
      line,
      true,
      true,
    ]);
  }
});

/** `$ffmpeg`, `libpq5` for bookworm, `libpq` for Alpine 3.19, and the marks. */
function wantsOf(source: PackageSource, name: string): string | undefined {
  const tools = toolsOf(source, name);
  if (!tools) return undefined;
  return [
    ...(tools.programs ?? []).map((program) => `$${program}`),
    ...(tools.debian ? (tools.debian('bookworm') ?? ['?']) : []),
    ...(tools.alpine ? ['/', ...(tools.alpine('3.19') ?? ['?'])] : []),
    ...(tools.cgo ? ['cgo'] : []),
    ...(tools.native ? ['native'] : []),
    ...(tools.prebuilt ? [tools.prebuilt] : []),
  ].join(' ');
}

test.each<[source: PackageSource, name: string, wants: string | undefined]>([
  ['npm', 'fluent-ffmpeg', '$ffmpeg $ffprobe'],
  ['npm', 'sharp', 'native both'],
  ['npm', 'node-pty', 'native'],
  ['npm', 'puppeteer', '? / ? native glibc'],
  ['npm', 'bcryptjs', ''],
  ['npm', 'express', undefined],
  ['pypi', 'GitPython', '$git'],
  ['pypi', 'psycopg2', 'libpq5 / libpq native'],
  ['pypi', 'psycopg2_binary', 'native both'],
  ['pypi', 'opencv-python', 'libgl1 libglib2.0-0 / mesa-gl mesa-egl mesa-gles glib native glibc'],
  ['pypi', 'lightgbm', 'libgomp1 / libgomp native glibc'],
  ['pypi', 'python-magic', 'libmagic1 / libmagic'],
  ['gem', 'mysql2', 'libmariadb3 / mariadb-connector-c native'],
  ['gem', 'execjs', '$node $nodejs $bun $deno'],
  ['go', 'github.com/mattn/go-sqlite3', 'cgo'],
  ['go', 'github.com/confluentinc/confluent-kafka-go/v2', 'cgo'],
  ['go', 'github.com/pebbe/zmq4', 'libzmq5 / libzmq cgo'],
  ['cargo', 'openssl-sys', 'libssl3 / libcrypto3 libssl3 native'],
  ['cargo', 'ring', 'native'],
])('%s %s', (source, name, wants) => {
  expect(wantsOf(source, name)).toBe(wants);
});

test('of a release that is not known, neither are its packages', () => {
  expect(toolsOf('cargo', 'openssl-sys')?.debian?.(undefined)).toBeUndefined();
});
