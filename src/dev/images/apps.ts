/** The sample applications: a folder each, with the naive file, the expert's and the checks. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../fixtures.ts';
import { parseChecks, type Check } from '../../verify/checks.ts';
import { readSettings, type Variant } from './settings.ts';

export const APPS = path.join(ROOT, 'image-tests/apps');
/** Settings, and experts' files, for applications of other folders. */
const ELSEWHERE = path.join(ROOT, 'image-tests/elsewhere');

export interface App {
  readonly name: string;
  /** The build context. */
  readonly folder: string;
  readonly checks: readonly Check[];
  /** Directories that an image must give to its user. */
  readonly given: readonly string[];
  readonly runs: readonly Run[];
}

/** A run of dockopt on an application: a row of the table. */
export interface Run extends Variant {
  /** The application's, with the variant's behind it. */
  readonly name: string;
  /** The path of the expert's Dockerfile. */
  readonly expertFile: string;
}

/** Reads the applications below the folders; those named, if any are. */
export function readApps(folders: readonly string[], names: readonly string[]): App[] {
  const apps = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => existsSync(path.join(folder, name, 'Dockerfile')))
      .toSorted()
      .map((name) => path.join(folder, name)),
  );
  const known = new Set(apps.map((folder) => path.basename(folder)));
  if (known.size < apps.length) throw new Error('two applications have the same name');
  const missing = names.find((name) => !known.has(name));
  if (missing !== undefined) throw new Error(`there is no application ${missing}`);
  return apps
    .filter((folder) => names.length === 0 || names.includes(path.basename(folder)))
    .map(readApp);
}

function readApp(folder: string): App {
  const name = path.basename(folder);
  try {
    return { name, folder, checks: readChecks(folder), ...readRuns(folder) };
  } catch (error) {
    throw new Error(`${name}: ${String(error)}`, { cause: error });
  }
}

/** The checks lie in the application, or in a folder `checks` beside it. */
function readChecks(folder: string): Check[] {
  const beside = path.join(folder, '../checks', path.basename(folder));
  const own = path.join(folder, 'checks');
  return parseChecks(readFileSync(existsSync(own) ? own : beside, 'utf8'));
}

function readRuns(folder: string): Pick<App, 'given' | 'runs'> {
  const name = path.basename(folder);
  const elsewhere = path.join(ELSEWHERE, name);
  const home = existsSync(path.join(folder, 'settings.json')) ? folder : elsewhere;
  const { variants = {}, given = [], ...own } = readSettings(path.join(home, 'settings.json'));
  const run = (runName: string, variant: Variant): Run => {
    const { expert } = variant;
    const expertFile = expert === undefined ? [folder, 'Dockerfile.expert'] : [home, expert];
    return { ...variant, name: runName, expertFile: path.join(...expertFile) };
  };
  const further = Object.entries(variants).map(([key, variant]) => run(`${name} ${key}`, variant));
  return { given, runs: [run(name, own), ...further] };
}
