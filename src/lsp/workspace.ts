/** The folders that are open in the editor, and the settings of files in them. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Applicability } from '../engine/finding.ts';
import { Configs } from '../cli/config/load.ts';
import { SettingsOf, type Settings } from '../cli/config/settings.ts';
import { isOutside } from '../cli/paths.ts';
import pinDigests from '../../transforms/pin-digests.ts';

/** What the command line says of every file. */
export interface ServerRequest {
  readonly level: Applicability | undefined;
  /** This configuration, for all files. */
  readonly config: string | undefined;
  /** Read no configuration. */
  readonly noConfig: boolean;
}

/** The file of a URI; undefined where it lies on no disk that we can read. */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

export class Workspace {
  private readonly request: ServerRequest;
  private folders: readonly string[] = [];
  private readonly made = new Map<string, SettingsOf>();

  constructor(request: ServerRequest) {
    const { config } = request;
    this.request = config === undefined ? request : { ...request, config: path.resolve(config) };
  }

  open(folders: readonly string[]): void {
    this.folders = folders;
    this.forget();
  }

  change(added: readonly string[], removed: readonly string[]): void {
    this.open([...this.folders.filter((folder) => !removed.includes(folder)), ...added]);
  }

  /** The configurations are read again. */
  forget(): void {
    this.made.clear();
  }

  /** The innermost folder of a file; without one, its directory. A new text is in the first. */
  folderOf(file: string | undefined): string {
    if (file === undefined) return this.folders[0] ?? process.cwd();
    const around = this.folders.filter((folder) => !isOutside(path.relative(folder, file)));
    return around.toSorted((a, b) => b.length - a.length)[0] ?? path.dirname(file);
  }

  /** `level`: in place of what the command line and the configuration say. */
  settingsOf(file: string | undefined, level = this.request.level): SettingsOf {
    const folder = this.folderOf(file);
    const key = `${level}\0${folder}`;
    let settings = this.made.get(key);
    if (!settings) {
      const { config, noConfig } = this.request;
      const given = { level, only: [], skip: [], also: [], options: {}, extra: [] };
      const configs = new Configs({ enabled: !noConfig, file: config, cwd: folder });
      settings = new SettingsOf({ ...given, context: undefined }, configs);
      this.made.set(key, settings);
    }
    return settings;
  }

  /** What holds for a text. Throws a `FileError` where the configuration is wrong. */
  async settings(file: string | undefined): Promise<Settings> {
    const named = file ?? path.join(this.folderOf(undefined), '-');
    const { context, ...settings } = await this.settingsOf(file).of(named);
    return {
      ...settings,
      // A configuration speaks of the contexts of files.
      context: file === undefined ? undefined : context,
      // An editor asks no registry with every key.
      transforms: settings.transforms.filter(({ id }) => id !== pinDigests.id),
    };
  }
}
