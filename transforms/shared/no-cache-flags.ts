import {
  commandText,
  tokensOf,
  valueOf,
  type BaseImage,
  type Edit,
  type Result,
} from '../../src/kit.ts';
import { savedByNoIndex } from './cache-sizes.ts';
import { isMounted, isSwitchedOff, type CacheUse } from './caches.ts';
import { APK, type Invocation, type Manager } from './package-managers.ts';
import { runs, type Visit } from './visit.ts';

/** `--no-cache` and the like, where the manager has such a flag. */
export function* addFlags(visit: Visit, use: CacheUse): Generator<Result> {
  const { manager } = use;
  const flag = manager.flag!;
  if (isMounted(visit.run, manager)) return;
  const calls = use.fills.filter((call) => !isSwitchedOff(visit.run, call));
  if (calls.length === 0) return;
  const facts = valueOf(visit.run.stage!.baseFacts);
  const age = ageOf(manager, facts);
  if (age === 'old') {
    yield {
      at: visit.outer,
      message: `add ${flag.text}`,
      reason: 'old-flag',
      detail: nameOf(facts),
    };
    return;
  }
  const saves = savedByNoIndex(visit, manager);
  const texts = new Map(calls.map((call) => [call.command, withFlag(call, manager)]));
  yield {
    at: visit.outer,
    message:
      `${flag.text}: ${manager.id} then leaves no cache in the layer` +
      (age === 'known' ? '' : ` (${SINCE[manager.id]!}, the base image is not known)`),
    applicability: age === 'known' ? 'safe' : 'suggested',
    edits: calls.map((call) => flagEdit(visit, call, manager)),
    changes: [
      runs(
        visit,
        tokensOf(visit.script.body, (command) => texts.get(command) ?? commandText(command)),
      ),
    ],
    ...(saves && { saves }),
  };
}

/** With `--no-cache` apk fetches its index anyway, so `--update` says nothing more. */
const replaced = (call: Invocation): Invocation['verbWord'] | undefined =>
  call.manager === APK
    ? call.args.find(
        ({ value }) => value === '--update' || value === '--update-cache' || value === '-U',
      )
    : undefined;

function withFlag(call: Invocation, manager: Manager): string {
  const old = replaced(call);
  const words = call.command.words.flatMap((word) => {
    if (word === old) return [manager.flag!.text];
    return word === call.verbWord && !old ? [word.text, manager.flag!.text] : [word.text];
  });
  return commandText(call.command, words);
}

function flagEdit({ run }: Visit, call: Invocation, manager: Manager): Edit {
  const { source } = run.run;
  const old = replaced(call);
  if (old) return { ...source.toDocSpan(old.start, old.end), text: manager.flag!.text };
  const at = source.toDocEnd(call.verbWord.end);
  return { start: at, end: at, text: ` ${manager.flag!.text}` };
}

/** From when on the manager knows the flag, for the message. */
const SINCE: Readonly<Record<string, string>> = {
  apk: 'needs Alpine 3.3 of 2015 or later',
  pip: 'needs pip 6.0 of 2014 or later',
  uv: 'needs uv 0.1.2 of 2024 or later',
};

/** Releases whose own pip is older than 6.0. */
const OLD_PIP = new Set(
  'lenny squeeze wheezy jessie lucid maverick natty oneiric precise quantal raring saucy trusty'.split(
    ' ',
  ),
);

/** Images of a language bring a pip of their own, which is newer than the distribution's. */
function ageOf(manager: Manager, facts: BaseImage | undefined): 'known' | 'old' | 'unknown' {
  if (manager.id === 'uv') return 'known';
  if (!facts) return 'unknown';
  if (manager.id === 'apk') return alpineAge(facts);
  const own = facts.repository === 'debian' || facts.repository === 'ubuntu';
  if (own && facts.release !== undefined && OLD_PIP.has(facts.release)) return 'old';
  return own && facts.release === undefined ? 'unknown' : 'known';
}

function alpineAge(facts: BaseImage): 'known' | 'old' | 'unknown' {
  if (facts.distribution === 'wolfi') return 'known';
  const [major, minor] = (facts.release ?? '').split('.').map(Number);
  if (major === undefined || minor === undefined) {
    return facts.release === 'edge' ? 'known' : 'unknown';
  }
  return major > 3 || (major === 3 && minor >= 3) ? 'known' : 'old';
}

const nameOf = (facts: BaseImage | undefined): string =>
  facts ? `${facts.repository}, ${facts.distribution ?? ''} ${facts.release ?? ''}`.trim() : '';
