import { retirementOf, valueOf, type Instruction } from '../../../../src/kit.ts';
import type { Found } from '../found.ts';
import { respell, type Speller } from './types.ts';

/** apt 1.1, which knows better options, came with Debian 9 and Ubuntu 16.04. */
const OLD_RELEASE =
  /^(?:etch|lenny|squeeze|wheezy|jessie|hardy|lucid|precise|quantal|raring|saucy|trusty|utopic|vivid|wily)$/;

export const apt: Speller = {
  programs: /^apt(?:-get)?$/,
  source: {
    title: 'apt-get(8): --force-yes',
    url: 'https://manpages.debian.org/stretch/apt/apt-get.8.en.html',
    date: '2026-11-26',
  },
  modern(found) {
    const respelled = respell(found, [{ old: /^--force-yes$/, now: '' }]);
    if (!respelled) return undefined;
    const { run } = found.visit;
    const facts = run.stage && valueOf(run.stage.baseFacts);
    if (facts?.release !== undefined && OLD_RELEASE.test(facts.release)) return undefined;
    const foreign = foreignSource(run);
    if (foreign) {
      return {
        ...respelled,
        reason: 'unsigned',
        detail: `line ${found.visit.lineOf(foreign)}`,
      };
    }
    const note = 'which also accepts packages without a valid signature';
    const doubt = doubtOf(found);
    return { ...respelled, note, changes: true, ...(doubt !== undefined && { doubt }) };
  },
};

/** Brings packages, or lists of them, from elsewhere. */
const FOREIGN =
  /sources\.list|\.list\b|\.sources\b|add-apt-repository|apt-add-repository|apt-key|apt\.conf|\bdpkg\s+-i\b|\.deb\b|keyring/;

const foreignSource = ({ stage, index }: Instruction): Instruction | undefined =>
  (stage?.lineage ?? [])
    .flatMap(({ instructions }) => instructions)
    .find(
      (one) =>
        one.index <= index && /^(?:RUN|COPY|ADD)$/.test(one.keyword) && FOREIGN.test(one.args.text),
    );

/** What else the option lets pass: a lower version, and a distribution whose keys have expired. */
function doubtOf({ visit: { run }, rest }: Found): string | undefined {
  const base = run.stage?.lineage[0]?.base;
  const ref = base?.kind === 'image' ? valueOf(base.ref) : undefined;
  if (!ref || !run.stage?.baseFacts.known || run.stage.baseFacts.value.release === undefined) {
    return 'that the base image adds no packages without a signature';
  }
  if (retirementOf(ref)) return `that the keys of ${ref.text} have not expired`;
  const other = rest.find(({ text }) => /=|\$/.test(text) && !text.startsWith('-'));
  return other && `that ${other.text} is no lower version than the one that is there`;
}
