/** The JSON schema of a configuration, for editors: from the same fields as the check. */
import type { AnyTransform } from '../../engine/finding.ts';
import type { OptionSpec } from '../../engine/options.ts';
import { transforms } from '../../index.ts';
import {
  CONFIG_FIELDS,
  OVERRIDE_FIELDS,
  VERIFY_FIELDS,
  type Field,
  type Fields,
} from './fields.ts';

type Schema = Readonly<Record<string, unknown>>;

export function configSchema(): Schema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of dockopt',
    ...fieldsSchema(CONFIG_FIELDS, []),
  };
}

const fieldsSchema = (fields: Fields, required: readonly string[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)]),
  ),
  ...(required.length > 0 ? { required } : {}),
  additionalProperties: false,
});

function fieldSchema(field: Field): Schema {
  return { description: field.describe, ...typeOf(field) };
}

const TEXT: Schema = { type: 'string', minLength: 1 };
const TEXTS: Schema = { type: 'array', items: TEXT };

function typeOf(field: Field): Schema {
  switch (field.kind) {
    case 'text':
      return TEXT;
    case 'choice':
      return { enum: field.choices };
    case 'ids':
      // Any text too: there may be transforms of one's own.
      return { type: 'array', items: { anyOf: [{ enum: transforms.map(({ id }) => id) }, TEXT] } };
    case 'flag':
      return { type: 'boolean' };
    case 'verify':
      return fieldsSchema(VERIFY_FIELDS, []);
    case 'patterns':
    case 'texts':
      return { anyOf: [TEXT, TEXTS] };
    case 'transforms':
      return TEXTS;
    case 'overrides':
      return { type: 'array', items: fieldsSchema(OVERRIDE_FIELDS, ['files']) };
    case 'options': {
      const withOptions = transforms.filter(({ options }) => Object.keys(options).length > 0);
      return {
        type: 'object',
        properties: Object.fromEntries(
          withOptions.map((transform) => [transform.id, optionsSchema(transform)]),
        ),
        additionalProperties: { type: 'object' },
      };
    }
  }
}

const optionsSchema = ({ summary, options }: AnyTransform): Schema => ({
  type: 'object',
  description: summary,
  properties: Object.fromEntries(
    Object.entries(options).map(([name, spec]) => [name, optionSchema(spec)]),
  ),
  additionalProperties: false,
});

function optionSchema(spec: OptionSpec): Schema {
  const about = { description: spec.describe, default: spec.default };
  if (spec.type === 'boolean') return { ...about, type: 'boolean' };
  return spec.type === 'choice'
    ? { ...about, enum: spec.choices }
    : { ...about, type: 'string', pattern: '^[^\\r\\n]*$' };
}
