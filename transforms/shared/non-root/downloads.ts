import { valueOf } from '../../../src/kit.ts';
import { textAt } from '../multi-stage/file-texts.ts';
import { filesInImage } from './files.ts';
import type { Image } from './types.ts';

/**
 * What is fetched into the home of whoever builds, and looked for in that of whoever runs; and what
 * shows that it goes elsewhere. https://playwright.dev/docs/browsers#managing-browser-binaries,
 * https://pptr.dev/guides/configuration, https://www.nltk.org/data.html and
 * https://huggingface.co/docs/huggingface_hub/guides/manage-cache, read 2026-11-26;
 * https://docs.pytorch.org/docs/stable/hub.html, https://github.com/openai/whisper,
 * https://www.sbert.net/docs/package_reference/sentence_transformer/SentenceTransformer.html,
 * https://www.jaided.ai/easyocr/documentation/,
 * https://stanfordnlp.github.io/stanza/download_models.html, https://keras.io/api/applications/,
 * https://docs.ollama.com/faq and https://helm.sh/docs/helm/helm/, read 2026-11-27.
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
    /\b(?:huggingface-cli|hf) download\b|\b(?:snapshot_download|hf_hub_download|from_pretrained|SentenceTransformer|CrossEncoder|WhisperModel)\(/,
    /HF_HOME|HF_HUB_CACHE|TRANSFORMERS_CACHE|SENTENCE_TRANSFORMERS_HOME|(?<!no-)(?:cache|local)[_-](?:dir|folder)|download_root|save_pretrained|XDG_CACHE_HOME/,
  ],
  [
    'a model of PyTorch',
    /\btorch\.hub\.|\btorchvision\b[^]*\b(?:weights|pretrained) ?=/,
    /TORCH_HOME|set_dir\(|model_dir|XDG_CACHE_HOME/,
  ],
  ['a model of Whisper', /\bwhisper\.load_model\(/, /download_root|XDG_CACHE_HOME/],
  [
    'a model of EasyOCR',
    /\beasyocr\.Reader\(/,
    /EASYOCR_MODULE_PATH|MODULE_PATH|storage_directory/,
  ],
  ['a model of Stanza', /\bstanza\.download\(/, /STANZA_RESOURCES_DIR|model_dir/],
  ['a model of Keras', /\bkeras\.applications\b[^]*\(/, /KERAS_HOME|weights ?= ?None/],
  ['ollama pull', /\bollama pull\b/, /OLLAMA_MODELS/],
  ['a plugin of helm', /\bhelm (?:plugin install|repo add)\b/, /HELM_(?:DATA|CONFIG|PLUGINS|REPO)/],
];

/** What a step leaves in the home of root that the program looks for in its own. */
export function downloadInHome(image: Image): string | undefined {
  const { text } = image.doc;
  for (const instruction of image.instructions) {
    if (instruction.keyword !== 'RUN') continue;
    const code = `${instruction.args.text}\n${scriptsOf(image, instruction).join('\n')}`;
    const found = DOWNLOADS.find(
      ([, what, unless]) => what.test(code) && !unless.test(`${text}\n${code}`),
    );
    if (found) return `${found[0]} (line ${instruction.given.line})`;
  }
  return browserOfPackage(image);
}

/** The scripts of the build context that a RUN hands to an interpreter. */
function scriptsOf({ steps, context }: Image, run: Image['instructions'][number]): string[] {
  return steps.flatMap(({ run: its, program, args, directory }) => {
    const script = args.find((word) => /\.(?:py|sh|[cm]?js)$/.test(word));
    if (its !== run || script === undefined || !/^(?:python[\d.]*|node|bash|sh)$/.test(program))
      return [];
    const path = script.startsWith('/') ? script : `${directory ?? ''}/${script}`;
    return valueOf(textAt(run, path, context)) ?? [];
  });
}

/** Since Puppeteer 19 its installation fetches a browser. */
function browserOfPackage({ doc, stage, context }: Image): string | undefined {
  if (doc.text.includes('PUPPETEER_')) return undefined;
  const files = valueOf(filesInImage(stage, context)) ?? [];
  if (files.some(({ source }) => /(?:^|\/)\.puppeteerrc|puppeteer\.config/.test(source)))
    return undefined;
  const lists = files.filter(({ source }) => /(?:^|\/)package\.json$/.test(source));
  const list = lists.find(({ source }) =>
    /"puppeteer"\s*:\s*"[^"\d]*(?:19|[2-9]\d)\b/.test(valueOf(context.readText(source)) ?? ''),
  );
  return list && `puppeteer of ${list.source}`;
}
