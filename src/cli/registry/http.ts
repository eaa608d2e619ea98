/** Requests that give up in time, try again within limits, and say in a few words what went wrong. */
import { codeOf } from '../errors.ts';

/** Why a registry gave no digest; for the user, and without anything secret. */
export class RegistryError extends Error {
  /** Nothing that is asked there will be answered. */
  readonly isDown: boolean;

  constructor(message: string, isDown = false) {
    super(message);
    this.isDown = isDown;
  }
}

const TIMEOUT_MS = 20_000;
const TRIES = 3;
/** Longer than this nobody is made to wait; Docker Hub's limit is over hours. */
const LONGEST_WAIT_MS = 10_000;

/** Overridden in tests, which do not wait. */
export const clock = {
  sleep: (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms)),
};

/** Asks again after a 429, a fault of the server, and a connection that broke. */
export async function request(url: string | URL, init: RequestInit): Promise<Response> {
  for (let left = TRIES - 1; ; left--) {
    const response = await tried(url, init, left > 0);
    const pause = response && pauseAfter(response);
    if (response && (pause === undefined || left === 0 || pause > LONGEST_WAIT_MS)) return response;
    await response?.body?.cancel();
    await clock.sleep(pause ?? 500);
  }
}

async function tried(
  url: string | URL,
  init: RequestInit,
  mayFail: boolean,
): Promise<Response | undefined> {
  try {
    return await fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    const code = codeOf((error as Error).cause) ?? '';
    if (mayFail && /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|EAI_AGAIN)$/.test(code)) return undefined;
    throw new RegistryError(explain(error as Error, code), true);
  }
}

const FAULTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at its address',
  ECONNRESET: 'the connection broke',
  EAI_AGAIN: 'its name cannot be looked up',
  ENOTFOUND: 'no such host is known',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer in time',
};

function explain(error: Error, code: string): string {
  if (error.name === 'TimeoutError') return 'it does not answer in time';
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code)) {
    return `its certificate is not accepted (${code}); NODE_EXTRA_CA_CERTS can name a file with more`;
  }
  return FAULTS[code] ?? `it cannot be reached${code === '' ? '' : ` (${code})`}`;
}

/** How long to wait before asking again; undefined where the answer counts. */
function pauseAfter({ status, headers }: Response): number | undefined {
  if (status !== 429 && status !== 502 && status !== 503 && status !== 504) return undefined;
  const after = headers.get('retry-after');
  if (after === null) return 1000;
  const seconds = /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? 1000 : Math.max(seconds, 0) * 1000;
}
