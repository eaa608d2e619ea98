/**
 * Builds `dist/`: bundled ESM, the licences of what was bundled, and type declarations.
 *
 *   npm run build                  always
 *   npm run build -- --if-stale    only when a source is newer than the last complete build
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

const root = path.resolve(import.meta.dirname, '../..');

/** Written last, so that its age is the age of the last complete build. */
const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';

const CLI = 'src/cli/main.ts';

/** Started by the CLI as a thread of its own. */
const WORKER = 'src/migrate/worker.ts';

/** What `exports` in package.json offers; all of it must run without Node. */
const LIBRARY = [
  'src/index.ts',
  ...readdirSync(inRoot('transforms'))
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => `transforms/${name}`),
];

/** For tests of transforms; reads files. */
const TESTING = 'src/testing.ts';

async function main(): Promise<void> {
  const started = performance.now();
  rmSync(inRoot('dist'), { recursive: true, force: true });

  const metafile = await bundle();
  assertPortable(metafile);
  assertNoRequire(metafile);
  assertOnlyTheCliLoads(metafile, 'yargs');
  assertOnlyTheCliLoads(metafile, 'vscode-languageserver');
  chmodSync(inRoot(distPath(CLI)), 0o755);

  run('typescript/bin/tsc', ['-p', 'tsconfig.testing.json', '--emitDeclarationOnly']);
  run('typescript/bin/tsc', ['-p', 'tsconfig.core.json', '--emitDeclarationOnly']);
  for (const entry of [...LIBRARY, TESTING]) assertOwnTypes(entry);
  writeFileSync(inRoot(NOTICES), notices(metafile));

  const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
  const seconds = (performance.now() - started) / 1000;
  console.log(`dist: ${(bytes / 1024).toFixed(0)} KB of JavaScript in ${seconds.toFixed(1)} s`);
}

async function bundle(): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...LIBRARY, TESTING, CLI, WORKER],
    outbase: '.',
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    // Prefer a library's ESM: esbuild cannot shake CommonJS, and UMD hides its `require` calls.
    mainFields: ['module', 'main'],
    plugins: [versionOnly, nodeForCommonJs],
    alias: {
      'string-width': './src/cli/string-width.ts',
      // Its build for Node is CommonJS.
      yaml: './node_modules/yaml/browser/index.js',
    },
    // Names stay as they are in the source, for stack traces in bug reports: renaming them too
    // would save a third of the bytes, but no measurable time at start.
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: true,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return metafile;
}

