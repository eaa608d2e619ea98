import { skipSpaces } from './text.ts';

/** Thrown for `["a", 1]`: the builder refuses arrays of anything but strings. */
export class JsonFormError extends Error {}

/**
 * The words of an argument in JSON (exec) form, `undefined` when it is not: the builder takes it
 * for JSON if and only if it parses as such, so `['a']`, `["a",]` and `["a"] # c` are shell form.
 * Source: https://docs.docker.com/reference/dockerfile/#exec-form, read 2026-11-23.
 */
export function jsonForm(args: string): string[] | undefined {
  const start = skipSpaces(args, 0);
  if (args[start] !== '[') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(args.slice(start));
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  if (!value.every((word) => typeof word === 'string')) {
    throw new JsonFormError('an array in JSON form may hold strings only');
  }
  return value;
}

export function isJsonForm(args: string): boolean {
  try {
    return jsonForm(args) !== undefined;
  } catch {
    return true;
  }
}
