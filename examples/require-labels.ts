/**
 * Gives images the labels that a team asks for:
 *
 *   dockopt run examples/require-labels.ts --labels 'team=payments,org.opencontainers.image.source'
 *
 * A label without a value is only asked for.
 */
import { defineTransform, type Document, type Finding } from 'dockopt';

export default defineTransform({
  id: 'require-labels',
  summary: 'Give the image the labels that it must have',
  why: 'Labels tell whose image it is, and where it comes from.',
  safety: 'Suggested: the image gets labels on purpose.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {
    labels: {
      type: 'text',
      default: '',
      required: true,
      describe: 'NAME=VALUE or NAME, separated by commas',
    },
  },
  reasons: { value: 'only its author knows the value' },
  sources: [
    {
      title: 'Dockerfile reference: LABEL',
      url: 'https://docs.docker.com/reference/dockerfile/#label',
      date: '2026-11-26',
    },
  ],
  ignoredBy: { hadolint: ['DL3049'] },

  *run({ doc, options, allows }) {
    const final = doc.stages.at(-1);
    if (!final || !allows(final.from)) return;
    const present = new Set(
      final.lineage
        .flatMap((stage) => stage.instructions)
        .filter(({ keyword }) => keyword === 'LABEL')
        .flatMap(({ pairs }) => pairs.map(({ name }) => name.replace(/^(["'])(.*)\1$/, '$2'))),
    );
    const missing = options.labels
      .split(',')
      .map((label) => label.trim().split(/=(.*)/s) as [string, string?])
      .filter(([name]) => name !== '' && !present.has(name));
    const known = missing.filter(([, value]) => value !== undefined);
    if (known.length > 0) yield labelled(doc, known as [string, string][]);
    for (const [name, value] of missing) {
      if (value !== undefined) continue;
      yield { at: final.from, message: `the image needs a label ${name}`, reason: 'value' };
    }
  },
});

/** With the labels in one instruction at the end, where they make nothing else build anew. */
function labelled(doc: Document, labels: readonly (readonly [string, string])[]): Finding {
  const { text } = doc;
  const final = doc.stages.at(-1)!.from;
  const names = labels.map(([name]) => name).join(', ');
  const keyword = /^[a-z]/.test(text.slice(final.start)) ? 'label' : 'LABEL';
  const pairs = labels.map(([name, value]) => `${name}="${value.replace(/["\\$`]/g, '')}"`);
  const line = `${keyword} ${pairs.join(' ')}`;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const ends = text.endsWith('\n');
  return {
    at: final,
    message: `the image has no label ${names}`,
    applicability: 'suggested',
    edits: [
      {
        start: text.length,
        end: text.length,
        text: ends ? line + newline : newline + line,
      },
    ],
    changes: [{ kind: 'inserted', before: undefined, texts: [line] }],
  };
}
