/** Which reports a run writes, and where. */
import path from 'node:path';
import { UsageError } from '../errors.ts';
import type { Output } from '../output.ts';
import type { Reporter } from '../report.ts';

/** The formats, and what makes a reporter of each: loaded when it is asked for. */
const FORMATS = {
  diff: async (out: Output) => new (await import('../diff-report.ts')).DiffReporter(out),
  json: async (out: Output) => new (await import('../json.ts')).JsonReporter(out),
  text: async (out: Output) => new (await import('./text.ts')).TextReporter(out),
  sarif: async (out: Output) => new (await import('./sarif.ts')).SarifReporter(out),
  github: async (out: Output) => new (await import('./github.ts')).GithubReporter(out),
  suggestions: async (out: Output) =>
    new (await import('./suggestions.ts')).SuggestionsReporter(out),
  markdown: async (out: Output) => new (await import('./markdown.ts')).MarkdownReporter(out),
  gitlab: async (out: Output) => new (await import('./gitlab.ts')).GitlabReporter(out),
  rdjson: async (out: Output) => new (await import('./rdjson.ts')).RdjsonReporter(out),
  html: async (out: Output) => new (await import('./html.ts')).HtmlReporter(out),
} as const satisfies Record<string, (out: Output) => Promise<Reporter>>;

export type Format = keyof typeof FORMATS;

export const FORMAT_NAMES = Object.keys(FORMATS) as Format[];

/** As it stands on the command line. */
export interface GivenReport {
  readonly format: string;
  readonly output: string | undefined;
}

export interface ReportRequest {
  readonly format: Format;
  /** Undefined: standard output. */
  readonly output: string | undefined;
}

export const reporterFor = (format: Format, out: Output): Promise<Reporter> => FORMATS[format](out);

export function readReports(given: readonly GivenReport[]): ReportRequest[] {
  const seen = new Set<string>();
  return given.map(({ format, output }) => {
    const known = FORMAT_NAMES.find((name) => name === format);
    if (known === undefined) {
      const names = `${FORMAT_NAMES.slice(0, -1).join(', ')} or ${FORMAT_NAMES.at(-1)}`;
      throw new UsageError(`--format takes ${names}, not ${JSON.stringify(format)}`);
    }
    if (output === '') throw new UsageError('--output takes the name of a file');
    const place = output === undefined ? '' : path.resolve(output);
    if (seen.has(place)) {
      throw new UsageError(
        output === undefined
          ? 'two reports go to standard output; give one of them an --output behind its --format'
          : `two reports go to ${JSON.stringify(output)}`,
      );
    }
    seen.add(place);
    return { format: known, output };
  });
}
