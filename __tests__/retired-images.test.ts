/** What takes the place of an image is no image past its end itself, and has its tag stated. */
import { describe, expect, test } from '@jest/globals';
import { BASE_IMAGES } from '../src/facts/base-images.ts';
import { tagOfLatest } from '../src/facts/latest-tags.ts';
import { retirementOf } from '../src/facts/retired-images.ts';
import { parseImageRef } from '../src/model/image-ref.ts';

const read = (text: string) => retirementOf(parseImageRef(text)!);

const SUCCESSORS = {
  'openjdk:8': 'eclipse-temurin:8-jdk',
  'openjdk:11-jre-slim': 'eclipse-temurin:11-jre',
  'openjdk:8u181-jre-alpine3.8': 'eclipse-temurin:8-jre-alpine',
  'openjdk:15-slim': 'eclipse-temurin:17-jdk',
  'java:openjdk-8-jre-alpine': 'eclipse-temurin:8-jre-alpine',
  'adoptopenjdk:11-jre-hotspot': 'eclipse-temurin:11-jre',
  'adoptopenjdk/openjdk8:alpine-slim': 'eclipse-temurin:8-jdk-alpine',
  'maven:3-jdk-8-alpine': 'maven:3.9-eclipse-temurin-8-alpine',
  'maven:3.9.9-eclipse-temurin-24-noble': 'maven:3.9-eclipse-temurin-25',
  'node:14.17-buster-slim': 'node:24-bookworm-slim',
  'node:carbon': 'node:24',
  'node:lts-buster': 'node:lts-bookworm',
  'python:3.7-slim-buster': 'python:3.12-slim-bookworm',
  'python:3.12-alpine3.18': 'python:3.12-alpine3.24',
  'ruby:3.1-alpine': 'ruby:3.4-alpine',
  'php:8.0-apache-buster': 'php:8.3-apache-bookworm',
  'golang:1.25.3-bookworm': 'golang:1.27-bookworm',
  'debian:10.3-slim': 'debian:12-slim',
  'debian:jessie-backports': 'debian:bookworm-backports',
  'ubuntu:xenial-20210114': 'ubuntu:noble',
  'alpine:3.21.3': 'alpine:3.24',
  'centos:latest': 'almalinux:8',
  'amazonlinux:2': 'amazonlinux:2023',
  'fedora:29': 'fedora:44',
  'rockylinux:8.5-minimal': 'rockylinux/rockylinux:8-minimal',
  'gcr.io/distroless/base-debian11:nonroot': 'gcr.io/distroless/base-debian13:nonroot',
  'gcr.io/distroless/nodejs20-debian12': 'gcr.io/distroless/nodejs24-debian13',
  'gcr.io/distroless/java11-debian11': 'gcr.io/distroless/java17-debian13',
  'public.ecr.aws/docker/library/node:14': 'public.ecr.aws/docker/library/node:24',
};

describe.each(Object.entries(SUCCESSORS))('%s', (before, after) => {
  test(`becomes ${after}, which is alive`, () => {
    expect(read(before)).toMatchObject({ successor: after, mechanical: true });
    expect(read(after)).toBeUndefined();
  });
});

test.each(['python:2.7', 'php:7.4-fpm', 'ruby:2.7', 'centos:7', 'openjdk:7-jre', 'node:0.10'])(
  '%s needs a person',
  (text) => {
    expect(read(text)).toMatchObject({ mechanical: false });
  },
);

test.each([
  'debian:12',
  'ubuntu:22.04',
  'python:3.11',
  'node:22.3.0',
  'golang:1.26',
  'php:8.2',
  'openjdk:28-ea-slim',
  'eclipse-temurin:17',
  'scratch',
  'example/openjdk:8',
])('%s is not past its end', (text) => {
  expect(read(text)).toBeUndefined();
});

test('what latest stands for is alive, and not latest', () => {
  const names = BASE_IMAGES.flatMap(({ repositories }) => repositories);
  const stated = names.flatMap((name) => {
    const tag = tagOfLatest(parseImageRef(name)!);
    return tag === undefined ? [] : [`${name}:${tag}`];
  });
  expect(stated.length).toBeGreaterThan(30);
  expect(stated.filter((text) => text.endsWith(':latest') || read(text) !== undefined)).toEqual([]);
});
