/** `fix --interactive`: asks about every finding, and writes at the end. */
import { encode } from '../bytes.ts';
import { SettingsOf } from '../config/settings.ts';
import { discover, type Target } from '../discover.ts';
import { explainError, FileError, UsageError } from '../errors.ts';
import type { Source } from '../file.ts';
import { FileFixer, listenerOf } from '../file-fixer.ts';
import { fixFile } from '../fix-file.ts';
import { IgnoreFiles } from '../ignore-files.ts';
import type { Log } from '../log.ts';
import type { Request } from '../request.ts';
import { count, visible } from '../terminal.ts';
import { writeFile } from '../write.ts';
import { edited } from './editor.ts';
import { FileSession, type Rewrite } from './file-session.ts';
import { askIgnoreFile } from './ignore-file.ts';
import { Interrupted, Terminal, type Talk } from './terminal.ts';

/** Throws a `UsageError` for what goes without questions. */
export function assertInteractive(request: Request, verifies: boolean): void {
  const refused =
    (request.check && '--check') ||
    (verifies && '--verify') ||
    (request.reports.length > 0 && '--format') ||
    (request.paths.includes('-') && '"-" (standard input)');
  if (refused) throw new UsageError(`--interactive goes without ${refused}`);
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    throw new UsageError('--interactive needs a terminal to ask in; without it there is a diff');
  }
}

export async function interactive(request: Request, log: Log): Promise<number> {
  const terminal = new Terminal(process.stdin, process.stdout, edited);
  try {
    return await new Interactive(request, terminal, log).run();
  } finally {
    terminal.close();
  }
}

/** What is to be written. */
interface Pending {
  readonly shown: string;
  /** The file as it was read, or the path of a new one. */
  readonly source: Source | string;
  readonly output: string;
  readonly taken: number;
}

export class Interactive {
  private readonly request: Request;
  private readonly talk: Talk;
  private readonly log: Log;
  private readonly settings: SettingsOf;
  private readonly fixer: FileFixer;
  private readonly ignoreFiles: IgnoreFiles;
  private readonly everywhere = new Set<string>();
  private readonly pending: Pending[] = [];
  private files = 0;
  private failed = 0;
  private unsafe = 0;

  constructor(request: Request, talk: Talk, log: Log) {
    this.request = request;
    this.talk = talk;
    this.log = log;
    this.settings = new SettingsOf(request, request.configs);
    this.fixer = new FileFixer(this.settings, undefined, listenerOf(request, log));
    this.ignoreFiles = new IgnoreFiles(false, this.settings);
  }

  /** Gives the exit status. */
  async run(): Promise<number> {
    try {
      const finished = (await this.dockerfiles()) && (await this.contexts());
      const { chosen } = this.request;
      if (this.files === 0 && chosen) {
        this.talk.say(chosen.nothing);
        return 0;
      }
      if (this.files === 0) {
        const where = this.request.paths.map(visible).join(', ');
        throw new UsageError(`no Dockerfile in ${where}; name the file if it is called otherwise`);
      }
      if (finished || (await this.wantsWhatWasTaken())) await this.write();
      else this.talk.say('Nothing was written.');
    } catch (error) {
      if (!(error instanceof Interrupted)) throw error;
      this.talk.say('\nNothing was written.');
      return error.status;
    }
    this.tellUnsafe();
    return this.failed > 0 ? 2 : 0;
  }

  /** False: the user wants to stop. */
  private async dockerfiles(): Promise<boolean> {
    const { chosen, paths } = this.request;
    for await (const target of chosen?.targets(paths) ?? discover(paths)) {
      this.files++;
      try {
        if (!(await this.dockerfile(target))) return false;
      } catch (error) {
        if (!(error instanceof FileError)) throw error;
        this.fail(target.path, error);
      }
    }
    return true;
  }

  private fail(shown: string, error: unknown): void {
    this.failed++;
    const line = error instanceof FileError ? error.line : undefined;
    this.log.at(shown, line, explainError(error));
  }

  private async dockerfile(target: Target): Promise<boolean> {
    const { report, settings, source } = await this.fixer.target(target);
    const { path: shown, status, reason = 'failed', line } = report;
    if (status === 'failed') throw new FileError(reason, line);
    if (!settings || !source) return true;
    if (source.text !== report.output) this.request.chosen?.assertWritable(source.path);
    this.unsafe += report.findings.filter(
      ({ applied, refused, applicability, reason: why }) =>
        !applied && !refused && applicability === 'unsafe' && why === 'unsafe: needs --unsafe',
    ).length;
    const rewrite: Rewrite = (text, leaveOut) => fixFile(text, shown, settings, leaveOut);
    const session = new FileSession(shown, source.text, rewrite, this.talk, this.everywhere);
    const goesOn = status === 'skipped' || (await session.run());
    const { output } = session;
    if (output !== source.text) this.pending.push({ shown, source, output, taken: session.taken });
    const same = status === 'skipped' ? 'skipped' : 'unchanged';
    const became = output === source.text ? same : 'changed';
    this.ignoreFiles.add(shown, { path: shown, status: became, findings: [], output }, settings);
    return goesOn;
  }

  /** The ignore files, for the Dockerfiles as they will be. */
  private async contexts(): Promise<boolean> {
    for await (const ignoreFile of this.ignoreFiles.reports()) {
      const { report, source, real } = ignoreFile;
      if (report.status !== 'changed') continue;
      const whyNot = this.request.chosen?.whyNot(real, source === undefined);
      if (whyNot) {
        this.log.at(report.path, undefined, whyNot);
        continue;
      }
      const output = await askIgnoreFile(ignoreFile, this.talk, this.everywhere);
      if (output === false) return false;
      if (output === undefined || output === source?.text) continue;
      this.pending.push({ shown: report.path, source: source ?? real, output, taken: 1 });
    }
    return true;
  }

  private async wantsWhatWasTaken(): Promise<boolean> {
    if (this.pending.length === 0) return false;
    const taken = this.pending.reduce((sum, one) => sum + one.taken, 0);
    const what = `${count(taken, 'change')} in ${count(this.pending.length, 'file')}`;
    return (await this.talk.ask(`Write what you took, ${what} [y,N]?`)).toLowerCase() === 'y';
  }

  private async write(): Promise<void> {
    if (this.pending.length === 0) this.talk.say('Nothing to write.');
    const { chosen } = this.request;
    for (const { shown, source, output } of this.pending) {
      const real = typeof source === 'string' ? source : source.path;
      try {
        chosen?.assertWritable(real);
        await writeFile(source, encode(output));
        chosen?.wrote(real);
        this.talk.say(`wrote ${visible(shown)}`);
      } catch (error) {
        this.fail(shown, error);
      }
    }
    const problem = chosen?.stage();
    if (problem === undefined) return;
    this.failed++;
    this.log.line(`dockopt: ${problem}`);
  }

  private tellUnsafe(): void {
    if (this.unsafe === 0) return;
    const what = count(this.unsafe, 'finding');
    this.talk.say(`You were not asked about ${what} that may do harm; --unsafe asks.`);
  }
}
