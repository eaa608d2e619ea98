import { valueOf } from '../../../src/kit.ts';
import { normal } from '../copied.ts';
import { stepsOf } from '../multi-stage/steps.ts';
import { sourceStages, type Code } from './code.ts';
import type { Image, Written } from './types.ts';

/** What a framework or a package writes by default, beside what the code itself says. */
interface Framework {
  readonly name: string;
  /** In the file that lists the dependencies. */
  readonly manifest: RegExp;
  readonly dependency: RegExp;
  /** Directories, relative to that of the manifest. */
  readonly paths: readonly string[];
  /** Commands of a build that start the application, which then writes there. */
  readonly commands?: RegExp;
  /** It keeps files in the home directory. */
  readonly home?: true;
  /** What it writes where no path can be told. */
  readonly unknown?: string;
  readonly source: string;
}

const PACKAGE_JSON = /(?:^|\/)package\.json$/;
const PYTHON = /(?:^|\/)(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile)$/;
const GEMFILE = /(?:^|\/)Gemfile$/;
const COMPOSER = /(?:^|\/)composer\.json$/;

const npm = (name: string): RegExp => new RegExp(`"${name}"\\s*:`);
const python = (name: string): RegExp => new RegExp(`(?:^|["'\\s])${name}(?:$|[^\\w-])`, 'im');

/**
 * Documentation of each, read 2026-11-25. Composer runs the scripts of `composer.json`, which start
 * most PHP frameworks: https://getcomposer.org/doc/articles/scripts.md, read 2026-11-27.
 */
