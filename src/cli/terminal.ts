/**
 * C0 and C1 controls and DEL, which a terminal obeys; line and paragraph separators; marks that
 * change the direction of text (https://trojansource.codes, read 2026-11-23) or are not seen; and
 * lone surrogates, which stand for bytes that are not UTF-8.
 */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu;

/** A text of one line that a terminal shows as it is. */
export function visible(text: string): string {
  return text.replace(UNSAFE, escaped);
}

/** A line of a file, tabs left in. */
export function visibleLine(text: string): string {
  return text.replace(UNSAFE, (unit) => (unit === '\t' ? unit : escaped(unit)));
}

const NAMED: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0xdc80 && code <= 0xdcff) return `\\x${(code - 0xdc00).toString(16)}`;
  const hex = code.toString(16);
  return (
    NAMED[unit] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`)
  );
}

/** Does the stream take colours? https://no-color.org, read 2026-11-23. */
export function takesColour(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, TERM } = process.env;
  return stream.isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** `1 file`, `2 files`. */
export const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

const UNITS = ['kB', 'MB', 'GB', 'TB'];

/** `1.2 MB`: thousands, as Docker counts. */
export function byteText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  let value = bytes;
  let unit = -1;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit++) value /= 1000;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`;
}
