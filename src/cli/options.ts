/** The options of the commands, in groups. */

export const flag = (describe: string) => ({ describe, type: 'boolean' }) as const;
export const value = (describe: string) => ({ describe, type: 'string', nargs: 1 }) as const;
export const list = (describe: string) =>
  ({ describe, type: 'string', array: true, nargs: 1 }) as const;

/** Which findings are applied. */
export const CHOICE = {
  safe: flag('Apply only what leaves the image as it is'),
  unsafe: flag('Apply also what may change the image in ways nobody checked'),
  level: value('safe, suggested or unsafe: the riskiest findings to apply'),
  only: list('Only this transform (again, or with commas, for more)'),
  skip: list('Not this transform'),
  also: list('Also this transform, which is off by default'),
  set: list('An option of a transform: ID.OPTION=VALUE'),
  'final-base': value('auto, scratch, distroless, alpine or slim: what a new final stage is on'),
  caching: value('cleanup or mounts: how package caches are kept out of the image'),
  context: value(
    'The build context; otherwise what compose files say, or the directory of each file',
  ),
  config: value('This configuration, for all files'),
  'no-config': flag('Read no configuration: it may be code of the repository'),
} as const;

export const PIN = {
  pin: flag('Ask the registries for the digest of each tag, and pin the images to them'),
} as const;

export const CHANGED = {
  changed: value("Only files that differ from this commit or branch (the remote's default branch)"),
} as const;

/** How images are built and tested, with `verify` and `fix --verify`. */
export const BUILDING = {
  builder: value('docker, podman or buildah; otherwise the first that is there'),
  'build-arg': list('For the builder: NAME=VALUE'),
  target: value('For the builder: the stage to build'),
  secret: list('For the builder: id=ID,src=FILE'),
  platform: value('For the builder: the platform to build for'),
  'build-network': value('For the builder: the network of its RUNs'),
  definition: value('The compose or bake file that describes the build: FILE or FILE#TARGET'),
  'no-cache': flag('Build without what the builder has cached'),
  'builtin-frontend': flag('Build without the "# syntax" line: no registry is needed for it'),
  run: list('Smoke test: run the image with these arguments; compare output and exit status'),
  http: list('Smoke test: [PORT]/PATH…; start the image and compare its answers'),
  health: flag('Smoke test: wait for what the health check says'),
  env: list('Smoke tests: an environment variable, NAME=VALUE'),
  network: value('Smoke tests: the network to run in; otherwise there is none'),
  'build-timeout': value('Seconds that a build may take (900)'),
  'run-timeout': value('Seconds that a smoke test may take (60)'),
  keep: flag('Keep the images'),
} as const;

/** Of the commands that change files. */
export const FIX_OPTIONS = {
  write: flag('Write the files'),
  interactive: flag(
    'Ask about each finding: y take, n skip, N skip everywhere, i ignore, e edit, q quit',
  ),
  check: flag('Exit with 1 if a file would change'),
  staged: flag('Only files that are staged; with --write, stage what is written'),
  ...CHANGED,
  ...CHOICE,
  ...PIN,
  format: list(
    'A report: diff (the default), text, json, sarif, github, suggestions, markdown, gitlab, rdjson or html',
  ),
  output: list('Where the report of the --format before it goes; otherwise standard output'),
  verbose: flag('Tell of every finding'),
  verify: flag('Build and test the result, and keep only the findings that hold'),
  ...BUILDING,
} as const;

export const VERIFY_OPTIONS = {
  ...CHANGED,
  ...CHOICE,
  ...PIN,
  ...BUILDING,
  budget: value('Bytes that the image may have (50MB), or by how much it may grow (5%)'),
  layers: flag('Show the largest layers, and what RUNs left behind'),
  rebuild: value('The source file that is changed to time a rebuild'),
  'skip-rebuild': flag('Do not time a rebuild'),
  format: value('table, json or markdown'),
} as const;

export const MIGRATE_OPTIONS = {
  by: value('directory (the default), package, owner or transform: how the work is split'),
  depth: value('With --by directory: how many directories name a unit (2)'),
  'max-files': value('Files that a unit may have; more are split (50)'),
  out: value('Where patches, texts and the state go (dockopt-migration)'),
  branches: flag('Make a branch with a commit for each unit, without a checkout'),
  'branch-prefix': value('What the names of branches begin with (dockopt/)'),
  'allow-dirty': flag('Make branches of what is committed, whatever else has changed'),
  'title-prefix': value('What titles begin with, such as "chore(docker): "'),
  limit: value('Units to make in this run; the others stay for later runs'),
  shard: value('One part of several, such as 2/8: for more than one machine'),
  merge: flag('Bring together what shards made: the paths are their directories'),
  reject: list('Never make this unit again'),
  postpone: list('Leave this unit out until it is reopened'),
  reopen: list('Make this unit again'),
  jobs: value('Threads to work in; otherwise as many as there are processors'),
  ...CHOICE,
  pin: FIX_OPTIONS.pin,
  verbose: FIX_OPTIONS.verbose,
  verify: FIX_OPTIONS.verify,
  ...BUILDING,
} as const;

/** Of the language server. */
export const LSP_OPTIONS = {
  stdio: flag('Speak over standard input and output, as it does in any case'),
  level: CHOICE.level,
  config: CHOICE.config,
  'no-config': CHOICE['no-config'],
} as const;