const FRAMEWORKS: readonly Framework[] = [
  {
    name: 'Rails',
    manifest: GEMFILE,
    dependency: /^\s*gem\s*["']rails["']/m,
    paths: ['db', 'log', 'storage', 'tmp'],
    commands: /\b(?:rails|rake)\b/,
    source:
      'https://github.com/rails/rails/blob/main/railties/lib/rails/generators/rails/app/templates/Dockerfile.tt',
  },
  {
    name: 'Laravel',
    manifest: COMPOSER,
    dependency: npm('laravel/framework'),
    paths: ['bootstrap/cache', 'storage'],
    commands: /\bartisan\b|\bcomposer\b/,
    source: 'https://laravel.com/docs/12.x/deployment#directory-permissions',
  },
  {
    name: 'Symfony',
    manifest: COMPOSER,
    dependency: npm('symfony/framework-bundle'),
    paths: ['var'],
    commands: /\bbin\/console\b|\bcomposer\b/,
    source: 'https://symfony.com/doc/current/setup/file_permissions.html',
  },
  {
    name: 'CakePHP',
    manifest: COMPOSER,
    dependency: npm('cakephp/cakephp'),
    paths: ['logs', 'tmp'],
    commands: /\bbin\/cake\b|\bcomposer\b/,
    source: 'https://book.cakephp.org/5/en/installation.html#permissions',
  },
  {
    name: 'CodeIgniter',
    manifest: COMPOSER,
    dependency: npm('codeigniter4/(?:framework|codeigniter4)'),
    paths: ['writable'],
    commands: /\bspark\b/,
    source: 'https://codeigniter.com/user_guide/installation/running.html',
  },
  {
    name: 'Yii',
    manifest: COMPOSER,
    dependency: npm('yiisoft/yii2'),
    paths: ['runtime', 'web/assets'],
    commands: /\byii\b|\bcomposer\b/,
    source: 'https://www.yiiframework.com/doc/guide/2.0/en/start-installation',
  },
  {
    name: 'Hyperf',
    manifest: COMPOSER,
    dependency: npm('hyperf/framework'),
    paths: ['runtime'],
    commands: /\bbin\/hyperf\.php\b/,
    source: 'https://hyperf.wiki/3.1/#/en/quick-start/install',
  },
  {
    name: 'Workerman',
    manifest: COMPOSER,
    dependency: npm('(?:workerman/[\\w-]+|joanhey/adapterman|imiphp/[\\w-]+)'),
    paths: [],
    unknown: 'Workerman writes its number and its log beside its code',
    source: 'https://github.com/walkor/workerman/blob/master/src/Worker.php',
  },
  {
    name: 'Next.js',
    manifest: PACKAGE_JSON,
    dependency: npm('next'),
    paths: ['.next/cache'],
    commands: /\bnext\b|\bbuild\b/,
    source: 'https://nextjs.org/docs/app/guides/self-hosting',
  },
  {
    name: 'Strapi',
    manifest: PACKAGE_JSON,
    dependency: npm('@strapi/strapi'),
    paths: ['.tmp', 'public/uploads'],
    source: 'https://docs.strapi.io/cms/project-structure',
  },
  {
    name: 'Puppeteer',
    manifest: PACKAGE_JSON,
    dependency: npm('puppeteer'),
    paths: [],
    home: true,
    source: 'https://pptr.dev/guides/configuration',
  },
  {
    name: 'pm2',
    manifest: PACKAGE_JSON,
    dependency: npm('pm2'),
    paths: [],
    home: true,
    source: 'https://pm2.keymetrics.io/docs/usage/environment/',
  },
  {
    name: 'Matplotlib',
    manifest: PYTHON,
    dependency: python('matplotlib'),
    paths: [],
    home: true,
    source: 'https://matplotlib.org/stable/install/environment_variables_faq.html',
  },
  {
    name: 'Hugging Face',
    manifest: PYTHON,
    dependency: python(
      '(?:transformers|huggingface[_-]hub|diffusers|sentence-transformers|datasets|vllm)',
    ),
    paths: [],
    home: true,
    source: 'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables',
  },
  {
    name: 'Airflow',
    manifest: PYTHON,
    dependency: python('apache-airflow'),
    paths: [],
    home: true,
    source: 'https://airflow.apache.org/docs/apache-airflow/stable/howto/set-config.html',
  },
  {
    name: 'Streamlit',
    manifest: PYTHON,
    dependency: python('streamlit'),
    paths: [],
    home: true,
    source: 'https://docs.streamlit.io/develop/api-reference/configuration/config.toml',
  },
  {
    name: 'SageMaker',
    manifest: PYTHON,
    dependency: python('(?:sagemaker[_-]inference|multi[_-]model[_-]server)'),
    paths: [],
    unknown: 'the toolkit of SageMaker writes its settings to /etc when it starts',
    source:
      'https://github.com/aws/sagemaker-inference-toolkit/blob/master/src/sagemaker_inference/model_server.py',
  },
  {
    name: 'Jupyter',
    manifest: PYTHON,
    dependency: python('(?:jupyter|jupyterlab|notebook|ipython)'),
    paths: [],
    home: true,
    source: 'https://docs.jupyter.org/en/latest/use/jupyter-directories.html',
  },
  {
    name: 'Playwright',
    manifest: /(?:^|\/)(?:package\.json|requirements[\w.-]*\.txt|pyproject\.toml)$/,
    dependency: /(?:^|["'\s])playwright(?:$|[^\w-])/m,
    paths: [],
    home: true,
    source: 'https://playwright.dev/docs/browsers#managing-browser-binaries',
  },
];

/** What the frameworks of the application write, and which of them need a home. */
export function frameworkWrites(
  image: Image,
  code: Code,
): { paths: Written[]; home: string[]; unknown: string[] } {
  const paths: Written[] = [];
  const home: string[] = [];
  const unknown: string[] = [];
  for (const { source, path } of valueOf(code.files) ?? []) {
    const rows = FRAMEWORKS.filter(({ manifest }) => manifest.test(source));
    const text = rows.length > 0 ? valueOf(image.context.readText(source)) : undefined;
    for (const row of rows) {
      if (text === undefined || !row.dependency.test(text)) continue;
      const directory = path.slice(0, path.lastIndexOf('/'));
      for (const one of row.paths) {
        paths.push({
          path: normal(`${directory}/${one}`),
          kind: 'directory',
          because: row.name,
          ...(row.commands && { filledBy: row.commands }),
        });
      }
      if (row.home) home.push(row.name);
      if (row.unknown !== undefined) unknown.push(row.unknown);
    }
  }
  for (const row of installed(image, code)) {
    if (row.home) home.push(row.name);
    if (row.unknown !== undefined) unknown.push(row.unknown);
  }
  return { paths, home, unknown: [...new Set(unknown)] };
}

/** Those that are installed by name, or by a list that the image itself has not. */
function installed(image: Image, code: Code): Framework[] {
  const others = code.others.flatMap((source) => {
    const rows = FRAMEWORKS.filter(({ manifest }) => manifest.test(source));
    const text = rows.length > 0 ? valueOf(image.context.readText(source)) : undefined;
    return rows.filter(({ dependency }) => text !== undefined && dependency.test(text));
  });
  const steps = [image.stage, ...sourceStages(image.stage)].flatMap(
    (stage) => stepsOf(stage).steps,
  );
  const named = steps
    .filter(({ program, args }) => PIP.test(program) && args.includes('install'))
    .map(({ args }) => args.join('\n'))
    .join('\n');
  const rows = FRAMEWORKS.filter(
    ({ manifest, dependency }) => manifest === PYTHON && dependency.test(named),
  );
  return [...others, ...rows];
}

const PIP = /^(?:pip[\d.]*|uv|python[\d.]*)$/;
