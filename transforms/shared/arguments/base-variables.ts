import type { Stage } from '../../../src/kit.ts';

/**
 * Which variables the configuration of an image may set, over all its versions: what its Dockerfile
 * has now, and whatever begins with the name of its language. PATH is set in every image. Read
 * 2026-11-26 in the Dockerfiles of https://github.com/docker-library (python, php, ruby, golang,
 * openjdk, buildpack-deps), https://github.com/nodejs/docker-node,
 * https://github.com/nginx/docker-nginx, https://github.com/adoptium/containers and
 * https://github.com/rust-lang/docker-rust; the images of distributions are made of a root file
 * system alone.
 */
const MAY_SET: Readonly<Record<string, RegExp>> = {
  alpine: /^$/,
  busybox: /^$/,
  'buildpack-deps': /^$/,
  debian: /^$/,
  ubuntu: /^LANG$/,
  'eclipse-temurin': /^(?:JAVA_|LANG|LC_ALL$)/,
  golang: /^(?:GO|CGO_|GIT_)/,
  nginx: /^(?:NGINX_|NJS_|PKG_|DYNPKG_|ACME_|OTEL_)/,
  node: /^(?:NODE_|NPM_|YARN_)/,
  openjdk: /^(?:JAVA_|LANG$|LC_ALL$|CA_CERTIFICATES_)/,
  php: /^(?:PHP|APACHE_|GPG_|TEST_)/,
  python: /^(?:PYTHON|GPG_KEY$|LANG$|LC_ALL$|TCLTK_|PYPY_)/,
  ruby: /^(?:RUBY|GEM_|BUNDLE|BUNDLER_|LANG$)/,
  rust: /^(?:RUST|CARGO_)/,
};

/** Is it known that the image at the bottom of a stage sets no such variable? */
export function baseLacks(stage: Stage, name: string): boolean {
  if (name === 'PATH') return false;
  const { base } = stage.lineage[0]!;
  if (base.kind === 'scratch') return true;
  if (base.kind !== 'image' || !base.facts.known || base.facts.value.onbuild) return false;
  const mayBe = MAY_SET[base.facts.value.repository];
  return mayBe !== undefined && !mayBe.test(name);
}
