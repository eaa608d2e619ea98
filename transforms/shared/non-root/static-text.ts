import type { Word } from '../../../src/kit.ts';
import type { Image } from './types.ts';

/** The value of a word, with the variables that ENV sets. */
export function staticText({ stage }: Pick<Image, 'stage'>, word: Word): string | undefined {
  if (word.value !== undefined) return word.value;
  if (word.scripts.length > 0) return undefined;
  let missing = false;
  const text = word.text
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\$(?:\{(\w+)(?::?-([^}$]*))?\}|(\w+))/g, (_all, braced, otherwise, plain) => {
      const name = String(braced ?? plain);
      const variable = stage.scope.at(Infinity, name);
      const value = stage.scope.value(Infinity, name);
      if (variable?.kind === 'env' && value.known) return value.value;
      if (otherwise !== undefined) return String(otherwise);
      missing = true;
      return '';
    });
  return missing || /["'\\$`*?]/.test(text) ? undefined : text;
}
