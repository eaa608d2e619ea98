import type { Reading } from '../assets.ts';

const isForeign = (path: string): boolean =>
  /(?:^|\/)(?:tests|benches|target|vendor)\/|(?:^|\/)build\.rs$/.test(path);

/** How Rust's sources tell which files are read at run time. */
export const RUST_READING: Reading = {
  isSource: (path) =>
    /(?:^|\/)(?:target|vendor|tests|benches|\.cargo)\/|(?:^|\/)(?:Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?|\.?rustfmt\.toml|\.?clippy\.toml|deny\.toml|Cross\.toml|Makefile|justfile|askama\.toml|diesel\.toml|sqlx-data\.json|benchmark_config\.json)$|\.(?:rs|proto)$|(?:^|\/)\.sqlx\//.test(
      path,
    ),
  isForeign,
  clean: (text) =>
    text
      // Compiled in: the macros of the language, of include_dir, sqlx, diesel, refinery and rust-embed.
      .replace(
        /\b(?:include_(?:str|bytes|dir|flate)|include|migrate|embed_migrations|query_file(?:_as)?|relative_path)!\s*\([^)]*\)/g,
        '',
      )
      .replace(/^\s*#!?\[[^\]]*\b(?:template|folder|path|include)\s*[=(][^\]]*\]/gm, '')
      .replace(/^\s*(?:\/\/|use\s|mod\s|pub\s+(?:use|mod)\s|extern\s+crate\s).*$/gm, ''),
  servesAll:
    /(?:ServeDir::new|ServeFile::new|Files::new\(\s*"[^"]*",|NamedFile::open|fs::dir|read_dir|FileServer::from)\(?\s*"\.\/?"/,
};

/** Programs that the sources start, and whether they start some that they do not name. */
export function executedBy(code: ReadonlyMap<string, string> | undefined): {
  programs: string[];
  unnamed: boolean;
} {
  const programs = new Set<string>();
  let unnamed = false;
  for (const [path, text] of code ?? []) {
    if (isForeign(path) || !/process::|Command::new/.test(text)) continue;
    // The one of clap describes a command line.
    if (!/process::(?:\{[^}]*\b)?Command|process::\*|process::Command/.test(text)) continue;
    for (const [, argument = ''] of text.matchAll(/\bCommand::new\(\s*([^)]*)/g)) {
      const literal = /^"([^"]+)"/.exec(argument);
      if (literal) programs.add(literal[1]!);
      else if (!/current_exe|args\(\)/.test(argument)) unnamed = true;
    }
  }
  return { programs: [...programs], unnamed };
}

/** What the sources need of a base image besides libraries. */
export function needsOf(
  code: ReadonlyMap<string, string> | undefined,
  certificates: boolean,
): { readonly zones: boolean; readonly scratch: readonly string[] } {
  const own = [...(code ?? [])].filter(([path]) => !isForeign(path)).map(([, text]) => text);
  const all = own.join('\n');
  const zones = /\bLocal::now\(|chrono::\{?[^;]*\bLocal\b|now_local\(|\bjiff::|iana_time_zone/.test(
    all,
  );
  const scratch: string[] = [];
  if (certificates) scratch.push('it may need CA certificates');
  if (zones) scratch.push('it may need time zones');
  if (!code || /\btemp_dir\(|tempfile|tempdir|"\/tmp/.test(all)) scratch.push('it may need /tmp');
  if (
    /home_dir\(|\bdirs(?:_next)?::|\bdirectories::|get_user_by|\bUser::from_|getpwnam/.test(all)
  ) {
    scratch.push('it looks users up');
  }
  return { zones, scratch };
}

/** What is not told of files and libraries that it may load. */
export function assumedOf(code: ReadonlyMap<string, string> | undefined): string[] {
  const own = [...(code ?? [])].filter(([path]) => !isForeign(path)).map(([, text]) => text);
  const all = own.map((text) => RUST_READING.clean!(text)).join('\n');
  const found: string[] = [];
  if (/env!\(\s*"OUT_DIR"/.test(all)) found.push('it reads nothing in OUT_DIR when it runs');
  if (/\blibloading::|\bdlopen/.test(all)) {
    found.push('it loads no library that it is not linked to');
  }
  return found;
}

/** A debug build of rust-embed reads the files when it runs. https://docs.rs/rust-embed, read 2026-11-25. */
export const DEBUG_READING: Reading = {
  ...RUST_READING,
  clean: (text) => RUST_READING.clean!(text.replace(/#\[folder\s*=\s*("[^"]*")\s*\]/g, '$1')),
};
