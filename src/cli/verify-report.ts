import type { HistoryStep, Layer } from '../verify/archive.ts';
import type { Difference } from '../verify/compare.ts';
import type { Image } from '../verify/image.ts';
import type { Rebuilt } from '../verify/rebuild.ts';
import { count, visible } from './terminal.ts';
import type { Verified } from './verify.ts';
import type { VerifyRequest } from './verify-request.ts';

/** A row of the comparison: what, before, after. */
type Row = readonly [what: string, before: string, after: string];

/** For a terminal. */
export function table(all: readonly Verified[], request: VerifyRequest): string {
  return all
    .filter(({ verification }) => verification)
    .map((one) => {
      const rows: Row[] = [['', 'before', 'after'], ...rowsOf(one)];
      const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]!.length)));
      const lines = rows.map(([what, before, after]) =>
        `  ${what.padEnd(widths[0]!)}  ${before.padEnd(widths[1]!)}  ${after}`.trimEnd(),
      );
      const layers = request.layers ? layerLines(one) : [];
      return [
        visible(one.path),
        ...lines,
        ...notes(one).map((note) => `  ${note}`),
        ...layers.map((line) => `  ${line}`),
      ]
        .map((line) => `${line}\n`)
        .join('');
    })
    .join('\n');
}

/** For a pull request. */
export function markdown(all: readonly Verified[], request: VerifyRequest): string {
  return all.map((one) => markdownOf(one, request)).join('\n');
}

function markdownOf(one: Verified, request: VerifyRequest): string {
  const title = `### \`${visible(one.path)}\`\n\n`;
  if (!one.verification) return `${title}It could not be verified: ${code(one.trouble ?? '')}\n`;
  const rows: Row[] = [['', 'before', 'after'], ['---', '--:', '--:'], ...rowsOf(one)];
  const cells = (row: Row): string =>
    `| ${row.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |\n`;
  const layers = request.layers ? ['', '```', ...layerLines(one), '```'] : [];
  return [
    title,
    ...rows.map(cells),
    '\n',
    ...notes(one).map((note) => `- ${code(note)}\n`),
    ...layers.map((line) => `${line}\n`),
  ].join('');
}

/** As text, whatever Markdown would make of it. */
const code = (text: string): string =>
  text.replaceAll(/[<&]/g, (sign) => (sign === '<' ? '&lt;' : '&amp;'));

export function toJson(all: readonly Verified[], request: VerifyRequest): string {
  const files = all.map(({ path, trouble, findings, verification }) => {
    if (!verification) return { path, trouble };
    const { before, after, differences, volatile, problems, rebuilt } = verification;
    const side = (image: Image, again: Rebuilt | undefined) => ({
      bytes: image.size,
      compressed: image.compressed,
      layers: image.archive.layers.length,
      buildSeconds: image.built.seconds,
      cachedSteps: image.built.cachedSteps,
      ...(again && { rebuildSeconds: again.seconds }),
      configuration: image.configuration,
      packages: image.packages.size,
      files: image.files.size,
      ...(request.layers && { largest: largest(image).map(layerJson) }),
    });
    return {
      path,
      holds: problems.length === 0,
      problems,
      before: side(before.image, rebuilt?.before),
      ...(after?.kind === 'built' && { after: side(after.image, rebuilt?.after) }),
      ...(after?.kind === 'failed' && { log: after.log }),
      differences,
      volatile,
      findings,
    };
  });
  return `${JSON.stringify({ version: 1, files }, null, 2)}\n`;
}

function rowsOf({ verification }: Verified): Row[] {
  const { before, after, rebuilt } = verification!;
  const one = before.image;
  if (after?.kind !== 'built') {
    const other = after ? 'fails' : 'the same';
    return [
      ['builds', 'yes', after ? 'NO' : 'nothing to change'],
      ['size', bytes(one.size), other],
      ['compressed', bytes(one.compressed), other],
      ['layers', String(one.archive.layers.length), other],
    ];
  }
  const two = after.image;
  const again = rebuilt?.before && rebuilt.after;
  return [
    ['builds', 'yes', 'yes'],
    ['size', bytes(one.size), withShare(two.size, one.size)],
    ['compressed', bytes(one.compressed), withShare(two.compressed, one.compressed)],
    ['layers', String(one.archive.layers.length), String(two.archive.layers.length)],
    ['build', time(one.built), time(two.built)],
    ...(again ? [['rebuild', time(rebuilt.before), time(rebuilt.after)] as const] : []),
    ['packages', String(one.packages.size), String(two.packages.size)],
    ['files', String(one.files.size), String(two.files.size)],
    ['user', userOf(one), userOf(two)],
  ];
}

