import type { Document, Instruction } from '../../../src/kit.ts';
import { byEdits } from '../base-images/by-edits.ts';
import type { Rewritten } from '../base-images/references.ts';

/**
 * `curl --fail` against a plain address: success is an answer below 400, as for wget. Options that
 * only keep it quiet, or follow redirections, which wget always does.
 */
const OPTION = String.raw`(?:-[fsSL]+|--fail|--silent|--show-error|--location|-o +\/dev\/null|--output +\/dev\/null)`;
const CURL = new RegExp(
  String.raw`\bcurl((?: +${OPTION})*) +(["']?)(http:\/\/[^\s"'|;&<>]+)\2((?: +${OPTION})*)(?=$| *\|\||\s*$)`,
);

/** The check with the wget of busybox in the place of curl; undefined where it is not that simple. */
export function withWget(doc: Document, check: Instruction): Rewritten | undefined {
  const { args } = check;
  const found = check.json ? inExec(args.text) : CURL.exec(args.text);
  if (!found) return undefined;
  const [whole, before = '', quote = '', url = '', after = ''] = found;
  if (!/(?:[ "]|^)(?:-\w*f|--fail)/.test(`${before} ${after}`)) return undefined;
  const start = args.toDoc(found.index);
  const end = args.toDocEnd(found.index + whole.length);
  if (check.comments.some((comment) => comment.start < end && start < comment.end))
    return undefined;
  if (doc.text.slice(start, end).includes('\n')) return undefined;
  const text = check.json
    ? `"wget", "-qO", "/dev/null", "${numeric(url)}"`
    : `wget -qO /dev/null ${quote}${numeric(url)}${quote}`;
  const edits = [{ start, end, text }];
  return { edits, changes: [byEdits(doc, check, edits)], basis: [] };
}

/** The words of the exec form, from `"curl"` to the address. */
function inExec(text: string): RegExpExecArray | null {
  return /"curl"((?:, *"(?:-[fsSL]+|--fail|--silent|--show-error|--location)")*), *(")(http:\/\/[^"\s]+)"((?:, *"(?:-[fsSL]+|--fail|--silent)")*)(?= *\])/.exec(
    text,
  );
}

/**
 * It tries one address of a name alone, which for localhost may be the one of IPv6.
 * https://git.busybox.net/busybox/tree/networking/wget.c (open_socket), read 2026-11-26.
 */
const numeric = (url: string): string =>
  url.replace(/^http:\/\/localhost(?=[:/]|$)/, 'http://127.0.0.1');