/** Bundles `import manifest from 'package.json'` as its version alone. */
const versionOnly: Plugin = {
  name: 'version-only',
  setup(esbuild) {
    esbuild.onLoad({ filter: /package\.json$/ }, ({ path: file }) => {
      if (file !== inRoot('package.json')) return undefined;
      const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Gives CommonJS libraries what they take from Node: ESM has no `require`. */
const nodeForCommonJs: Plugin = {
  name: 'node-for-commonjs',
  setup(esbuild) {
    esbuild.onResolve({ filter: /^(?:node:)?[a-z_/]+$/ }, ({ path: name, kind }) =>
      kind === 'require-call' && isBuiltin(name)
        ? { path: name.replace(/^(?!node:)/, 'node:'), namespace: 'node' }
        : undefined,
    );
    esbuild.onLoad({ filter: /.*/, namespace: 'node' }, ({ path: name }) => ({
      contents: `export * from ${JSON.stringify(name)};`,
    }));
  },
};

/** The library, with all that it imports, contains nothing that only Node has. */
function assertPortable({ inputs, outputs }: Metafile): void {
  for (const entry of LIBRARY) {
    for (const output of reachable(outputs, distPath(entry))) {
      const external = outputs[output]?.imports.find((imported) => imported.external)?.path;
      if (!external) continue;
      const importers = Object.keys(outputs[output]?.inputs ?? {}).filter((name) =>
        inputs[name]?.imports.some((imported) => imported.path === external),
      );
      throw new Error(
        `${entry} must run in a browser, but reaches ${external} through ${importers.join(', ')}`,
      );
    }
  }
}

/** A CommonJS library that calls `require` at run time would throw in an ES module. */
function assertNoRequire(metafile: Metafile): void {
  for (const output of Object.keys(metafile.outputs)) {
    if (!readFileSync(inRoot(output), 'utf8').includes('Dynamic require of')) continue;
    const inputs = Object.keys(metafile.outputs[output]?.inputs ?? {}).join('\n  ');
    throw new Error(
      `${output} calls require(); give it a createRequire banner or another library:\n  ${inputs}`,
    );
  }
}

/** The library never contains the package, and the CLI has it only behind an `import()`. */
function assertOnlyTheCliLoads({ outputs }: Metafile, library: string): void {
  const holders = Object.keys(outputs).filter((output) =>
    Object.keys(outputs[output]?.inputs ?? {}).some((input) => packageOf(input) === library),
  );
  for (const entry of [...LIBRARY, TESTING, CLI]) {
    const loaded = reachable(outputs, distPath(entry), { dynamic: entry !== CLI });
    if (holders.some((holder) => loaded.has(holder))) {
      throw new Error(`${entry} loads ${library}, which only the CLI may, by a dynamic import()`);
    }
  }
}

/** Published declarations name no type of a bundled library: a user has not installed it. */
function assertOwnTypes(entry: string): void {
  const seen = new Set([distPath(entry).replace(/\.js$/, '.d.ts')]);
  for (const file of seen) {
    const text = readFileSync(inRoot(file), 'utf8');
    for (const [, name = ''] of text.matchAll(/\b(?:from|import\()\s*['"]([^'"]+)['"]/g)) {
      if (name.startsWith('.')) {
        seen.add(path.posix.join(path.posix.dirname(file), name.replace(/\.[jt]s$/, '.d.ts')));
      } else if (!name.startsWith('dockopt')) {
        throw new Error(`${file} mentions types of ${name}, which users of ${entry} do not have`);
      }
    }
  }
}

/** The output files that a file needs: itself and its imports, with or without `import()`. */
function reachable(
  outputs: Metafile['outputs'],
  from: string,
  { dynamic } = { dynamic: true },
): Set<string> {
  const seen = new Set([from]);
  for (const output of seen) {
    for (const imported of outputs[output]?.imports ?? []) {
      if (imported.external || (imported.kind === 'dynamic-import' && !dynamic)) continue;
      seen.add(imported.path);
    }
  }
  return seen;
}

/** The licence of every package with code in the output, in the order of their names. */
function notices(metafile: Metafile): string {
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input);
  const folders = new Set(used.map(packageFolder).filter((folder) => folder !== undefined));
  // A set of the texts too: one version may be installed in two places.
  const sections = new Set([...folders].map(licence).toSorted());
  const rule = `\n${'-'.repeat(80)}\n\n`;
  return ['dockopt contains code of the following packages.\n', ...sections].join(rule);
}

function licence(folder: string): string {
  const manifest = JSON.parse(readFileSync(inRoot(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license: string;
  };
  const file = readdirSync(inRoot(folder)).find((name) => /^licen[cs]e(?:[.-]|$)/i.test(name));
  if (!file) throw new Error(`${folder} has no licence file; its text must be shipped`);
  const text = readFileSync(inRoot(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return `${manifest.name} ${manifest.version} (${manifest.license})\n\n${text}\n`;
}

/** `node_modules/a/node_modules/@b/c` of a path to a file in it. */
function packageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
}

function packageOf(input: string): string | undefined {
  return packageFolder(input)?.split('node_modules/').at(-1);
}

function isStale(): boolean {
  if (!existsSync(inRoot(NOTICES))) return true;
  const built = statSync(inRoot(NOTICES)).mtimeMs;
  const manifests = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.core.json'];
  const folders = ['src', 'transforms'];
  // Folders count too: theirs is the only time that changes when a file is deleted.
  const inside = folders.flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(folder, name),
    ),
  );
  return [...manifests, ...folders, ...inside].some(
    (name) => statSync(inRoot(name)).mtimeMs > built,
  );
}

function run(script: string, args: string[]): void {
  const program = inRoot('node_modules', script);
  execFileSync(process.execPath, [program, ...args], { cwd: root, stdio: 'inherit' });
}

function distPath(source: string): string {
  return `dist/${source.replace(/\.ts$/, '.js')}`;
}

function inRoot(...parts: string[]): string {
  return path.join(root, ...parts);
}

if (process.argv.includes('--if-stale') && !isStale()) {
  console.log('dist is up to date');
} else {
  await main();
}
