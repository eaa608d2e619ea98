/** Asks registries which digest a tag has. */
import { createHash } from 'node:crypto';
import { readChallenge, type Challenge } from './challenge.ts';
import type { Credentials, Keychain } from './credentials.ts';
import { RegistryError, request } from './http.ts';
import type { Place } from './place.ts';

/** Both kinds of list come first: the digest is to be good for every platform. */
const MANIFESTS = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

const DIGEST = /^sha256:[0-9a-f]{64}$/;
/** https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests, read 2026-11-26. */
const MAX_MANIFEST = 4 * 1024 * 1024;

type Method = 'HEAD' | 'GET';

export class Registry {
  private readonly keychain: Keychain;
  /** Headers that a registry took, by registry and repository. */
  private readonly headers = new Map<string, string>();

  constructor(keychain: Keychain) {
    this.keychain = keychain;
  }

  /** A `RegistryError` says why there is none. HEAD first: Docker Hub counts a GET as a pull. */
  async digestOf(place: Place): Promise<string> {
    const head = await this.manifest(place, 'HEAD');
    const digest = head.headers.get('docker-content-digest') ?? '';
    if (head.ok && DIGEST.test(digest) && isManifest(head)) return digest;
    if (head.status === 429) throw new RegistryError(refusal(head.status));

    const got = await this.manifest(place, 'GET');
    if (!got.ok) {
      await got.body?.cancel();
      throw new RegistryError(refusal(got.status));
    }
    if (!isManifest(got)) {
      await got.body?.cancel();
      throw new RegistryError('what it gives is no manifest that builders pin today');
    }
    const own = `sha256:${createHash('sha256')
      .update(await bodyOf(got))
      .digest('hex')}`;
    const told = got.headers.get('docker-content-digest') ?? own;
    if (told.startsWith('sha256:') && told !== own) {
      throw new RegistryError('what it gives does not have the digest that it says');
    }
    return own;
  }

  private async manifest(place: Place, method: Method): Promise<Response> {
    const key = `${place.origin}/${place.repository}`;
    const first = await this.ask(place, method, this.headers.get(key));
    if (first.status !== 401) return first;
    await first.body?.cancel();
    const challenge = readChallenge(first.headers.get('www-authenticate'));
    if (!challenge) throw new RegistryError(refusal(401));
    const credentials = await this.keychain.find(place.accounts);
    const header = await authorization(place, challenge, credentials);
    this.headers.set(key, header);
    return this.ask(place, method, header);
  }

  private ask(place: Place, method: Method, authorized: string | undefined): Promise<Response> {
    return request(`${place.origin}/v2/${place.repository}/manifests/${place.tag}`, {
      method,
      headers: {
        accept: MANIFESTS.join(', '),
        ...(authorized === undefined ? {} : { authorization: authorized }),
      },
    });
  }
}

const isManifest = ({ headers }: Response): boolean =>
  MANIFESTS.includes((headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase());

async function bodyOf(response: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const piece of response.body ?? []) {
      total += (piece as Uint8Array).byteLength;
      if (total > MAX_MANIFEST) break;
      pieces.push(piece as Uint8Array);
    }
  } catch {
    throw new RegistryError('the connection broke');
  }
  if (total > MAX_MANIFEST) throw new RegistryError('its manifest is larger than 4 MiB');
  return Buffer.concat(pieces);
}

const REFUSALS: Readonly<Record<number, string>> = {
  401: 'it wants a login; log in with docker login',
  403: 'it does not allow it; log in with docker login as somebody who may',
  404: 'it has no such tag',
  429: 'it takes no more questions for now (429); try again later, or log in with docker login',
};

const refusal = (status: number): string => REFUSALS[status] ?? `it answers with status ${status}`;

/** The header that answers a challenge. */
async function authorization(
  place: Place,
  challenge: Challenge,
  credentials: Credentials | undefined,
): Promise<string> {
  if (challenge.scheme === 'bearer') return `Bearer ${await token(place, challenge, credentials)}`;
  if (!credentials || credentials.identityToken !== undefined) {
    throw new RegistryError(refusal(401));
  }
  return basic(credentials);
}

const basic = ({ user, password }: Credentials): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

/**
 * Asks the token server that the registry names: with a refresh token where there is one, else with
 * name and password, else as anybody.
 * https://distribution.github.io/distribution/spec/auth/oauth/, read 2026-11-26.
 */
async function token(
  { origin, repository }: Place,
  { realm, service, scope = `repository:${repository}:pull` }: Challenge & { scheme: 'bearer' },
  credentials: Credentials | undefined,
): Promise<string> {
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  // A registry that is asked over HTTPS must not have the password sent over HTTP.
  if (
    !url ||
    (url.protocol !== 'https:' && !(url.protocol === 'http:' && origin.startsWith('http:')))
  )
    throw new RegistryError('the server that it names for logging in is not to be trusted');
  const fields = new URLSearchParams(service === undefined ? { scope } : { service, scope });
  const refresh = credentials?.identityToken;
  let init: RequestInit = { redirect: 'error' };
  if (refresh === undefined) {
    for (const [name, value] of fields) url.searchParams.append(name, value);
    if (credentials) init = { ...init, headers: { authorization: basic(credentials) } };
  } else {
    fields.append('grant_type', 'refresh_token');
    fields.append('refresh_token', refresh);
    fields.append('client_id', 'dockopt');
    init = { ...init, method: 'POST', body: fields };
  }
  const response = await request(url, init);
  if (!response.ok) {
    await response.body?.cancel();
    const why = response.status === 429 ? 429 : 401;
    throw new RegistryError(refusal(why));
  }
  return tokenIn(await bodyOf(response));
}

function tokenIn(body: Buffer): string {
  try {
    const { token: first, access_token: second } = JSON.parse(body.toString()) as Record<
      string,
      unknown
    >;
    const found = first ?? second;
    if (typeof found === 'string' && /^[\x21-\x7e]+$/.test(found)) return found;
  } catch {
    // What it says is not repeated.
  }
  throw new RegistryError('the server that it names for logging in gives no token');
}
