/** Runs shell texts in scratch directories and reports what they did there. */
import { spawnSync } from 'node:child_process';
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** How a shell is started; the text to run is the argument behind. */
export interface Setup {
  readonly name: string;
  readonly argv: readonly string[];
  /** What the file says of it in a SHELL instruction. */
  readonly declared: readonly string[];
}

const sh = ['/bin/sh'];
const bash = ['/bin/bash'];
const setup = (argv: string[], declared: string[]): Setup => ({
  name: `${argv.join(' ')} (SHELL ${declared.join(' ')})`,
  argv,
  declared,
});

/**
 * A file that says /bin/sh may meet any of the three; one that says bash meets bash. Where
 * /bin/sh is bash, it runs in POSIX mode.
 */
export const SETUPS: readonly Setup[] = ['-c', '-ec']
  .flatMap((flag) => [
    setup(['dash', flag], [...sh, flag]),
    setup(['busybox', 'sh', flag], [...sh, flag]),
    setup(['bash', '--posix', flag], [...sh, flag]),
    setup(['bash', flag], [...bash, flag]),
  ])
  .concat(setup(['bash', '-eo', 'pipefail', '-c'], [...bash, '-eo', 'pipefail', '-c']));

/** What texts run behind each other did, each in a process of its own. */
export interface Outcome {
  readonly success: boolean;
  readonly stdout: string;
  /** Every file with its mode and content. */
  readonly tree: string;
}

export const isInstalled = (program: string): boolean =>
  spawnSync(program, program === 'busybox' ? ['true'] : ['-c', 'true']).status === 0;

/** Runs each list of texts in an empty directory, one after the other as long as they succeed. */
export function runAll(argv: readonly string[], jobs: readonly (readonly string[])[]): Outcome[] {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'dockopt-shells-'));
  try {
    // The directory of a job has the same name in every call: texts may print it.
    return inFolder(path.join(folder, 'x'), argv, jobs);
  } finally {
    spawnSync('chmod', ['-R', 'u+rwx', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
}

function inFolder(
  folder: string,
  argv: readonly string[],
  jobs: readonly (readonly string[])[],
): Outcome[] {
  const shell = argv.map(quote).join(' ');
  const script = jobs.map((texts, index) => {
    mkdirSync(path.join(folder, 'work', String(index), 'home'), { recursive: true });
    const run = texts.map((text) => `${shell} ${quote(text)}`).join(' && ');
    return `cd ../${index} && export HOME=$PWD/home && { ${run}; } >../../out.${index} 2>&-; echo $? >../../status.${index}`;
  });
  mkdirSync(path.join(folder, 'work', 'start'));
  const program = `cd work/start\n${script.join('\n')}\n`;
  const { status, error, stderr } = spawnSync('sh', [], {
    cwd: folder,
    input: program,
    env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', W: '' },
    encoding: 'utf8',
    timeout: 240_000,
  });
  if (error ?? status !== 0) throw error ?? new Error(`the driver failed: ${stderr}`);
  return jobs.map((_texts, index) => ({
    success: readFileSync(path.join(folder, `status.${index}`), 'utf8').trim() === '0',
    stdout: readFileSync(path.join(folder, `out.${index}`), 'utf8').replaceAll(folder, ''),
    tree: treeOf(path.join(folder, 'work', String(index))).replaceAll(folder, ''),
  }));
}

const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function treeOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return names
    .map((name) => {
      const file = path.join(folder, name);
      const stat = lstatSync(file);
      const mode = (stat.mode & 0o7777).toString(8);
      if (stat.isSymbolicLink()) return `${name} -> ${readlinkSync(file)}`;
      if (!stat.isFile()) return `${name}/ ${mode}`;
      return `${name} ${mode} ${JSON.stringify(readFileSync(file, 'utf8'))}`;
    })
    .join('\n');
}
