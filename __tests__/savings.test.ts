/** What a clean-up says that it saves: once for each image, and nothing where no table tells. */
import { expect, test } from '@jest/globals';
import { fix, transforms } from '../src/index.ts';

const clean = transforms.filter(({ id }) => id === 'clean-package-caches');

const saved = (text: string): number =>
  fix(text, { transforms: clean }).findings.reduce(
    (sum, { applied, saves }) => sum + (applied ? (saves?.bytes ?? 0) : 0),
    0,
  );

const INSTALL = 'RUN apt-get update && apt-get install -y --no-install-recommends curl\n';

test.each([
  ['Debian', `FROM debian:12\n${INSTALL}`, 19.9],
  ['an image on Debian', `FROM python:3.12-slim-trixie\n${INSTALL}`, 21.7],
  ['Ubuntu', `FROM ubuntu:24.04\n${INSTALL}`, 55.7],
  ['Alpine', 'FROM alpine:3.20\nRUN apk add curl\n', 1.8],
  ['a second RUN with the same lists', `FROM debian:12\n${INSTALL}WORKDIR /a\n${INSTALL}`, 19.9],
  [
    'a stage that is built on',
    `FROM debian:12 AS a\n${INSTALL}FROM a\nWORKDIR /a\n${INSTALL}`,
    19.9,
  ],
  [
    'a stage that does not ship',
    `FROM debian:12 AS a\n${INSTALL}FROM scratch\nCOPY --from=a /b /b\n`,
    0,
  ],
  ['a release that the table has not', `FROM debian:9\n${INSTALL}`, 0],
  ['a base image that is not known', `FROM example.com/base:1\n${INSTALL}`, 0],
  ['a trigger, which runs in other builds', `FROM debian:12\nONBUILD ${INSTALL}`, 0],
  ['caches of which nothing is known', 'FROM node:22\nRUN npm install -g serve\n', 0],
  ['an index that is not kept', 'FROM alpine:3.20\nRUN apk add --no-cache curl\n', 0],
])('%s', (_, text, megabytes) => {
  expect(saved(text)).toBe(Math.round(megabytes * 1e6));
});
