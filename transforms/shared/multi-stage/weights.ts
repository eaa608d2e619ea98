import type { BaseImage } from '../../../src/kit.ts';

/**
 * About how many MB packages take with all that they bring along, beside their run-time libraries
 * and a compiler: from `apt-get install --no-install-recommends` on Debian 12, 2026-11-25. Other
 * releases, Ubuntu and Alpine differ; it is for estimates.
 */
const TABLE = `
  cmake 60 curl 12 default-jdk 590 default-libmysqlclient-dev 15 default-mysql-client 136 git 50
  gnupg 19 graphviz 76 imagemagick 96 libc-client-dev 15 libclang-dev 560 libcurl4-openssl-dev 10
  libevent-dev 8 libfreetype6-dev 6 libgd-dev 60 libgirepository1.0-dev 350 libicu-dev 50
  libmagickwand-dev 200 libmariadb-dev 15 libpq-dev 13 librabbitmq-dev 15 librdkafka-dev 10
  libsqlite3-dev 5 libssl-dev 12 libvips-dev 400 libxml2-dev 53 libxslt-dev 56 libxslt1-dev 56
  mercurial 50 nodejs 55 npm 236 openssh-client 15 postgresql-client 68 python3 23 python3-dev 60
  python3-pip 48 rsync 7 ruby-dev 20 software-properties-common 100 subversion 21 supervisor 36
  vim 41 yarn 35
`;

/** Compilers, each of which brings most of the others. */
const COMPILERS: Readonly<Record<string, number>> = {
  'build-base': 200,
  'build-essential': 293,
  clang: 400,
  'g++': 260,
  gcc: 170,
  make: 2,
  autoconf: 40,
};

let weights: ReadonlyMap<string, number> | undefined;

/** About how many MB these packages take together. */
export function weightOf(names: Iterable<string>, base: BaseImage): number {
  weights ??= new Map(
    [...TABLE.matchAll(/(\S+) (\d+)/g)].map(([, name, mb]) => [name!, Number(mb)] as const),
  );
  let sum = 0;
  let compiler = 0;
  for (const name of new Set(names)) {
    const own = COMPILERS[name];
    if (own === undefined) sum += weights.get(name) ?? 1;
    else compiler = Math.max(compiler, own);
  }
  // It keeps what phpize needs: https://github.com/docker-library/php/blob/master/Dockerfile-linux.template
  const hasCompiler = base.repository === 'php' && base.distribution === 'debian';
  return sum + (hasCompiler ? 0 : compiler);
}

/** Below this many MB, and below this share of the base image, packages are not worth a stage. */
const MIN_MB = 20;
const MIN_SHARE = 0.05;

export const isWorth = (weight: number, base: BaseImage): boolean =>
  weight >= Math.max(MIN_MB, MIN_SHARE * (base.sizeMB ?? 0));
