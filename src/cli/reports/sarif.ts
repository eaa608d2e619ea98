/**
 * SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, and what GitHub
 * takes of it: https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning,
 * read 2026-11-26.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import manifest from '../../../package.json' with { type: 'json' };
import type { ReportedFinding } from '../../engine/fix.ts';
import { transforms } from '../../index.ts';
import type { Output } from '../output.ts';
import type { FileReport, Read, Reporter } from '../report.ts';
import { isSayable, suggestionsOf, type Block } from './blocks.ts';
import { List } from './list.ts';
import { Places } from './places.ts';
import { Fingerprints, sentence, troublesOf } from './said.ts';

type Json = Readonly<Record<string, unknown>>;

export class SarifReporter implements Reporter {
  private readonly out: Output;
  private readonly results: List;
  private readonly places = new Places();
  private readonly fingerprints = new Fingerprints();
  private readonly troubles: Json[] = [];

  constructor(out: Output) {
    this.out = out;
    this.results = new List(out);
  }

  async begin(): Promise<void> {
    const driver = {
      name: 'dockopt',
      version: manifest.version,
      rules: transforms.map(({ id, summary, why, sources }) => ({
        id,
        shortDescription: { text: summary },
        fullDescription: { text: why },
        ...(sources[0] ? { helpUri: sources[0].url } : {}),
        help: { text: `${why} dockopt explain ${id} tells more.` },
        defaultConfiguration: { level: 'warning' },
      })),
    };
    const head = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results: [] }],
    };
    // The results are written into the list as they come.
    await this.out.write(JSON.stringify(head).slice(0, -']}]}'.length));
  }

  async file(report: FileReport, read: Read | undefined): Promise<void> {
    const location = locationOf(this.places.of(report.path));
    for (const { line, message } of troublesOf(report)) {
      this.troubles.push({
        level: 'error',
        message: { text: message },
        locations: [physical(location, line)],
      });
    }
    this.fingerprints.clear();
    const fixes = read ? fixesOf(report, read, location) : new Map<ReportedFinding, Json>();
    for (const finding of report.findings) {
      const fix = fixes.get(finding);
      await this.results.add({
        ruleId: finding.transform,
        level: finding.applied ? 'warning' : 'note',
        message: { text: sentence(finding) },
        locations: [physical(location, finding.line)],
        partialFingerprints: { 'dockopt/v1': this.fingerprints.of(report.path, finding) },
        ...(fix ? { fixes: [fix] } : {}),
        properties: {
          applicability: finding.applicability,
          ...(finding.saves ? { savesBytes: finding.saves.bytes } : {}),
        },
      });
    }
  }

  async end(): Promise<void> {
    const invocation = {
      executionSuccessful: this.troubles.length === 0,
      toolExecutionNotifications: this.troubles,
    };
    await this.out.write(`${this.results.end}],"invocations":[${JSON.stringify(invocation)}]}]}\n`);
  }
}

/** A fix goes with the first finding that it mends: applied twice it would do harm. */
function fixesOf(report: FileReport, read: Read, location: Json): Map<ReportedFinding, Json> {
  const fixes = new Map<ReportedFinding, Json>();
  for (const { block, findings } of suggestionsOf(report, read)) {
    const [first] = findings;
    if (!first || !isSayable(block.removed + block.inserted)) continue;
    const ids = [...new Set(findings.map(({ transform }) => transform))].join(', ');
    fixes.set(first, {
      description: { text: `Apply ${ids}` },
      artifactChanges: [{ artifactLocation: location, replacements: [replacementOf(block)] }],
    });
  }
  return fixes;
}

/** The end of a region is exclusive: the first column of the next line takes the line ending along. */
function replacementOf({ line, count, removed, inserted }: Block): Json {
  const ends = removed === '' || removed.endsWith('\n');
  const last = removed.slice(removed.lastIndexOf('\n') + 1);
  return {
    deletedRegion: {
      startLine: line,
      startColumn: 1,
      endLine: ends ? line + count : line + count - 1,
      endColumn: ends ? 1 : last.length + 1,
    },
    ...(inserted === '' ? {} : { insertedContent: { text: inserted } }),
  };
}

const physical = (artifactLocation: Json, startLine: number): Json => ({
  physicalLocation: { artifactLocation, region: { startLine } },
});

function locationOf(file: string): Json {
  if (path.isAbsolute(file)) return { uri: pathToFileURL(file).href };
  const uri = file
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')))
    .join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}
