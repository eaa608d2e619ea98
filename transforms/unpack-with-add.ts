import {
  defineTransform,
  parseDockerfile,
  valueOf,
  type Context,
  type Document,
  type Edit,
  type Finding,
  type Refusal,
} from '../src/kit.ts';
import { normal } from './shared/copied.ts';
import { removeInstruction } from './shared/editing.ts';
import { replaced, textAfter } from './shared/in-copy/flags.ts';
import { pathFrom } from './shared/multi-stage/steps.ts';
import { trimSlashes } from './shared/prefix.ts';
import { packedIn, type Packed } from './shared/unpack/archive.ts';
import { sameByAdd } from './shared/unpack/tar.ts';
import { without, type Without } from './shared/unpack/without.ts';

export default defineTransform({
  id: 'unpack-with-add',
  summary: 'Unpack an archive without keeping it in a layer',
  why: 'An archive that one instruction copies and a RUN removes again stays in the layer of the copy, at its full size. ADD unpacks a tar archive on its way into the image, and a bind mount shows any file to one RUN only.',
  safety:
    'Suggested: the archive is read by one RUN, which unpacks and removes it. ADD where it unpacks the very same: a whole tar archive, by root, with nothing before it that could care; else a bind mount, which needs BuildKit.',
  since: '0.1.0',
  emits: ['suggested'],
  options: {},
  reasons: {
    place: 'the commands cannot be taken out of their RUN',
    comment: 'a comment above the instruction that would go speaks of more',
    frontend: 'the file asks for a syntax that does not know bind mounts yet',
  },
  sources: [
    {
      title: 'Dockerfile reference: adding local tar archives',
      url: 'https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives',
      date: '2026-11-25',
    },
    {
      title: 'Dockerfile reference: RUN --mount=type=bind',
      url: 'https://docs.docker.com/reference/dockerfile/#run---mounttypebind',
      date: '2026-11-25',
    },
  ],
  ignoredBy: { hadolint: ['DL3010'] },

  *run({ doc, context, allows }) {
    for (const stage of doc.stages) {
      for (const packed of packedIn(stage, context)) {
        if (!allows(packed.copy) || !allows(packed.run)) continue;
        yield rewrite(doc, context, packed);
      }
    }
  },
});

/** Up to here the flag and the command stand on one line. */
const LINE_WIDTH = 100;

const ABOUT = /\b(?:unpack|extract|archive|tarball|copy)/i;

function rewrite(doc: Document, context: Context, packed: Packed): Finding | Refusal {
  const into = sameByAdd(packed);
  return into === undefined ? mount(doc, context, packed) : add(doc, context, packed, into);
}

const refusal = (packed: Packed, message: string, reason: string): Refusal => ({
  at: packed.copy,
  message,
  reason,
});

/** The RUN without the `rm` of the archive, and without what else is told. */
function shorter(packed: Packed, unpacks: boolean): Without | 'nothing' | undefined {
  const { remove, run, unpack, path } = packed;
  const operands = remove.args.filter((arg) => !arg.startsWith('-'));
  const arg = operands.find((one) => pathFrom(remove.directory, one) === path)!;
  const alone = operands.length === 1;
  const gone = [...(unpacks ? [unpack] : []), ...(alone ? [remove] : [])];
  return without(run, gone, alone ? [] : [{ step: remove, arg }]);
}

/** ADD unpacks it where it belongs. */
function add(doc: Document, context: Context, packed: Packed, into: string): Finding | Refusal {
  const { copy, run } = packed;
  const message = `ADD unpacks ${packed.source}, which would stay in the layer of its COPY`;
  const rest = shorter(packed, true);
  if (rest === undefined) return refusal(packed, message, 'place');
  const destination = copy.words[1]!;
  const keyword = doc.text.slice(copy.keywordSpan.start, copy.keywordSpan.end);
  const edits: Edit[] = [
    { start: destination.start, end: destination.end, text: `${trimSlashes(into)}/` },
  ];
  if (copy.keyword !== 'ADD') {
    edits.push({ ...copy.keywordSpan, text: keyword === 'copy' ? 'add' : 'ADD' });
  }
  const left =
    rest === 'nothing'
      ? removeInstruction(doc, run, ABOUT)
      : {
          edits: rest.edits,
          changes: [{ kind: 'run' as const, instruction: run, tokens: rest.tokens }],
        };
  if (!left) return refusal(packed, message, 'comment');
  return {
    at: copy,
    message,
    applicability: 'suggested',
    edits: [...edits, ...left.edits],
    changes: [replaced(doc, copy, edits), ...left.changes],
    ...savesOf(packed, context),
  };
}

/** The RUN sees it for as long as it runs. */
function mount(doc: Document, context: Context, packed: Packed): Finding | Refusal {
  const { copy, run, source, path } = packed;
  const message = `a bind mount for ${source}, which would stay in the layer of its ${copy.keyword}`;
  if (isOldFrontend(doc)) return refusal(packed, message, 'frontend');
  const rest = shorter(packed, false);
  if (rest === undefined || rest === 'nothing') return refusal(packed, message, 'place');
  const removed = removeInstruction(doc, copy, ABOUT);
  if (!removed) return refusal(packed, message, 'comment');
  const from = copy.flag('from')?.value;
  const given = from === undefined ? normal(source).slice(1) : source;
  const flag = ` --mount=type=bind,${from === undefined ? '' : `from=${from},`}source=${given},target=${path}`;
  const at = run.flags.at(-1)?.end ?? run.keywordSpan.end;
  const [line = ''] = doc.text.slice(run.start).split(/\r?\n/, 1);
  // Where nothing but the keyword stands on the line, the rest is on the next one already.
  const isLong = line.length + flag.length > LINE_WIDTH && !/^\s*\w+\s*\S?\s*$/.test(line);
  const text = isLong ? `${flag} ${doc.escape}${doc.eol}   ` : flag;
  const edits: Edit[] = [{ start: at, end: at, text }, ...rest.edits];
  if (!readsAlike(textAfter(doc, run, edits), rest.tokens))
    return refusal(packed, message, 'place');
  return {
    at: copy,
    message,
    applicability: 'suggested',
    edits: [...removed.edits, ...edits],
    changes: [...removed.changes, replaced(doc, run, edits)],
    ...savesOf(packed, context),
  };
}

/** Does the RUN say the same whatever its shell is? */
function readsAlike(text: string, tokens: readonly string[]): boolean {
  const [, run] = parseDockerfile(`FROM scratch\n${text}`).instructions;
  const script = run && valueOf(run.run.script);
  return script !== undefined && script.tokens.join('\0') === tokens.join('\0');
}

/** https://docs.docker.com/reference/dockerfile/#run---mount, read 2026-11-25. */
const isOldFrontend = (doc: Document): boolean =>
  doc.directives.some(
    ({ name, value }) => name === 'syntax' && /dockerfile:1\.[01](?:\D|$)/.test(value),
  );

function savesOf({ copy, source }: Packed, context: Context): Pick<Finding, 'saves'> {
  if (!copy.stage!.ships || copy.flag('from')) return {};
  const bytes = valueOf(context.sizeOf(normal(source).slice(1)));
  return bytes === undefined || bytes === 0
    ? {}
    : { saves: { bytes, from: 'the size of the file in the build context' } };
}
