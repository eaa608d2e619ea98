/** What Docker's own configuration says about logging in to registries. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { codeOf } from '../errors.ts';

/** Never shown, and sent to the registry that they are for alone. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
  /** A refresh token, which takes the place of both. */
  readonly identityToken: string | undefined;
}

/** https://docs.docker.com/reference/cli/docker/#configuration-files, read 2026-11-26. */
interface Configuration {
  readonly auths?: Readonly<Record<string, Entry | null>>;
  readonly credsStore?: string;
  readonly credHelpers?: Readonly<Record<string, string>>;
}

interface Entry {
  readonly auth?: string;
  readonly username?: string;
  readonly password?: string;
  readonly identitytoken?: string;
}

/** Asks the configuration, and the programs that it names; tells of trouble once. */
export class Keychain {
  private readonly warn: (message: string) => void;
  private configuration: Configuration | undefined;

  constructor(warn: (message: string) => void) {
    this.warn = warn;
  }

  /** For the first of these names that there is something for. */
  async find(accounts: readonly string[]): Promise<Credentials | undefined> {
    const configuration = (this.configuration ??= this.read());
    for (const account of accounts) {
      const helper = configuration.credHelpers?.[account];
      if (helper !== undefined) return this.ask(helper, account);
    }
    const { credsStore } = configuration;
    if (credsStore !== undefined && credsStore !== '') return this.ask(credsStore, accounts[0]!);
    const entries = Object.entries(configuration.auths ?? {});
    for (const account of accounts) {
      const entry = entries.find(([key]) => hostOf(key) === hostOf(account))?.[1];
      const found = entry && credentialsOf(entry);
      if (found) return found;
    }
    return undefined;
  }

  private read(): Configuration {
    const folder = process.env['DOCKER_CONFIG'] || path.join(homedir(), '.docker');
    const file = path.join(folder, 'config.json');
    try {
      const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
      if (typeof value === 'object' && value !== null) return value;
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return {};
    }
    // What a JSON parser says of a text cites it.
    this.warn(`${file} cannot be read as JSON; registries are asked without credentials`);
    return {};
  }

  /**
   * A credential helper reads the name of the registry and writes JSON.
   * https://github.com/docker/docker-credential-helpers#development, read 2026-11-26.
   */
  private async ask(helper: string, account: string): Promise<Credentials | undefined> {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper)) {
      this.warn('Docker’s configuration names a credential helper that is no name of a program');
      return undefined;
    }
    const { error, output } = await execute(program, account);
    if (error === undefined) {
      const found = readHelped(output);
      if (found) return found;
    } else if (output.includes('credentials not found')) return undefined;
    const why = codeOf(error) === 'ENOENT' ? 'is not installed' : 'gave no credentials';
    this.warn(`${program} ${why}; ${account} is asked without them`);
    return undefined;
  }
}

const HELPER_MS = 30_000;

function execute(program: string, input: string): Promise<{ error?: Error; output: string }> {
  return new Promise((resolve) => {
    const options = { timeout: HELPER_MS, env: process.env };
    const child = execFile(program, ['get'], options, (error, stdout) => {
      resolve(error ? { error, output: stdout } : { output: stdout });
    });
    // It may end without reading.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}

function readHelped(output: string): Credentials | undefined {
  try {
    const { Username, Secret } = JSON.parse(output) as { Username?: unknown; Secret?: unknown };
    if (typeof Username !== 'string' || typeof Secret !== 'string') return undefined;
    // "<token>" says that the secret is an identity token.
    return Username === '<token>'
      ? { user: '', password: '', identityToken: Secret }
      : { user: Username, password: Secret, identityToken: undefined };
  } catch {
    return undefined;
  }
}

function credentialsOf(entry: Entry): Credentials | undefined {
  const decoded = Buffer.from(entry.auth ?? '', 'base64')
    .toString('utf8')
    .replace(/\0+$/, '');
  const colon = decoded.indexOf(':');
  const user = colon < 0 ? (entry.username ?? '') : decoded.slice(0, colon);
  const password = colon < 0 ? (entry.password ?? '') : decoded.slice(colon + 1);
  const identityToken = entry.identitytoken || undefined;
  if (identityToken === undefined && (user === '' || password === '')) return undefined;
  return { user, password, identityToken };
}

/** Old entries are addresses: `https://registry.example/v1/`. */
const hostOf = (key: string): string => key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
