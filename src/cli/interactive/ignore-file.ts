/** The ignore file of a build context is one question. */
import { DockerIgnore } from '../../model/dockerignore.ts';
import { explainError } from '../errors.ts';
import type { IgnoreReport } from '../ignore-files.ts';
import { visible } from '../terminal.ts';
import { answerTo } from './question.ts';
import type { Talk } from './terminal.ts';

/** The text that was taken; undefined: none. False: the user wants to stop. */
export async function askIgnoreFile(
  { report, source }: IgnoreReport,
  talk: Talk,
  everywhere: Set<string>,
): Promise<string | undefined | false> {
  const findings = report.findings.filter(({ applied }) => applied);
  const [first] = findings;
  const { output } = report;
  if (!first || output === null || everywhere.has(first.transform)) return undefined;
  const before = source?.text ?? '';
  for (;;) {
    const answer = await answerTo(
      {
        head: `${report.path}${source ? '' : ' (new)'}: ${first.transform}`,
        reasons: findings.map(({ message, applicability }) => `${message} (${applicability})`),
        before,
        after: output,
        // A comment in a file that is not there would be the file.
        without: source ? [] : ['i'],
      },
      talk,
    );
    if (answer === 'y') return output;
    if (answer === 'q') return false;
    if (answer === 'i') return `# dockopt ignore=${first.transform}${eolOf(before)}${before}`;
    if (answer === 'N') everywhere.add(first.transform);
    if (answer === 'n' || answer === 'N') return undefined;
    const edited = await edit(output, talk);
    if (edited !== undefined) return edited;
  }
}

const eolOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

async function edit(output: string, talk: Talk): Promise<string | undefined> {
  try {
    const text = await talk.edit(output);
    // Throws for a pattern that Docker would not read.
    new DockerIgnore(text).excludes('Dockerfile');
    if (text.trim() !== '') return text;
    talk.say('It is empty; nothing was taken.');
  } catch (error) {
    talk.say(visible(error instanceof SyntaxError ? error.message : explainError(error)));
  }
  return undefined;
}
