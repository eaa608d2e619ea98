/**
 * Programs of the full image that the slim one lacks, and the packages that hold them.
 * https://github.com/docker-library/buildpack-deps/tree/master/debian/bookworm, read 2026-11-25.
 */
const PACKAGES: Readonly<Record<string, string>> = {
  bzip2: 'bzip2',
  bunzip2: 'bzip2',
  compare: 'imagemagick',
  composite: 'imagemagick',
  convert: 'imagemagick',
  curl: 'curl',
  file: 'file',
  git: 'git',
  gpg: 'gnupg',
  hg: 'mercurial',
  identify: 'imagemagick',
  mogrify: 'imagemagick',
  montage: 'imagemagick',
  patch: 'patch',
  pgrep: 'procps',
  pkill: 'procps',
  ps: 'procps',
  scp: 'openssh-client',
  sftp: 'openssh-client',
  ssh: 'openssh-client',
  'ssh-keygen': 'openssh-client',
  svn: 'subversion',
  top: 'procps',
  unzip: 'unzip',
  wget: 'wget',
  xz: 'xz-utils',
};

/** The packages of the programs that the full image has. */
export const fullImagePackages = (programs: Iterable<string>): string[] => [
  ...new Set([...programs].flatMap((name) => PACKAGES[name] ?? [])),
];
