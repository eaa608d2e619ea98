/** An option of a transform: gives its type, its check and its documentation. */
export type OptionSpec =
  | { readonly type: 'boolean'; readonly default: boolean; readonly describe: string }
  | {
      readonly type: 'choice';
      readonly choices: readonly string[];
      readonly default: string;
      readonly describe: string;
    }
  /** Any text on one line. */
  | {
      readonly type: 'text';
      readonly default: string;
      readonly describe: string;
      /** There is no sensible default: it must be given. */
      readonly required?: boolean;
    };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<S> = S extends { type: 'boolean' }
  ? boolean
  : S extends { type: 'choice'; choices: readonly (infer C)[] }
    ? C
    : S extends { type: 'text' }
      ? string
      : never;

export type OptionValues<O extends OptionSpecs> = { readonly [K in keyof O]: ValueOf<O[K]> };

/** Thrown for an option that does not exist or a value that it does not take. */
export class OptionError extends Error {}

/**
 * The values of a transform's options: what is given, else the defaults. `partial`: more will be
 * given elsewhere.
 */
export function resolveOptions<O extends OptionSpecs>(
  id: string,
  specs: O,
  given: Readonly<Record<string, unknown>> = {},
  { partial = false } = {},
): OptionValues<O> {
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(specs, name)) {
      const names = Object.keys(specs);
      throw new OptionError(
        `${id} has no option ${JSON.stringify(name)}; ` +
          (names.length > 0 ? `it has ${names.join(', ')}` : 'it has none'),
      );
    }
  }
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs)) {
    if (!partial && spec.type === 'text' && spec.required && !Object.hasOwn(given, name)) {
      throw new OptionError(`${id} needs its option ${name}: ${spec.describe}`);
    }
    values[name] = Object.hasOwn(given, name) ? checked(id, name, spec, given[name]) : spec.default;
  }
  return values as OptionValues<O>;
}

function checked(id: string, name: string, spec: OptionSpec, value: unknown): unknown {
  if (spec.type === 'boolean') {
    if (value === true || value === 'true') return true;
    if (value === false || value === 'false') return false;
    throw new OptionError(`${id}.${name} takes true or false, not ${JSON.stringify(value)}`);
  }
  if (spec.type === 'text') {
    if (typeof value === 'string' && !/[\r\n]/.test(value)) return value;
    throw new OptionError(`${id}.${name} takes one line of text, not ${JSON.stringify(value)}`);
  }
  if (typeof value === 'string' && spec.choices.includes(value)) return value;
  throw new OptionError(
    `${id}.${name} takes ${spec.choices.join(' or ')}, not ${JSON.stringify(value)}`,
  );
}
