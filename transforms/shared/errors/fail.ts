import {
  valueOf,
  type Edit,
  type Finding,
  type Refusal,
  type Result,
  type Word,
} from '../../../src/kit.ts';
import { plainCommandsIn } from '../editing.ts';
import { shapeOf } from '../joining.ts';
import { reword, type Rewording } from '../rewording.ts';
import { runs, type Visit } from '../visit.ts';
import { careless, withFail } from './curl.ts';
import { carelessPipes, judge, pipelinesIn } from './pipes.ts';

/** What a RUN does not notice, and how it would. */
export function failOnErrors(visit: Visit): Result | undefined {
  const calls = careless(visit);
  const finding =
    calls.length > 0
      ? reword(
          visit,
          calls.map((step) => withFail(step)),
        )
      : undefined;
  if (finding) {
    return {
      at: visit.outer,
      message: 'curl -f: without it, what the server says of an error is taken for the file',
      applicability: 'suggested',
      ...finding,
    };
  }
  return pipes(visit);
}

function pipes(visit: Visit): Finding | Refusal | undefined {
  const { script, run, outer } = visit;
  const { dialect } = script;
  if (dialect.pipefail || /\bpipefail\b/.test(script.text)) return undefined;
  const errexit = dialect.errexit || shapeOf(script).setsErrexit;
  const [first] = carelessPipes(script, errexit);
  if (!first) return undefined;
  const message = 'set -o pipefail: a pipe has the status of its last command alone';
  const shell = dialect.name === 'bash' ? 'bash' : valueOf(run.stage!.baseFacts)?.shell;
  if (dialect.assumed !== undefined || !isPlainShell(visit)) {
    return { at: outer, message, reason: 'unknown-shell' };
  }
  if (shell !== 'bash' && shell !== 'busybox') {
    return shell === undefined
      ? { at: outer, message, reason: 'unknown-shell' }
      : { at: outer, message, reason: 'shell', detail: shell };
  }
  const judged = [...pipelinesIn(script.body)].map((pipeline) => judge(pipeline));
  const expected = judged.find((one) => one.expected !== undefined)?.expected;
  if (expected !== undefined) return { at: outer, message, reason: 'expected', detail: expected };
  const rewrite = withPipefail(visit);
  if (!rewrite) return { at: outer, message, reason: 'place' };
  const doubt = judged.find((one) => one.unknown !== undefined)?.unknown;
  return {
    at: outer,
    message: message + (doubt === undefined ? '' : `; not established: ${doubt}`),
    applicability: doubt === undefined ? 'suggested' : 'unsafe',
    ...rewrite,
  };
}

/** `/bin/sh`, of which the table says what it is, or bash. */
function isPlainShell({ run, script }: Visit): boolean {
  const argv = run.state && valueOf(run.state.shell);
  return script.dialect.name === 'bash' || /^(?:\/bin\/)?sh$/.test(argv?.[0] ?? '');
}

/** In front of all, or in the `set -eux` that stands there. */
function withPipefail(visit: Visit): Pick<Finding, 'edits' | 'changes'> | undefined {
  const { script, run, doc } = visit;
  if (script.body.statements.some(({ background }) => background)) return undefined;
  // The builder hands a heredoc on as it is: `pipefail` would end with the carriage return.
  if (run.run.form === 'script' && script.text.includes('\r')) return undefined;
  const set = setAtFront(visit);
  if (set) return reword(visit, [set]);
  if (run.heredocs.length > 0 && run.run.form !== 'script') return undefined;
  const [first] = script.body.statements;
  if (!first || (run.run.form === 'script' && first.node.start > 0)) return undefined;
  const at = run.run.source.toDoc(first.node.start);
  const own = 'set -o pipefail';
  const isScript = run.run.form === 'script';
  const edit: Edit = { start: at, end: at, text: isScript ? `${own}${doc.eol}` : `${own} && ` };
  return { edits: [edit], changes: [runs(visit, [own, isScript ? ';' : '&&', ...script.tokens])] };
}

function setAtFront({ script }: Visit): Rewording | undefined {
  const [first] = plainCommandsIn(script.body);
  const [statement] = script.body.statements;
  if (!first || !statement || first.start !== statement.node.start) return undefined;
  const [name, options, ...rest] = first.words;
  if (name?.value !== 'set' || rest.length > 0 || !/^-[aeux]+$/.test(options?.text ?? '')) {
    return undefined;
  }
  const texts = new Map<Word, string>([[options!, `${options!.text}o pipefail`]]);
  return { command: first, texts };
}
