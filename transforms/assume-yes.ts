import { defineTransform, type Finding } from '../src/kit.ts';
import { asksIn, CONFIGURED, PROMPTS } from './shared/prompts.ts';
import { reword } from './shared/rewording.ts';
import { visitOf, type Visit } from './shared/visit.ts';

export default defineTransform({
  id: 'assume-yes',
  summary: 'Answer yes to package managers beforehand',
  why: 'Nobody sits at a build. A package manager that asks whether to go on reads the end of its input, takes that for no, and the build stops; apt-get only asks when it would install more than it was told to, so the same line works today and stops when a package gets a new dependency.',
  safety:
    'Suggested: where it works today without an answer, it works as before with one. What is answered by a pipe, by the configuration, or by an option in a variable is left alone.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    variable: 'the answer may be in the variable behind the program',
  },
  sources: PROMPTS.map(({ source }) => source),
  ignoredBy: { hadolint: ['DL3014', 'DL3030', 'DL3034', 'DL3038'] },

  *run({ doc, context, allows, lineOf }) {
    if (CONFIGURED.test(doc.text)) return;
    for (const instruction of doc.instructions) {
      if (!allows(instruction)) continue;
      const visit = visitOf({ doc, context, lineOf }, instruction);
      if (!visit) continue;
      const { asks, unclear } = asksIn(visit.script);
      for (const command of unclear) {
        yield {
          at: visit.outer,
          message: `answer ${command.program} beforehand`,
          reason: 'variable',
          detail: command.option,
        };
      }
      const finding = asks.length > 0 ? answer(visit, asks) : undefined;
      if (finding) yield finding;
    }
  },
});

function answer(visit: Visit, asks: ReturnType<typeof asksIn>['asks']): Finding | undefined {
  const rewrite = reword(
    visit,
    asks.map(({ command, behind, flag }) => ({
      command,
      texts: new Map([[behind, `${behind.text} ${flag}`]]),
    })),
  );
  if (!rewrite) return undefined;
  const flags = [...new Set(asks.map(({ flag }) => flag))].join(' and ');
  const programs = [...new Set(asks.map(({ program }) => program))].join(' and ');
  return {
    at: visit.outer,
    message: `${flags}: in a build nobody answers ${programs}`,
    applicability: 'suggested',
    ...rewrite,
  };
}
