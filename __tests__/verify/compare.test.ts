import { describe, expect, test } from '@jest/globals';
import { compare } from '../../src/verify/compare.ts';
import type { Configuration } from '../../src/verify/configuration.ts';
import { declared } from '../../src/verify/declared.ts';
import type { Image } from '../../src/verify/image.ts';

const image = (configuration: Configuration): Image =>
  ({ configuration, packages: new Map(), files: new Map() }) as unknown as Image;

const NODE = { Entrypoint: ['docker-entrypoint.sh'], Cmd: ['node', 'x.js'] };
const DISTROLESS = { Entrypoint: ['/nodejs/bin/node'], Cmd: ['x.js'] };

/** What differs that no finding declares. */
const unexpected = (before: string, after: string, one: Configuration, other: Configuration) =>
  compare(image(one), image(other), declared(before, after, ['suggested']))
    .filter(({ expected }) => !expected)
    .map(({ what }) => what);

describe('the entry point of a base image', () => {
  const before = 'FROM node:20\nCMD ["node", "x.js"]\n';

  test('comes and goes with the base, around a command that the file names', () => {
    const after = 'FROM node:20 AS build\nFROM gcr.io/distroless/nodejs20-debian12\nCMD ["x.js"]\n';
    expect(unexpected(before, after, NODE, DISTROLESS)).toEqual([]);
  });

  test('does not change with the same base', () => {
    const after = 'FROM node:20\nCMD ["x.js"]\n';
    expect(unexpected(before, after, NODE, DISTROLESS)).toEqual(['ENTRYPOINT']);
  });

  test('is what starts, where the file names no command', () => {
    const nginx = { Entrypoint: ['/docker-entrypoint.sh'], Cmd: ['nginx'] };
    expect(unexpected('FROM nginx\n', 'FROM scratch\n', nginx, {})).toEqual(['ENTRYPOINT', 'CMD']);
  });

  test('is not the one that the file sets', () => {
    const own = 'ENTRYPOINT ["a"]\nCMD ["b"]\n';
    const [one, other] = [{ Entrypoint: ['a'], Cmd: ['b'] }, { Cmd: ['b'] }];
    expect(unexpected(`FROM node:20\n${own}`, `FROM node:20-slim\n${own}`, one, other)).toEqual([
      'ENTRYPOINT',
    ]);
  });
});
