/** The keys of a configuration: what they take, for the check and for the schema. */
import type { OptionSpec } from '../../engine/options.ts';
import { APPLICABILITIES } from '../../engine/finding.ts';
import { transforms } from '../../index.ts';

export type Field =
  | { readonly kind: 'text'; readonly describe: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[]; readonly describe: string }
  | { readonly kind: 'flag'; readonly describe: string }
  /** A list of texts: ids of transforms, or patterns; for `texts` one is enough, too. */
  | { readonly kind: 'ids' | 'patterns' | 'texts'; readonly describe: string }
  | {
      readonly kind: 'options' | 'transforms' | 'overrides' | 'verify';
      readonly describe: string;
    };

export type Fields = Readonly<Record<string, Field>>;

/** What an option of a built-in transform takes. */
function choicesOf(id: string, option: string): readonly string[] {
  const spec: OptionSpec | undefined = transforms.find((known) => known.id === id)?.options[option];
  return spec?.type === 'choice' ? spec.choices : [];
}

export const FINAL_BASES = choicesOf('multi-stage', 'finalBase');
export const CACHINGS = choicesOf('clean-package-caches', 'caching');

/** What is asked of an image. */
export const VERIFY_FIELDS: Fields = {
  run: {
    kind: 'texts',
    describe: 'Run the image with these arguments; compare output and exit status',
  },
  http: { kind: 'texts', describe: '[PORT]/PATH…: start the image and compare its answers' },
  health: { kind: 'flag', describe: 'Wait for what the health check says' },
  env: { kind: 'texts', describe: 'Environment variables for the tests: NAME=VALUE' },
};

/** What may differ from file to file. */
const FILE_FIELDS: Fields = {
  level: {
    kind: 'choice',
    choices: APPLICABILITIES,
    describe: 'The riskiest findings to apply; the default is suggested',
  },
  only: { kind: 'ids', describe: 'Only these transforms' },
  skip: { kind: 'ids', describe: 'Not these transforms' },
  also: { kind: 'ids', describe: 'Also these transforms, which are off by default' },
  options: { kind: 'options', describe: 'Option values by transform' },
  finalBase: {
    kind: 'choice',
    choices: FINAL_BASES,
    describe: 'What a new final stage is on: the option finalBase of multi-stage',
  },
  caching: {
    kind: 'choice',
    choices: CACHINGS,
    describe: 'How package caches are kept out of the image: cleaned up, or in cache mounts',
  },
  context: {
    kind: 'text',
    describe:
      'The build context, from the directory of the configuration; else what compose files say, or the directory of each file',
  },
  verify: {
    kind: 'verify',
    describe: 'The smoke tests of dockopt verify and fix --verify',
  },
};

export const CONFIG_FIELDS: Fields = {
  $schema: { kind: 'text', describe: 'The schema of this file, for editors' },
  ...FILE_FIELDS,
  ignore: {
    kind: 'patterns',
    describe: 'Files to leave alone: patterns as in .gitignore, from the directory of this file',
  },
  transforms: {
    kind: 'transforms',
    describe: 'Transforms of your own: paths of modules, from the directory of this file',
  },
  overrides: {
    kind: 'overrides',
    describe: 'Settings for some files; of two that match a file the later one wins',
  },
};

export const OVERRIDE_FIELDS: Fields = {
  files: {
    kind: 'patterns',
    describe: 'Which files: patterns as in .gitignore, from the directory of this file',
  },
  ...FILE_FIELDS,
};
