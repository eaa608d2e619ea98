import { packageRole } from '../../runtime-packages.ts';
import { developmentPackages, managerOf } from '../links.ts';
import type { Subject } from '../types.ts';

/** What programs of C and C++ need of the distribution when they run. */
export interface CLinks {
  /** Run-time packages of the libraries that they link to. */
  readonly packages: readonly string[];
  /** False where all of them are in `packages`; else those of every `-dev` package are needed. */
  readonly libraries: false | undefined;
  readonly obstacles: readonly string[];
  readonly assumptions: readonly string[];
  readonly isCpp: boolean;
}

export interface Linkage {
  /** Names behind `-l`, or as CMake and pkg-config call them; `undefined`: not told. */
  readonly names: readonly (string | undefined)[];
  /** Libraries that the build itself makes. */
  readonly own: ReadonlySet<string>;
  readonly isCpp: boolean;
  readonly flags: readonly string[];
  /** A name that is not known may be a part of the project. */
  readonly lenient: boolean;
}

/** Parts of the C library. https://sourceware.org/glibc/wiki, read 2026-11-25. */
const C_LIBRARY =
  /^(?:c|m|pthread|dl|rt|util|resolv|anl|threads(?:::threads)?|pkgconfig|.*_library_dirs|-?pthread)$/i;

/** Libraries of the compiler, by the package that has them in Debian and in Alpine. */
const OF_COMPILER: Readonly<Record<string, readonly [string, string]>> = {
  'stdc++': ['libstdc++6', 'libstdc++'],
  'supc++': ['libstdc++6', 'libstdc++'],
  'stdc++fs': ['libstdc++6', 'libstdc++'],
  gcc_s: ['libgcc-s1', 'libgcc'],
  gomp: ['libgomp1', 'libgomp'],
  openmp: ['libgomp1', 'libgomp'],
  atomic: ['libatomic1', 'libatomic'],
  quadmath: ['libquadmath0', 'libquadmath'],
  gfortran: ['libgfortran5', 'libgfortran'],
  crypt: ['libcrypt1', ''],
};

/** Names whose development package is called otherwise. */
const OTHERWISE: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:ssl|crypto|openssl|libssl|libcrypto)$/, /^(?:libssl|openssl)-dev$/],
  [/^(?:z|zlib)$/, /^zlib(?:1g)?-dev$/],
  [/^(?:pq|libpq|postgresql)$/, /^(?:libpq|postgresql)-dev$/],
  [/^(?:curl|libcurl)$/, /^(?:libcurl4-\w+|curl)-dev$/],
  [/^(?:sqlite3|libsqlite3|sqlite)$/, /^(?:libsqlite3|sqlite)-dev$/],
  [/^(?:n?curses\w*|tinfo|panel\w*|form\w*|menu\w*)$/, /^(?:lib)?ncursesw?5?-dev$/],
  [/^(?:mysqlclient(?:_r)?|mariadb(?:client)?|mysql|libmariadb)$/, /(?:mysqlclient|mariadb)/],
  [/^(?:event\w*|libevent\w*)$/, /^libevent-dev$/],
  [/^(?:glib|gobject|gio|gmodule|gthread)-?2\.?0?$/, /^(?:libglib2\.0|glib)-dev$/],
  [/^(?:jpeg|png\d*|webp|tiff|gif)$/, /^lib(?:jpeg|png|webp|tiff|gif)/],
  [/^(?:gssapi_krb5|krb5|k5crypto|com_err)$/, /^(?:libkrb5|krb5)-dev$/],
  [/^(?:lzma|liblzma)$/, /^(?:liblzma|xz)-dev$/],
  [/^bz2$/, /^(?:libbz2|bzip2)-dev$/],
  [/^(?:xml2|libxml2?(?:-2\.0)?)$/, /^libxml2-dev$/],
  [/^boost/, /boost/],
  [/^(?:grpc|grpc\+\+|gpr)$/, /grpc/],
  [/^(?:protobuf|protobuf-lite|protoc)$/, /protobuf/],
  [/^(?:microhttpd|libmicrohttpd)$/, /^libmicrohttpd-dev$/],
  [/^uuid$/, /^(?:uuid|util-linux|libuuid)-dev$/],
];

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^.*::/, '')
    .replace(/[${}]/g, '')
    .replace(/_(?:libraries|library|ldflags|libs|link_libraries|static)$/, '')
    .replace(/^lib(?=\w{2})/, '')
    .replace(/-dev(?:el)?$/, '')
    .replace(/[^a-z+]+/g, '');

/** The development packages that a library's name stands for. */
function packagesFor(name: string, available: readonly string[]): string[] {
  const lower = name
    .toLowerCase()
    .replace(/^.*::/, '')
    .replace(/[${}]|_(?:libraries|library)$/g, '');
  const other = OTHERWISE.find(([pattern]) => pattern.test(lower))?.[1];
  const development = available.filter((one) => /-dev(?:el)?$|-dev-/.test(one));
  if (other) return development.filter((one) => other.test(one));
  const stem = plain(name);
  if (stem.length < 2) return [];
  return development.filter((one) => {
    const own = plain(one);
    return (
      own === stem ||
      (stem.length > 2 && (own.startsWith(stem) || stem.startsWith(own)) && own.length > 2)
    );
  });
}

/** What a linkage comes to with the packages that are there. */
export function cLinksOf(subject: Subject, linkage: Linkage): CLinks {
  const installed = developmentPackages(subject);
  const manager = managerOf(subject);
  const packages = new Set<string>();
  const obstacles: string[] = [];
  const assumptions: string[] = [];
  for (const name of linkage.names) {
    if (name === undefined || C_LIBRARY.test(name) || linkage.own.has(name)) continue;
    const compiler = OF_COMPILER[name.toLowerCase().replace(/::.*$/, '')];
    if (compiler) {
      const own = compiler[manager === 'apk' ? 1 : 0];
      if (own !== '') packages.add(own);
      continue;
    }
    const found = packagesFor(name, installed.names);
    for (const one of found) {
      const role = packageRole(manager, one, subject.base.release);
      if (role.role === 'library') for (const library of role.runtime) packages.add(library);
      else if (role.role !== 'build')
        obstacles.push(`which run-time libraries ${one} stands for is not known`);
    }
    if (found.length > 0) continue;
    if (linkage.lenient) assumptions.push(`${name} is part of what is built, or linked statically`);
    else obstacles.push(`where the library ${name} comes from is not known`);
  }
  const sanitizer = linkage.flags.find((flag) => flag.startsWith('-fsanitize='));
  if (sanitizer !== undefined) obstacles.push(`${sanitizer} needs the libraries of the compiler`);
  if (linkage.flags.includes('-fopenmp')) packages.add(manager === 'apk' ? 'libgomp' : 'libgomp1');
  if (linkage.isCpp) packages.add(manager === 'apk' ? 'libstdc++' : 'libstdc++6');
  const untold = linkage.names.includes(undefined) || !installed.isKnown;
  return {
    packages: [...packages],
    libraries: untold ? undefined : false,
    obstacles,
    assumptions: assumptions.slice(0, 2),
    isCpp: linkage.isCpp,
  };
}
