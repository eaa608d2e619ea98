import { valueOf } from '../../../src/kit.ts';
import { broughtBy } from '../multi-stage/brought.ts';
import { effectsOf } from '../multi-stage/effects.ts';
import { filesInImage } from './files.ts';
import { environmentInHome } from './python-runners.ts';
import type { Image, Obstacle } from './types.ts';

/**
 * Why another user would not reach what root does. The home of root is closed to others (mode 0700)
 * in the images of Debian, Alpine, Red Hat and SUSE; tried 2026-11-25: `stat -c %a /root`.
 */
export function reachObstacle(image: Image): Obstacle | undefined {
  const home = homeUse(image);
  if (home !== undefined) return { reason: 'root-home', detail: home };
  const closed = closedFiles(image);
  return closed === undefined ? undefined : { reason: 'closed', detail: closed };
}

const IN_HOME = /(?:^|[\s"':=])(?:\/root(?:\/|$|(?=["':\s]))|~\/|\$\{?HOME\}?\/)/;

/** Configuration of tools of the build. */
const TOOL_SETTINGS =
  /\/root\/\.(?:npmrc|yarnrc|netrc|gitconfig|ssh|m2|gradle|config\/pip|pip|pypirc|docker|bashrc|profile|vimrc|cache|cargo\/(?:registry|git))/;

function homeUse(image: Image): string | undefined {
  const { instructions, stage, start, workdir } = image;
  const directory = valueOf(workdir);
  if (directory === '/root' || directory?.startsWith('/root/') === true)
    return `WORKDIR ${directory}`;
  for (const instruction of instructions) {
    if (instruction.keyword !== 'ENV') continue;
    const pair = instruction.pairs.find(({ value }) => IN_HOME.test(value ?? ''));
    if (pair) return `ENV ${pair.name} (line ${instruction.given.line})`;
  }
  for (const one of stage.lineage.flatMap((each) => broughtBy(each, image.context))) {
    if (
      one.path !== undefined &&
      /^\/root(?:\/|$)/.test(one.path) &&
      !TOOL_SETTINGS.test(one.path)
    ) {
      return `${one.copy.keyword} to ${one.path} (line ${one.copy.given.line})`;
    }
  }
  const words = [...start.programs, ...start.main.flatMap((word) => word ?? [])];
  const word = words.find((one) => IN_HOME.test(one));
  if (word !== undefined) return `it starts ${word}`;
  const script = start.scripts.find(({ text, health }) => health !== true && IN_HOME.test(text));
  if (script) return script.path;
  const step = image.steps.find(
    ({ program, args }) =>
      /^pip3?$/.test(program) && args[0] === 'install' && args.includes('--user'),
  );
  if (step) return `pip install --user (line ${step.run.given.line})`;
  return environmentInHome(image) ?? downloadInHome(image);
}

/**
 * What is fetched into the home of whoever builds, and looked for in that of whoever runs; and what
 * shows that it goes elsewhere. https://playwright.dev/docs/browsers#managing-browser-binaries,
 * https://pptr.dev/guides/configuration, https://www.nltk.org/data.html and
 * https://huggingface.co/docs/huggingface_hub/guides/manage-cache, read 2026-11-26.
 */
const DOWNLOADS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['playwright install', /\bplaywright\S* install(?![\w-])/, /PLAYWRIGHT_BROWSERS_PATH/],
  [
    'puppeteer browsers install',
    /\bpuppeteer browsers install\b/,
    /PUPPETEER_(?:CACHE_DIR|EXECUTABLE_PATH)|--path/,
  ],
  ['nltk.download', /\bnltk\.download(?:er)?\b/, /NLTK_DATA|download_dir|\s-d\s/],
  [
    'a download from Hugging Face',
    /\b(?:huggingface-cli|hf) download\b|\b(?:snapshot_download|from_pretrained)\(/,
    /HF_HOME|HF_HUB_CACHE|TRANSFORMERS_CACHE|(?:cache|local)[_-]dir|save_pretrained/,
  ],
];

function downloadInHome({ doc, instructions, stage, context }: Image): string | undefined {
  const { text } = doc;
  for (const { keyword, args, line } of instructions) {
    if (keyword !== 'RUN') continue;
    const found = DOWNLOADS.find(([, what, unless]) => what.test(args.text) && !unless.test(text));
    if (found) return `${found[0]} (line ${line})`;
  }
  // Since Puppeteer 19 its installation fetches a browser.
  if (text.includes('PUPPETEER_')) return undefined;
  const files = valueOf(filesInImage(stage, context)) ?? [];
  if (files.some(({ source }) => /(?:^|\/)\.puppeteerrc|puppeteer\.config/.test(source)))
    return undefined;
  const lists = files.filter(({ source }) => /(?:^|\/)package\.json$/.test(source));
  const list = lists.find(({ source }) =>
    /"puppeteer"\s*:\s*"[^"\d]*(?:19|[2-9]\d)\b/.test(valueOf(context.readText(source)) ?? ''),
  );
  return list && `puppeteer of ${list.source}`;
}

/** What a step closes to others. */
function closedFiles(image: Image): string | undefined {
  for (const step of image.steps) {
    for (const effect of effectsOf(step)) {
      if (effect.kind !== 'mode' || !closes(effect.mode)) continue;
      if (effect.paths.every((path) => SECRET.test(path))) continue;
      return `chmod ${effect.mode} in line ${step.run.given.line}`;
    }
  }
  for (const instruction of image.instructions) {
    if (!/^(?:COPY|ADD)$/.test(instruction.keyword)) continue;
    const mode = instruction.flag('chmod')?.value;
    if (mode !== undefined && closes(mode))
      return `--chmod=${mode} in line ${instruction.given.line}`;
  }
  return undefined;
}

/**
 * A file of the build context that only its owner may read. COPY keeps the modes of files, and gives
 * them to root: https://docs.docker.com/reference/dockerfile/#copy, read 2026-11-26.
 */
export function privateFile(image: Image): string | undefined {
  const files = valueOf(filesInImage(image.stage, image.context)) ?? [];
  return files.find(({ source, brought }) => {
    if (brought.copy.flag('chmod')) return false;
    const mode = valueOf(image.context.modeOf(source));
    return mode !== undefined && (mode & 0o004) === 0;
  })?.source;
}

/** What only root has to do with, at build time or as the owner of keys. */
const SECRET = /^\/(?:root|etc\/(?:sudoers|ssh|shadow|cron)|tmp)(?:\/|$)|\/\.ssh(?:\/|$)|sudoers/;

/** Does a mode take reading from those who are neither owner nor group? */
function closes(mode: string): boolean {
  if (/^[0-7]{3,4}$/.test(mode)) return (Number(mode.at(-1)) & 4) === 0;
  return /(?:^|,)(?:u?g?o|a)?-r|(?:^|,)g?o-\w*r|(?:^|,)g?o=(?:,|$)/.test(mode);
}
