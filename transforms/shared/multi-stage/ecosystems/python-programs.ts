import { valueOf } from '../../../../src/kit.ts';
import { isInside } from '../aftermath.ts';
import { normal } from '../../copied.ts';
import type { ContextFile } from '../brought.ts';
import type { NoPlan, Subject } from '../types.ts';
import type { Requirements } from './python-requirements.ts';
import type { PythonStart } from './python-start.ts';
import { projectScripts } from './pyproject.ts';

/**
 * Programs of packages that are not called like their package. From the entry points of current
 * versions on https://pypi.org/, read 2026-11-25.
 */
const SCRIPTS: Readonly<Record<string, string>> = {
  'apache-airflow': 'airflow',
  ansible: 'ansible ansible-playbook',
  'ansible-core': 'ansible ansible-playbook ansible-galaxy',
  awscli: 'aws',
  daphne: 'daphne',
  django: 'django-admin',
  fastapi: 'fastapi uvicorn',
  'flask-sqlalchemy': 'flask',
  'google-adk': 'adk uvicorn',
  httpie: 'http https',
  litestar: 'litestar uvicorn',
  paste: 'paster',
  plaster: 'pserve',
  prefect: 'prefect',
  pyramid: 'pserve',
  supervisor: 'supervisord supervisorctl',
  twisted: 'twistd',
  waitress: 'waitress-serve',
  yt: 'yt',
};

/** Servers and the like that start so many applications that a name tells. */
const SERVERS =
  'gunicorn uvicorn celery flask hypercorn daphne waitress-serve granian streamlit alembic aerich locust supervisord twistd pserve django-admin uwsgi robyn sanic litestar fastapi functions-framework scrapy rq dramatiq huey_consumer mlflow chainlit'.split(
    ' ',
  );

/** Programs that the packages bring, and the project itself. */
export function programsOf(
  subject: Subject,
  { main }: PythonStart,
  { names, missing }: Requirements,
  files: readonly ContextFile[],
): readonly string[] | NoPlan {
  const foreign = subject.brought.filter(({ source }) => source === undefined);
  const first = main[0];
  const started = first?.includes('/') === true ? normal(first) : undefined;
  if (
    started !== undefined &&
    foreign.some(({ path }) => path !== undefined && isInside(started, path))
  ) {
    return { reason: 'start', detail: `what ${first} needs is not known` };
  }
  const own = files
    .filter(({ source }) => /(?:^|\/)(?:pyproject\.toml|Pipfile)$/.test(source))
    .flatMap(({ source }) => projectScripts(valueOf(subject.context.readText(source)) ?? ''));
  const setups = files
    .filter(({ source }) => /(?:^|\/)setup\.(?:py|cfg)$/.test(source))
    .flatMap(({ source }) => {
      const text = valueOf(subject.context.readText(source)) ?? '';
      return [...text.matchAll(/(?:["']|^\s*)([\w.-]+)\s*=\s*[\w.]+:\w+/gm)].map(
        ([, name]) => name!,
      );
    });
  const named = [...names].flatMap((name) => [name, ...(SCRIPTS[name]?.split(' ') ?? [])]);
  const likely =
    missing === undefined && files.length > 0
      ? SERVERS.filter((name) => hasServer(name, names))
      : SERVERS;
  return [...new Set([...named, ...own, ...setups, ...likely])];
}

/** Does a package bring a server along: `flask-restful` needs flask, `fastapi[standard]` uvicorn? */
const hasServer = (server: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => name.startsWith(`${server}-`) || name.endsWith(`-${server}`)) ||
  names.has(server);
