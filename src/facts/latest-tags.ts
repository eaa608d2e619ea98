/**
 * The tag that `latest` stands for, in the form that its publisher keeps updating: the major
 * version where minor ones replace each other, major and minor where each is a line of its own.
 * Images are left out whose `latest` has only names that move as it does, or full versions.
 *
 * Read 2026-11-25 off https://github.com/docker-library/official-images/tree/master/library at its
 * commit 37079fb336f5 of 2026-08-21: each tag stands beside `latest` in the list of its image, for
 * all platforms of it. Those of .NET: README.sdk.md and its neighbours in
 * https://github.com/dotnet/dotnet-docker at its state of 2026-08.
 */
import type { ImageRef } from '../model/image-ref.ts';
import { SNAPSHOT } from './base-images.ts';

/** The day as of which the tags below are what `latest` stands for. */
export const LATEST_AS_OF = SNAPSHOT;

const TABLE = `
  adminer 6
  almalinux 10
  alpine 3.24
  amazoncorretto 8
  amazonlinux 2023
  arangodb 3.12
  backdrop 1
  bash 5.3
  buildpack-deps trixie
  busybox 1.38
  caddy 2
  cassandra 5.0
  chronograf 1.11
  clickhouse 26.7
  composer 2
  couchdb 3
  crate 6.4
  dart 3
  debian trixie
  docker 29
  drupal 11
  eclipse-mosquitto 2
  eclipse-temurin 25
  elixir 1.20
  erlang 29
  fedora 44
  flink 2.3
  gcc 16
  geonetwork 4
  ghost 6
  golang 1.27
  gradle 9-jdk25
  groovy 5-jdk21
  haproxy 3.4
  haskell 9.14
  httpd 2.4
  hylang 1
  influxdb 2
  irssi 1
  jetty 12-jdk25
  joomla 6
  jruby 10
  julia 1
  kapacitor 1.8
  kong 3
  krakend 2
  mariadb 12.3
  matomo 5
  maven 3.9
  mcr.microsoft.com/dotnet/aspnet 10.0
  mcr.microsoft.com/dotnet/runtime 10.0
  mcr.microsoft.com/dotnet/runtime-deps 10.0
  mcr.microsoft.com/dotnet/sdk 10.0
  mediawiki 1.46
  memcached 1.6
  monica 4
  mysql 26
  nats 2
  neo4j 2026
  nextcloud 34
  nginx 1.31
  nim 2.2
  node 26
  odoo 19
  perl 5.44
  photon 5.0
  php 8.5
  phpmyadmin 5
  postfixadmin 4
  postgres 18
  pypy 3.11
  python 3.14
  rabbitmq 4
  redis 8
  redmine 7
  registry 3
  rethinkdb 2.4
  rocket.chat 8
  ruby 4.0
  rust 1
  sapmachine 26
  solr 10
  storm 3.0
  swift 6.3
  telegraf 1.39
  tomcat 11.0-jdk25
  tomee 10
  traefik v3
  ubuntu 26.04
  varnish 9
  wordpress 7
  xwiki 18
  zookeeper 3.9
`;

let tags: ReadonlyMap<string, string> | undefined;

/** Undefined for an image that is not in the table. */
export function tagOfLatest(ref: ImageRef): string | undefined {
  tags ??= new Map(
    TABLE.trim()
      .split('\n')
      .map((line) => line.trim().split(' ') as [string, string]),
  );
  return tags.get(officialName(ref.repository));
}

/**
 * Other registries that mirror the official images under the same tags:
 * https://gallery.ecr.aws/docker and https://cloud.google.com/artifact-registry/docs/pull-cached-dockerhub-images,
 * read 2026-11-25.
 */
export const officialName = (repository: string): string =>
  repository.replace(/^(?:public\.ecr\.aws\/docker\/library|mirror\.gcr\.io\/library)\//, '');

/**
 * The publisher gives it no tags with versions: there is none to state.
 * https://github.com/GoogleContainerTools/distroless/blob/main/README.md, read 2026-11-25.
 */
export const hasNoVersions = (ref: ImageRef): boolean =>
  /^(?:gcr\.io\/distroless|cgr\.dev\/chainguard)\//.test(ref.repository);
