import { commandText, defineTransform, type Command, type Edit, type Stage } from '../src/kit.ts';
import {
  insertCommand,
  neighboursOf,
  plainCommandsIn,
  slotBehind,
  type Rewrite,
  type Slot,
} from './shared/editing.ts';
import { runs, visitOf, type Visit } from './shared/visit.ts';

export default defineTransform({
  id: 'security-updates',
  summary: 'Install the updates of the distribution where packages are installed anyway',
  why: 'Between two builds of its base image a distribution mends holes. Where the package lists are fetched anyway, the updates cost one more command, and the image does not wait for its base.',
  safety:
    'Suggested: packages of the base image are replaced by newer ones of the same release; what is held or pinned stays.',
  since: '0.1.0',
  optIn:
    'the image then depends on the day of its build, and holds what is replaced twice; to build anew, and often, on a fresh base image does the same without that',
  emits: ['suggested'],
  options: {},
  reasons: {
    'other-release':
      'the file brings packages of another release, and everything would be updated to it',
    place: 'nothing can be put behind the command on its own',
  },
  sources: [
    {
      title: 'Debian: apt-get(8), upgrade',
      url: 'https://manpages.debian.org/bookworm/apt/apt-get.8.en.html',
      date: '2026-11-26',
    },
    {
      title: 'Alpine: upgrading packages with apk',
      url: 'https://wiki.alpinelinux.org/wiki/Alpine_Package_Keeper#Upgrade_a_Running_System',
      date: '2026-11-26',
    },
    {
      title: 'Building best practices: rebuild your images often',
      url: 'https://docs.docker.com/build/building/best-practices/#rebuild-your-images-often',
      date: '2026-11-26',
    },
  ],
  ignoredBy: {},

  *run({ doc, context, allows, lineOf }) {
    const updated = new Set<Stage>();
    for (const stage of doc.stages) {
      // Of stages that are built on each other the first one is enough.
      const { lineage } = stage;
      if (!stage.ships || lineage.some((one) => updated.has(one) || upgrades(one))) continue;
      const visits = stage.instructions
        .filter((instruction) => instruction.trigger === undefined)
        .flatMap((instruction) => visitOf({ doc, context, lineOf }, instruction) ?? []);
      const found = visits.flatMap((visit) => placesIn(visit)).at(0);
      if (!found || !allows(found.visit.outer)) continue;
      updated.add(stage);
      const { visit, behind, text } = found;
      const message = `${text}: install the updates of the distribution too`;
      if (lineage.some(mixesReleases)) {
        yield { at: visit.outer, message, reason: 'other-release' };
        continue;
      }
      const slot = slotBehind(visit.run, visit.script, behind, false);
      if (typeof slot === 'string') {
        yield { at: visit.outer, message, reason: 'place' };
        continue;
      }
      const { edits, tokens } = insert(found, slot);
      const changes = [runs(visit, tokens)];
      yield { at: visit.outer, message, applicability: 'suggested', edits, changes };
    }
  },
});

/** Does the stage install updates, or run something that may? */
const upgrades = (stage: Stage): boolean =>
  stage.instructions.some(
    ({ keyword, run }) =>
      keyword === 'RUN' && /\b(?:upgrade|unattended-upgrades?|safe-upgrade)\b/.test(run.text),
  );

/** Alpine's edge beside a release, Debian's testing or unstable beside stable. */
const mixesReleases = (stage: Stage): boolean =>
  stage.instructions.some(
    ({ keyword, run }) =>
      keyword === 'RUN' &&
      ((run.text.includes('/etc/apk/repositories') && /\bedge\b/.test(run.text)) ||
        (run.text.includes('sources.list') &&
          /\b(?:sid|unstable|testing|experimental)\b/.test(run.text))),
  );

interface Place {
  readonly visit: Visit;
  readonly behind: Command;
  readonly text: string;
}

const APT_UPDATE = /^((?:sudo )?)(apt|apt-get) (?:-\S+ )*update(?: -\S+)*$/;
/** It fetches the list of packages for itself, whatever `apk update` left. */
const APK_ADD = /^((?:sudo )?)apk (?:.* )?add (?!.*--(?:root|initdb))/;

/** Behind what the updates can be installed. */
function placesIn(visit: Visit): Place[] {
  return plainCommandsIn(visit.script.body).flatMap((behind): Place[] => {
    const line = commandText(behind).replace(/ \d*>.*$/, '');
    const apt = APT_UPDATE.exec(line);
    if (apt) return [{ visit, behind, text: `${apt[1]}${apt[2]} upgrade -y` }];
    const apk = APK_ADD.exec(line);
    return apk ? [{ visit, behind, text: `${apk[1]}apk upgrade --no-cache` }] : [];
  });
}

/** On the line of the command, where the next one stands on it too. */
function insert({ visit, behind, text }: Place, slot: Slot): Rewrite {
  const { doc, run, script } = visit;
  const { edits, tokens } = insertCommand(doc, run, script, slot, text);
  const after = neighboursOf(script, behind)?.after;
  const end = run.run.source.toDocEnd(slot.node.end);
  const isOneLine =
    after !== undefined && !doc.text.slice(end, run.run.source.toDoc(after.start)).includes('\n');
  if (!isOneLine || slot.operator !== '&&') return { edits, tokens };
  const inline: Edit = { start: end, end, text: ` && ${text}` };
  return { edits: [inline], tokens };
}
