/** A transform to begin with: its source, and two cases that pass. */

/** Is it a name for a transform? */
export const isId = (id: string): boolean => /^[a-z]+(?:-[a-z0-9]+)+$/.test(id);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The files of the cases, from the folder of the transform's fixtures. */
export const CASES: Readonly<Record<string, string>> = {
  'acts/input.Dockerfile': 'FROM debian:12\nMAINTAINER Ada <ada@example.com>\n',
  'acts/expected.Dockerfile':
    'FROM debian:12\nLABEL org.opencontainers.image.authors="Ada <ada@example.com>"\n',
  'acts/case.json': json({ doc: 'A MAINTAINER becomes a label' }),
  'refuses/input.Dockerfile': 'FROM debian:12\nMAINTAINER $ADA\n',
  'refuses/case.json': json({ refused: ['variable'] }),
};

/** The same in JavaScript. */
export const inJavaScript = (source: string): string =>
  source.replace(/, type \w+/g, '').replace(/\((\w+): \w+, (\w+): string\): Finding/, '($1, $2)');

export function testSource(id: string, ending: string): string {
  return `import { test } from 'node:test';
import { fixtureCases } from 'dockopt/testing';
import transform from './${id}.${ending}';

const folder = new URL('./__fixtures__/${id}/', import.meta.url);
for (const { name, run } of fixtureCases(transform, folder)) test(name, run);
`;
}

/** A small transform that works, to be changed. */
export function transformSource(id: string, from: string, version: string): string {
  const today = new Date().toISOString().slice(0, 10);
  return `import { defineTransform, type Finding, type Instruction } from '${from}';

export default defineTransform({
  id: '${id}',
  summary: 'Write MAINTAINER as a label',
  why: 'MAINTAINER is deprecated. A label says the same, and tools read it.',
  safety:
    'Suggested: the author moves from a field of the image to a label. The value is known in full.',
  since: '${version}',
  emits: ['suggested'],
  options: {},
  reasons: {
    variable: 'the value holds a variable, which a label would expand and MAINTAINER does not',
  },
  sources: [
    {
      title: 'Dockerfile reference: MAINTAINER',
      url: 'https://docs.docker.com/reference/dockerfile/#maintainer-deprecated',
      date: '${today}',
    },
  ],
  ignoredBy: { hadolint: ['DL4000'], check: ['MaintainerDeprecated'] },

  *run({ doc, allows }) {
    for (const instruction of doc.only('MAINTAINER')) {
      if (!allows(instruction)) continue;
      const author = instruction.args.text;
      if (author.includes('$')) {
        yield { at: instruction, message: 'write it as a label', reason: 'variable' };
      } else yield label(instruction, author);
    }
  },
});

function label(instruction: Instruction, author: string): Finding {
  const value = author.replace(/^"(.*)"$/, '$1').replace(/["\\\\\`]/g, '');
  const text = \`LABEL org.opencontainers.image.authors="\${value}"\`;
  const { start, end } = instruction;
  return {
    at: instruction,
    message: 'MAINTAINER is deprecated: a label says the same',
    applicability: 'suggested',
    edits: [{ start, end, text }],
    changes: [{ kind: 'replaced', instruction, by: text }],
  };
}
`;
}
