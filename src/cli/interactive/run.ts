/** `fix --interactive`: asks about every finding, and writes at the end. */
import type { FixResult } from '../../engine/fix.ts';
import { OptionError } from '../../engine/options.ts';
import { encode } from '../bytes.ts';
import { SettingsOf, type Settings } from '../config/settings.ts';
import { discover, type Target } from '../discover.ts';
import { explainError, FileError, UsageError } from '../errors.ts';
import { readSource, type Source } from '../file.ts';
import { fixFile } from '../fix-file.ts';
import { IgnoreFiles } from '../ignore-files.ts';
import type { Log } from '../log.ts';
import { reportOf } from '../outcome.ts';
import type { Request } from '../request.ts';
import { count, visible } from '../terminal.ts';
import { createFile, replaceFile, uninterrupted } from '../write.ts';
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
    this.ignoreFiles = new IgnoreFiles(false, this.settings);
  }

  /** Gives the exit status. */
  async run(): Promise<number> {
    try {
      const finished = (await this.dockerfiles()) && (await this.contexts());
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
    for await (const target of discover(this.request.paths)) {
      this.files++;
      try {
        if (!(await this.dockerfile(target))) return false;
      } catch (error) {
        const isUsers = error instanceof FileError || 'code' in (error as object);
        if (!isUsers && !(error instanceof OptionError)) throw error;
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
    const { path: shown } = target;
    if (target.kind !== 'file') {
      if (target.kind === 'failed') throw new FileError(target.reason);
      return true;
    }
    const settings = await this.settings.of(shown);
    if (settings.ignored) return true;
    const source = readSource(target.real);
    const rewrite = await this.rewriterOf(shown, source.text, settings);
    const whole = rewrite(source.text);
    const report = reportOf(shown, source.text, whole);
    if (whole.status === 'failed') throw new FileError(report.reason ?? 'failed', report.line);
    this.unsafe += whole.findings.filter(
      ({ applied, refused, applicability, reason }) =>
        !applied && !refused && applicability === 'unsafe' && reason === 'unsafe: needs --unsafe',
    ).length;
    const session = new FileSession(shown, source.text, rewrite, this.talk, this.everywhere);
    const goesOn = whole.status === 'skipped' || (await session.run());
    const { output } = session;
    if (output !== source.text) this.pending.push({ shown, source, output, taken: session.taken });
    const same = whole.status === 'skipped' ? 'skipped' : 'unchanged';
    const status = output === source.text ? same : 'changed';
    this.ignoreFiles.add(shown, { path: shown, status, findings: [], output }, settings);
    return goesOn;
  }

  private async rewriterOf(shown: string, text: string, settings: Settings): Promise<Rewrite> {
    const attempt = (options: Settings['options']): FixResult =>
      fixFile(text, shown, { ...settings, options });
    let { options } = settings;
    if (settings.transforms.some(({ id }) => id === 'pin-digests')) {
      const { Pins } = await import('../registry/pins.ts');
      const pins = new Pins((message) => this.log.line(`dockopt: warning: ${visible(message)}`));
      await pins.fix(options, attempt);
      options = pins.in(options);
    }
    return (other, leaveOut) => fixFile(other, shown, { ...settings, options }, leaveOut);
  }

  /** The ignore files, for the Dockerfiles as they will be. */
  private async contexts(): Promise<boolean> {
    for await (const ignoreFile of this.ignoreFiles.reports()) {
      const { report, source, real } = ignoreFile;
      if (report.status !== 'changed') continue;
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
    for (const { shown, source, output } of this.pending) {
      const bytes = encode(output);
      try {
        await uninterrupted(() =>
          typeof source === 'string' ? createFile(source, bytes) : replaceFile(source, bytes),
        );
        this.talk.say(`wrote ${visible(shown)}`);
      } catch (error) {
        this.fail(shown, error);
      }
    }
  }

  private tellUnsafe(): void {
    if (this.unsafe === 0) return;
    const what = count(this.unsafe, 'finding');
    this.talk.say(`You were not asked about ${what} that may do harm; --unsafe asks.`);
  }
}
