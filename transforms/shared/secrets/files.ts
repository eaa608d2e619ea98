import { valueOf, type Context, type Instruction } from '../../../src/kit.ts';
import { isHarmless, isReference, isSecretName } from './names.ts';

/** A kind of file that holds credentials, and how its text shows them. */
interface Kind {
  readonly name: RegExp;
  readonly what: string;
  /** Undefined: by its name alone. False: not this one. */
  readonly holds?: (text: string) => boolean;
  /** It is taken for what its name says where the context does not tell. */
  readonly unread: boolean;
}

const AUTH_LINE = /(?:_authToken|_auth|_password)\s*=\s*"?(?!\$\{)[^\s"$]{6,}/;

/** Lines of `NAME=value` of which one is a credential. */
const environment = (text: string): boolean =>
  text.split(/\r?\n/).some((line) => {
    const match = /^\s*(?:export\s+)?(\w+)\s*=\s*(.*?)\s*$/.exec(line);
    if (!match) return false;
    const [, name, value] = match;
    return isSecretName(name!) && !isHarmless(value) && !isReference(value);
  });

/**
 * https://docs.npmjs.com/cli/v11/configuring-npm/npmrc#auth-related-configuration,
 * https://maven.apache.org/settings.html#servers, https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html,
 * https://packaging.python.org/en/latest/specifications/pypirc/, https://git-scm.com/docs/git-credential-store,
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html, read 2026-11-26.
 */
const KINDS: readonly Kind[] = [
  { name: /(?:^|\/)id_(?:rsa|dsa|ecdsa|ed25519)$/, what: 'a private key of SSH', unread: true },
  {
    name: /\.(?:pem|key)$/,
    what: 'a private key',
    holds: (text) => text.includes('PRIVATE KEY-----'),
    unread: false,
  },
  {
    name: /(?:^|\/)\.npmrc$/,
    what: 'a token of a registry',
    holds: (text) => AUTH_LINE.test(text),
    unread: false,
  },
  {
    name: /(?:^|\/)settings\.xml$/,
    what: 'passwords of repositories',
    holds: (text) => /<(?:password|passphrase)>\s*(?!\$\{)[^<\s]/.test(text),
    unread: false,
  },
  {
    name: /(?:^|\/)\.env(?:\.(?:local|prod|production))?$/,
    what: 'credentials in variables',
    holds: environment,
    unread: false,
  },
  {
    name: /(?:^|\/)(?:\.netrc|_netrc|\.git-credentials|\.pgpass)$/,
    what: 'passwords',
    unread: true,
  },
  {
    name: /(?:^|\/)\.pypirc$/,
    what: 'passwords of registries',
    holds: (text) => /^\s*password\s*[:=]/m.test(text),
    unread: true,
  },
  { name: /(?:^|\/)\.aws\/credentials$/, what: 'keys of AWS', unread: true },
  {
    name: /(?:^|\/)(?:[\w-]*credentials|service[-_]?account[\w-]*)\.json$/,
    what: 'credentials of a service',
    holds: (text) => /"(?:private_key|client_secret|refresh_token)"/.test(text),
    unread: true,
  },
];

/** A file that a COPY or ADD names and that holds credentials; what is in a directory is not looked at. */
export function credentialFile(
  copy: Instruction,
  context: Context,
): { readonly path: string; readonly what: string } | undefined {
  if (copy.flag('from') || copy.heredocs.length > 0) return undefined;
  for (const { text } of copy.words.slice(0, -1)) {
    const path = valueOf(copy.expand(text))?.replace(/^(?:\.?\/)+/, '');
    const kind = path === undefined ? undefined : KINDS.find(({ name }) => name.test(path));
    if (path === undefined || !kind) continue;
    const content = valueOf(context.readText(path));
    if (content === undefined) {
      // A file that is not there is made for the build, and may hold anything.
      if (kind.unread) return { path, what: kind.what };
    } else if (kind.holds?.(content) ?? true) return { path, what: kind.what };
  }
  return undefined;
}