const userOf = ({ configuration }: Image): string => configuration.User || 'root';

const time = ({ seconds, cachedSteps }: { seconds: number; cachedSteps: number }): string =>
  `${seconds.toFixed(1)} s${cachedSteps > 0 ? ` (${count(cachedSteps, 'step')} cached)` : ''}`;

function withShare(after: number, before: number): string {
  const share = before === 0 ? 0 : (after / before - 1) * 100;
  return `${bytes(after)} (${share > 0 ? '+' : ''}${share.toFixed(1)} %)`;
}

export function bytes(number: number): string {
  if (number < 1000) return `${number} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = number / 1000;
  let at = 0;
  for (; value >= 1000 && at < units.length - 1; at++) value /= 1000;
  return `${value.toFixed(1)} ${units[at]}`;
}

/** The lines below the table. */
function notes({ verification, findings }: Verified): string[] {
  const { after, differences, volatile, problems, rebuilt, before } = verification!;
  const applied = findings.filter((finding) => finding.applied).length;
  const smoke = before.observations.length;
  const tested = smoke === 0 ? 'no smoke test was asked for' : count(smoke, 'observation');
  const done = `${count(applied, 'finding')} applied; ${tested}`;
  const verdict = problems.length === 0 ? 'it holds' : 'IT DOES NOT HOLD';
  return [
    ...(after?.kind === 'built' ? differences.map(differenceLine) : []),
    ...volatile.map((what) => `not compared, it differs from run to run: ${what}`),
    ...(rebuilt?.before ? [`rebuild: after a change of ${rebuilt.before.file}`] : []),
    ...(rebuilt?.why === undefined ? [] : [`no rebuild: ${rebuilt.why}`]),
    ...problems.map((problem) => `problem: ${problem}`),
    `${verdict}: ${done}`,
  ].map(visible);
}

const differenceLine = ({ what, before, after, expected }: Difference): string => {
  const change = before === '' ? `now ${after}` : after === '' ? before : `${before} → ${after}`;
  const gone = after === '' && !/ gone(?::|$)/.test(before) ? ' → none' : '';
  return `${expected ? 'expected' : 'UNEXPECTED'}: ${what}: ${change}${gone}`;
};

const SHOWN = 5;

const largest = ({ archive }: Image): HistoryStep[] =>
  archive.history
    .filter(({ layer }) => layer)
    .toSorted((a, b) => b.layer!.size - a.layer!.size)
    .slice(0, SHOWN);

const layerJson = ({ createdBy, layer }: HistoryStep) => ({
  createdBy,
  bytes: layer!.size,
  leftBehind: leftBehind(layer!),
});

function layerLines({ verification }: Verified): string[] {
  const { before, after } = verification!;
  const images = [
    ['before', before.image] as const,
    ...(after?.kind === 'built' ? [['after', after.image] as const] : []),
  ];
  return images.flatMap(([name, image]) => [
    `largest layers ${name}:`,
    ...largest(image).flatMap(({ createdBy, layer }) => [
      `  ${bytes(layer!.size).padStart(9)}  ${visible(createdBy.replaceAll(/\s+/g, ' ')).slice(0, 90)}`,
      ...leftBehind(layer!).map((left) => `             ${bytes(left.bytes)} in ${left.path}`),
    ]),
  ]);
}

/** Where a layer's bytes are: caches first, then its largest folders. */
function leftBehind({ files }: Layer): { path: string; bytes: number }[] {
  const folders = new Map<string, number>();
  for (const [path, { size }] of files) {
    const folder = `/${path.split('/').slice(0, 3).join('/')}`;
    folders.set(folder, (folders.get(folder) ?? 0) + size);
  }
  return [...folders]
    .map(([path, sum]) => ({ path, bytes: sum }))
    .filter((one) => one.bytes > 0)
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 3);
}
