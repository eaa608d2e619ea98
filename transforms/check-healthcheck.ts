import { defineTransform, type Finding, type Instruction } from '../src/kit.ts';
import type { Rewritten } from './shared/base-images/references.ts';
import { heldBy, lacks, lacksShell, type Held } from './shared/health/image.ts';
import { withWget } from './shared/health/wget.ts';
import { healthcheckIn, startOf } from './shared/multi-stage/start.ts';

export default defineTransform({
  id: 'check-healthcheck',
  summary: 'Report a HEALTHCHECK that calls a program which its image lacks',
  why: 'A check whose program is not there always fails: the container works, and is taken for unhealthy, restarted or left out by whatever watches it. Most often it is curl, which slim and Alpine images have not.',
  safety:
    'Suggested on Alpine, where the wget of busybox asks the same of the same address. Elsewhere it is only reported: what to install, or to call instead, is not known.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    program: 'which program should check instead, or whether to install this one, is not known',
    shell: 'its shell form needs a shell, and the image has none',
  },
  sources: [
    {
      title: 'Dockerfile reference: HEALTHCHECK',
      url: 'https://docs.docker.com/reference/dockerfile/#healthcheck',
      date: '2026-11-26',
    },
    {
      title: 'BusyBox: wget',
      url: 'https://git.busybox.net/busybox/tree/networking/wget.c',
      date: '2026-11-26',
    },
    {
      title: 'curl: --fail',
      url: 'https://curl.se/docs/manpage.html#-f',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows }) {
    for (const stage of doc.stages) {
      const check = healthcheckIn(stage);
      const held = check && allows(check) ? heldBy(stage, context) : undefined;
      if (!check || !held) continue;
      const image = stage.lineage[0]!.from.words[0]!.text;
      if (!check.json && lacksShell(held)) {
        yield { at: check, message: `the HEALTHCHECK cannot run on ${image}`, reason: 'shell' };
        continue;
      }
      const { health } = startOf(stage, context);
      const missing = health?.programs.find((program) => lacks(held, program));
      if (missing === undefined) continue;
      const message = `the HEALTHCHECK calls ${missing}, which ${image} lacks, and no step installs it`;
      const rewritten = missing === 'curl' && hasWget(held) ? withWget(doc, check) : undefined;
      yield rewritten
        ? mended(check, `${message}: the wget of busybox asks the same`, rewritten)
        : { at: check, message, reason: 'program' };
    }
  },
});

const hasWget = (held: Held): boolean =>
  held.base?.shell === 'busybox' &&
  !held.stage.lineage.some((one) => one.instructions.some(({ keyword }) => keyword === 'SHELL'));

const mended = (check: Instruction, message: string, { edits, changes }: Rewritten): Finding => ({
  at: check,
  message,
  applicability: 'suggested',
  edits,
  changes,
  // What is installed there decides.
  basis: check
    .stage!.lineage.flatMap((one) => [one.from, ...one.instructions])
    .filter((other) => other !== check),
});
