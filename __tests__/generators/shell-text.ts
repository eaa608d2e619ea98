/** RUN bodies as people write them, and as nobody would. */
import fc from 'fast-check';

/** Words in any order behind a command, some of them, none twice. */
const shuffled = (...words: readonly string[]): fc.Arbitrary<string> =>
  fc.shuffledSubarray([...words], { minLength: 0 }).map((some) => some.join(' '));

const one = (...texts: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...texts);

const row = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.filter(Boolean).join(' '));

const packages = fc
  .subarray(
    ['curl', 'git', 'build-essential', 'python3-pip', 'ca-certificates=1.0-1', '$DEPS', '"vim"'],
    {
      minLength: 1,
    },
  )
  .map((names) => names.join(' '));

/** Commands of every package manager, flags in any order and place. */
const packageCommand = fc.oneof(
  row(
    one('apt-get', 'apt', 'sudo apt-get'),
    shuffled('-y', '-qq', '--no-install-recommends', '-o Dpkg::Options::=x'),
    one('update', 'install', 'upgrade', 'dist-upgrade', 'clean', 'autoremove', 'purge'),
    shuffled('-y', '--fix-missing', '--no-install-recommends'),
    packages,
  ),
  row(
    one('apk'),
    shuffled('--no-cache', '-q', '--virtual .deps'),
    one('add', 'update', 'upgrade', 'del'),
    shuffled('--no-cache', '-U'),
    packages,
  ),
  row(
    one('yum', 'dnf', 'microdnf', 'tdnf', 'zypper'),
    shuffled('-y', '-q', '--nodocs', '--setopt=x=y'),
    one('install', 'update', 'clean all', 'makecache', 'in', 'ref'),
    shuffled('-y'),
    packages,
  ),
  row(
    one('pip', 'pip3', 'python -m pip', 'python3 -m pip', 'pipenv', 'uv pip'),
    one('install', 'install -r requirements.txt', 'uninstall -y', 'download'),
    shuffled('--no-cache-dir', '-U', '--user', '-q'),
    packages,
  ),
  row(
    one('npm', 'yarn', 'pnpm', 'bun'),
    one('install', 'i', 'ci', 'add', 'run build', 'cache clean --force', '--version'),
    shuffled('-g', '--production', '--frozen-lockfile'),
    one('', 'express', '.'),
  ),
  row(
    one('gem', 'bundle', 'composer', 'conda', 'mamba', 'go', 'cargo', 'mvn', './gradlew', 'poetry'),
    one('install', 'create -n x', 'build', 'mod download', 'clean', 'package', 'update', 'fetch'),
    shuffled('-y', '-q', '--no-document', '--release', '-B'),
  ),
);

const plainCommand = one(
  'true',
  'false',
  'echo a',
  "echo 'a # b; c && d'",
  'echo "$X b"',
  'cd /tmp',
  'cd "$HOME"',
  'mkdir -p /srv/a',
  'rm -rf /var/lib/apt/lists/*',
  'rm -rf /var/cache/apk/*',
  'export X=1',
  'X=2',
  'X=3 make',
  'set -e',
  'set -ex',
  'set -o pipefail',
  'exit 0',
  'umask 022',
  '. ./env',
  'curl -sL http://x | sh',
  'wget -qO- x >f 2>&1',
  'tar xzf a.tgz',
  'useradd -m u',
  'chown -R u /srv',
  'make -j$(nproc)',
  "sed -i 's/a/b/' f",
  'test -f x',
  '[ -n "$X" ]',
  'ls *.c',
  'echo é😀',
  'service x start',
  'sleep 1 &',
  'echo a \\; b',
  'echo $((1 + 2))',
  'echo ${X:-a b}',
  'echo `date`',
  '\t',
  'a=`b` c',
  ':',
);

const command = fc.oneof(
  { arbitrary: plainCommand, weight: 3 },
  { arbitrary: packageCommand, weight: 3 },
);

const { list } = fc.letrec<{ list: string; item: string }>((tie) => ({
  item: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { arbitrary: command, weight: 14 },
    { arbitrary: tie('list').map((text) => `(${text})`), weight: 1 },
    { arbitrary: tie('list').map((text) => `{ ${text}; }`), weight: 1 },
    { arbitrary: tie('list').map((text) => `if ${text}; then ${text}; fi`), weight: 1 },
    { arbitrary: tie('list').map((text) => `for i in 1 2; do ${text}; done`), weight: 1 },
    { arbitrary: tie('list').map((text) => `x=$(${text})`), weight: 1 },
    { arbitrary: tie('list').map((text) => `! ${text}`), weight: 1 },
    { arbitrary: fc.tuple(command, command).map((both) => both.join(' | ')), weight: 1 },
  ),
  list: fc
    .array(fc.tuple(tie('item'), one(' && ', ' && ', ' && ', '; ', ' || ', ' &&\n', ';\n')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((items) => items.map(([item, joint], at) => (at > 0 ? joint : '') + item).join('')),
}));

/** A line break in it is one of the file, where the layout puts a continuation. */
export const body: fc.Arbitrary<string> = fc
  .tuple(list, one('', '', '', '', ';', ' # note', ' &', ' \\', '"', ' )'))
  .map(([text, tail]) => text + tail);
