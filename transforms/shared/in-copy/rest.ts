import type { Document, Word } from '../../../src/kit.ts';
import type { Attribute } from './attributes.ts';
import type { Coverage, Covered } from './plan.ts';
import { dropAttribute, shrinkAttribute, type Shrunk } from './shrink.ts';

/** What is left of the command once COPY does its work for what is covered. */
export function restOf(
  doc: Document,
  attribute: Attribute,
  { covered, stays }: Coverage,
): Shrunk | undefined {
  const left = covered.map((one) => ({ word: one.target.word, texts: directoryTexts(one) }));
  const directories = left.flatMap(({ texts }) => texts);
  if (stays.length === 0 && directories.length === 0) return dropAttribute(doc, attribute);
  const apart = stays.length > 0 && directories.length > 0;
  const replaced = new Map<Word, string>();
  for (const { word, texts } of left) {
    const text = apart ? '' : texts.join(' ');
    if (text !== word.text) replaced.set(word, text);
  }
  return shrinkAttribute(doc, attribute, {
    replaced,
    flat: stays.length === 0 && attribute.recursive,
    behind: apart
      ? `${attribute.program} ${attribute.value.text} ${directories.join(' ')}`
      : undefined,
  });
}

/** As the command names them now, where it does. */
const directoryTexts = ({ target, directories }: Covered): string[] =>
  directories.map(({ path }) => (path === target.path ? target.word.text : path));
