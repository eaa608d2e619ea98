/**
 * What `multi-stage` makes of the applications in trees of Dockerfiles, as a Markdown table.
 *
 *   npm run survey -- DIR…
 *     --contexts FILE   lines of DOCKERFILE and its build context, with a tab between them: only
 *                       these files, instead of all below the directories
 *     --text            without their contexts
 *     --list            one line for each file, with the reason, before the table
 *
 * A file counts when it has one stage, copies something of its context, and starts something. Its
 * context is the directory that it lies in, unless `--contexts` says another. Files of the same
 * text and the same outcome count once.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DiskContext } from '../cli/disk-context.ts';
import { fix, noContext, parseDockerfile, transforms, type Document } from '../index.ts';
import { ecosystems } from '../../transforms/shared/multi-stage/ecosystems/index.ts';
import { isSubject, readSubject } from '../../transforms/shared/multi-stage/subject.ts';
import { findDockerfiles } from './dockerfiles.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    contexts: { type: 'string' },
    text: { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly file: string;
  readonly ecosystem: string;
  /** `suggested`, `unsafe`, a reason to refuse, or `quiet`. */
  readonly result: string;
  readonly detail: string;
}

const multiStage = transforms.find(({ id }) => id === 'multi-stage')!;

function filesAndContexts(): (readonly [file: string, context: string])[] {
  if (values.contexts !== undefined) {
    const lines = readFileSync(values.contexts, 'utf8').split('\n');
    return lines.filter(Boolean).map((line) => {
      const [file, context] = line.split('\t');
      return [file!, context ?? path.dirname(file!)];
    });
  }
  return findDockerfiles(positionals).map((file) => [file, path.dirname(file)]);
}

function isApplication(doc: Document): boolean {
  const [stage] = doc.stages;
  const has = (pattern: RegExp): boolean =>
    stage!.instructions.some(({ keyword }) => pattern.test(keyword));
  return doc.stages.length === 1 && has(/^(?:COPY|ADD)$/) && has(/^(?:CMD|ENTRYPOINT)$/);
}

function outcomeOf(file: string, directory: string): Outcome | undefined {
  const text = readFileSync(file, 'utf8');
  let doc: Document;
  try {
    doc = parseDockerfile(text);
  } catch {
    return undefined;
  }
  if (!isApplication(doc)) return undefined;
  const context = values.text ? noContext : new DiskContext(directory, file);
  const subject = readSubject(doc, context, { finalBase: 'auto', rebuild: false });
  const ecosystem = subject && isSubject(subject) && ecosystems.find((one) => one.applies(subject));
  const { findings, bugs } = fix(text, { transforms: [multiStage], level: 'unsafe', context });
  if (bugs[0]) return { file, ecosystem: 'bug', result: 'bug', detail: bugs[0].problem };
  const [finding] = findings;
  const id = ecosystem ? ecosystem.id : 'other';
  if (!finding) return { file, ecosystem: id, result: 'quiet', detail: '' };
  if (!finding.refused) {
    return { file, ecosystem: id, result: finding.applicability, detail: finding.message };
  }
  const reason = Object.entries(multiStage.reasons)
    .toSorted(([, a], [, b]) => b.length - a.length)
    .find(([, words]) => finding.reason?.startsWith(words));
  return { file, ecosystem: id, result: reason?.[0] ?? '?', detail: finding.reason ?? '' };
}

function table(outcomes: readonly Outcome[]): string {
  const rows = [...grouped(outcomes)]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .concat([['all', [...outcomes]]]);
  const lines = rows.map(([ecosystem, list]) => {
    const count = (result: string): number => list.filter((one) => one.result === result).length;
    const refused = new Map<string, number>();
    for (const { result } of list) {
      if (/^(?:suggested|unsafe|quiet)$/.test(result)) continue;
      refused.set(result, (refused.get(result) ?? 0) + 1);
    }
    const reasons = [...refused]
      .toSorted(([, a], [, b]) => b - a)
      .map(([name, n]) => `${name} ${n}`);
    return `| ${ecosystem} | ${list.length} | ${count('suggested')} | ${count('unsafe')} | ${count('quiet')} | ${reasons.join(', ')} |`;
  });
  return [
    '| ecosystem | eligible | suggested | unsafe | nothing to convert | refused |',
    '| --- | --: | --: | --: | --: | --- |',
    ...lines,
  ].join('\n');
}

function grouped(outcomes: readonly Outcome[]): Map<string, Outcome[]> {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    const list = groups.get(outcome.ecosystem);
    if (list) list.push(outcome);
    else groups.set(outcome.ecosystem, [outcome]);
  }
  return groups;
}

const seen = new Set<string>();
const outcomes = filesAndContexts().flatMap(([file, context]) => {
  const outcome = outcomeOf(file, context);
  if (!outcome) return [];
  const key = JSON.stringify([readFileSync(file, 'utf8'), outcome.result, outcome.detail]);
  if (seen.has(key)) return [];
  seen.add(key);
  return [outcome];
});
if (values.list) {
  for (const { file, ecosystem, result, detail } of outcomes) {
    console.log([ecosystem, result, file, detail].join('\t'));
  }
}
console.log(table(outcomes));
