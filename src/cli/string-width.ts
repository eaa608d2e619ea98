import { stripVTControlCharacters } from 'node:util';

/**
 * Stands in for the `string-width` package in the bundle. Yargs only lays out its help text with
 * it, and ours has neither wide characters nor emoji. The real one more than doubles the time that
 * loading yargs takes.
 */
export default function stringWidth(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length;
}
