import { valueOf, type Document, type Stage } from '../../src/index.ts';

/** What the configuration of an image says, as far as its Dockerfile sets it. */
export interface Configuration {
  readonly env: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly string[];
  readonly volumes: readonly string[];
  readonly workdir: string | undefined;
  readonly user: string | undefined;
  readonly stopSignal: string | undefined;
  readonly healthcheck: string | undefined;
  readonly entrypoint: string | undefined;
  readonly cmd: string | undefined;
}

/** Evaluates the last stage of a file, with the build arguments at their defaults. */
export function configurationOf(doc: Document): Configuration {
  const stage = doc.stages.at(-1)!;
  const env: Record<string, string> = {};
  const labels: Record<string, string> = {};
  const lists = { EXPOSE: new Set<string>(), VOLUME: new Set<string>() };
  for (const instruction of stage.instructions) {
    const { keyword } = instruction;
    if (keyword === 'ENV' || keyword === 'LABEL') {
      for (const { name, value } of instruction.pairs) {
        const expanded = valueOf(instruction.expand(value ?? '')) ?? '?';
        (keyword === 'ENV' ? env : labels)[name] = expanded;
      }
    }
    if (keyword === 'EXPOSE' || keyword === 'VOLUME') {
      for (const { text } of instruction.words) {
        lists[keyword].add(valueOf(instruction.expand(text)) ?? '?');
      }
    }
  }
  const last = (keyword: string): string | undefined => {
    const found = stage.instructions.findLast((instruction) => instruction.keyword === keyword);
    return found && (found.json ? JSON.stringify(found.json) : found.args.text);
  };
  return {
    env,
    labels,
    ports: [...lists.EXPOSE].toSorted(),
    volumes: [...lists.VOLUME].toSorted(),
    workdir: atEnd(stage, 'WORKDIR'),
    user: atEnd(stage, 'USER'),
    stopSignal: last('STOPSIGNAL'),
    healthcheck: last('HEALTHCHECK'),
    entrypoint: last('ENTRYPOINT'),
    cmd: last('CMD'),
  };
}

/** WORKDIR is followed from one to the next; a USER that was never set is that of the base. */
function atEnd(stage: Stage, keyword: 'WORKDIR' | 'USER'): string | undefined {
  const facts = valueOf(stage.baseFacts);
  // An image without a configuration runs as root in /.
  let value: string | undefined =
    keyword === 'USER' ? (facts?.user ?? 'root') : (facts?.workdir ?? '/');
  for (const instruction of stage.instructions) {
    if (instruction.keyword !== keyword) continue;
    const written = valueOf(instruction.expand(instruction.args.text));
    value =
      keyword === 'USER' || written?.startsWith('/') === true
        ? written
        : `${value?.replace(/\/$/, '') ?? ''}/${written ?? '?'}`;
  }
  return value?.replace(/(.)\/$/, '$1');
}
