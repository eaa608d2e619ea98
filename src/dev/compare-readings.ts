/** Our reading of a Dockerfile held against another one (see reference.ts). */
import {
  DockerfileError,
  parseDockerfile,
  type Document,
  type Instruction,
  type Keyword,
} from '../index.ts';
import { accepts, whyNot, type ReferenceAnswer, type ReferenceNode } from './reference.ts';

/** What differs, an entry each; none when the two agree. */
export function differences(text: string, answer: ReferenceAnswer): string[] {
  let doc: Document;
  try {
    doc = parseDockerfile(text);
  } catch (error) {
    if (!(error instanceof DockerfileError)) return [`we crash: ${String(error)}`];
    return accepts(answer) ? [`we refuse it: line ${error.line}: ${error.message}`] : [];
  }
  if (!accepts(answer)) return [`we accept it; the other says: ${whyNot(answer)}`];
  const nodes = answer.nodes ?? [];
  if (doc.instructions.length !== nodes.length) {
    return [`${doc.instructions.length} instructions, not ${nodes.length}`];
  }
  return doc.instructions.flatMap((instruction, index) => [
    ...compareLine(doc, instruction, nodes[index]!),
    ...compareFields(instruction, nodes[index]!),
    ...roundTrip(doc, instruction),
  ]);
}

class Comparison {
  readonly found: string[] = [];
  private readonly place: string;

  constructor(instruction: Instruction) {
    this.place = `line ${instruction.line}, ${instruction.keyword}`;
  }

  same(what: string, ours: unknown, theirs: unknown): void {
    const [a, b] = [JSON.stringify(ours) ?? '', JSON.stringify(theirs) ?? ''];
    if (a !== b) {
      this.found.push(`${this.place}: ${what} is ${a.slice(0, 300)}, not ${b.slice(0, 300)}`);
    }
  }
}

function compareLine(doc: Document, ours: Instruction, theirs: ReferenceNode): string[] {
  const compare = new Comparison(ours);
  compare.same('the first line', ours.line, theirs.start);
  compare.same('the last line', ours.endLine, theirs.end);
  compare.same('the joined text', ours.joined.text, theirs.original);
  const heredocs = ours.heredocs.map(({ name, body, expand, chomp }) => ({
    name,
    content: doc.text.slice(body.start, body.end),
    expand,
    chomp,
  }));
  const others = (theirs.heredocs ?? []).map(({ name, content, expand, chomp }) => ({
    name,
    content,
    expand,
    chomp,
  }));
  compare.same('the heredocs', heredocs, others);
  return compare.found;
}

const WORDS: ReadonlySet<Keyword> = new Set(['COPY', 'ADD', 'EXPOSE', 'VOLUME', 'FROM']);
const COMMANDS: ReadonlySet<Keyword> = new Set(['RUN', 'CMD', 'ENTRYPOINT', 'SHELL']);
const TEXTS: ReadonlySet<Keyword> = new Set(['WORKDIR', 'USER', 'STOPSIGNAL', 'MAINTAINER']);

function compareFields(ours: Instruction, theirs: ReferenceNode): string[] {
  const compare = new Comparison(ours);
  const { keyword, pairs } = ours;
  const args = theirs.args ?? [];
  compare.same('the keyword', keyword, theirs.keyword.toUpperCase());
  compare.same('the flags', ours.flagTexts, theirs.flags ?? []);
  if (keyword === 'ENV' || keyword === 'LABEL') {
    // Name, value and separator; the last is what the layout shows.
    const named = args.filter((_, index) => index % 3 !== 2);
    compare.same(
      'the pairs',
      pairs.flatMap(({ name, value }) => [name, value ?? '']),
      named,
    );
  } else if (keyword === 'ARG') {
    const written = pairs.map(({ name, value }) =>
      value === undefined ? name : `${name}=${value}`,
    );
    compare.same('the arguments', written, args);
  } else if (WORDS.has(keyword)) {
    const words = ours.words.map((word) => word.text);
    compare.same('the words', words, args);
  } else if (COMMANDS.has(keyword)) {
    const text = ours.args.text;
    compare.same('JSON form', ours.json !== undefined, theirs.json ?? false);
    compare.same('the command', ours.json ?? (text === '' ? [] : [text]), args);
  } else if (TEXTS.has(keyword)) compare.same('the text', [ours.args.text], args);

  const sub = Array.isArray(theirs.sub) ? (theirs.sub as ReferenceNode[])[0] : theirs.sub;
  const inner = ours.trigger && sub ? compareFields(ours.trigger, sub as ReferenceNode) : [];
  return [...compare.found, ...inner];
}

/** Every character of the joined text stands in the file where the map says, and back. */
function roundTrip(doc: Document, { joined, line }: Instruction): string[] {
  const step = Math.max(1, Math.floor(joined.text.length / 2000));
  for (let at = 0; at < joined.text.length; at += step) {
    const place = joined.toDoc(at);
    if (doc.text[place] !== joined.text[at] || joined.toText(place) !== at) {
      return [`line ${line}: the character at ${at} of the joined text is mapped to ${place}`];
    }
  }
  return [];
}
