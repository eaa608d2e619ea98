import type { Flag } from './instruction.ts';

/** A `--mount` of a RUN. */
export interface Mount {
  readonly type: string;
  readonly target: string | undefined;
  readonly from: string | undefined;
  readonly source: string | undefined;
  readonly id: string | undefined;
  readonly writable: boolean;
}

/**
 * Reads `--mount=type=cache,target=/x`.
 * Keys and defaults: https://docs.docker.com/reference/dockerfile/#run---mount, read 2026-11-23.
 */
export function mountsOf(flags: readonly Flag[]): Mount[] {
  return flags.filter((flag) => flag.name === 'mount').map((flag) => mountOf(flag.value ?? ''));
}

function mountOf(text: string): Mount {
  const fields = new Map<string, string>();
  for (const field of text.split(',')) {
    const equals = field.indexOf('=');
    const key = (equals < 0 ? field : field.slice(0, equals)).trim().toLowerCase();
    fields.set(key, equals < 0 ? 'true' : field.slice(equals + 1));
  }
  const get = (...names: string[]): string | undefined => {
    for (const name of names) if (fields.has(name)) return fields.get(name);
    return undefined;
  };
  const type = get('type')?.toLowerCase() ?? 'bind';
  return {
    type,
    target: get('target', 'dst', 'destination'),
    from: get('from'),
    source: get('source', 'src'),
    id: get('id'),
    writable: isWritable(type, get('readonly', 'ro'), get('readwrite', 'rw')),
  };
}

function isWritable(
  type: string,
  readonly: string | undefined,
  writable: string | undefined,
): boolean {
  if (writable !== undefined) return writable !== 'false';
  if (readonly !== undefined) return readonly === 'false';
  return type === 'cache' || type === 'tmpfs';
}
