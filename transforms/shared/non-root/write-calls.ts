/**
 * Calls of the standard libraries and of widely used packages that write to a path. Each: a pattern
 * that ends behind the opening parenthesis (or before the value), the argument that is the path,
 * and what is written there. The documentation of each language's library, read 2026-11-25:
 * https://docs.python.org/3/library/, https://nodejs.org/api/fs.html, https://pkg.go.dev/os,
 * https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/nio/file/Files.html,
 * https://learn.microsoft.com/dotnet/api/system.io.file, https://ruby-doc.org/3.3/File.html,
 * https://www.php.net/manual/ref.filesystem.php, https://doc.rust-lang.org/std/fs/,
 * https://en.cppreference.com/w/c/io/fopen.
 */
export interface WriteCall {
  readonly pattern: RegExp;
  /**
   * Which argument is the path; `value`: an expression follows, without parentheses; `receiver`: it
   * stands before the dot.
   */
  readonly argument: number | 'value' | 'receiver';
  readonly kind: 'file' | 'directory';
  /** Only with an argument like this, such as the mode of `open`. */
  readonly if?: RegExp;
  /** Only where the path is told: the name is used for other things too. */
  readonly onlyKnown?: boolean;
}

const call = (
  pattern: RegExp,
  argument: WriteCall['argument'] = 0,
  more: Partial<WriteCall> = {},
): WriteCall => ({ pattern, argument, kind: 'file', ...more });

const directory = (pattern: RegExp, argument: WriteCall['argument'] = 0): WriteCall =>
  call(pattern, argument, { kind: 'directory' });

/** Databases in a file, in any language: a URL, or a key of the settings. */
const DATABASES: readonly WriteCall[] = [
  call(/(?=["'`][^"'`\s]*\bsqlite(?:\+\w+)?:\/\/\/)/g, 'value'),
  call(/(?=["'`]jdbc:(?:sqlite|h2|hsqldb|derby):)/g, 'value'),
];

export const WRITE_CALLS: Readonly<Record<string, readonly WriteCall[]>> = {
  py: [
    ...DATABASES,
    call(
      /(?<![.\w])(?:(?:io|codecs|gzip|bz2|lzma|zipfile|tarfile|aiofiles)\.)?(?:open|ZipFile)\(/g,
      0,
      {
        if: /^(?:mode\s*=\s*)?["'][rbt]*[wax+][^"']*["']/,
      },
    ),
    call(/\bos\.(?:rename|replace|link|symlink)\(/g, 1),
    call(/\bshutil\.(?:copy\w*|move)\(/g, 1),
    directory(/\bos\.(?:makedirs|mkdir)\(/g),
    directory(/(?<!\bos)\.mkdir\(/g, 'receiver'),
    call(/\.(?:write_text|write_bytes|touch)\(/g, 'receiver'),
    call(/\.open\((?=\s*["'][rbt]*[wax+])/g, 'receiver', { onlyKnown: true }),
    call(/\b(?:aio)?sqlite3?\.connect\(/g),
    call(/\b(?:\w*FileHandler|basicConfig)\(\s*filename\s*=\s*/g, 'value'),
    call(/\b(?:Rotating|TimedRotating|Watched|ConcurrentRotating)?FileHandler\((?!\s*filename)/g),
    call(/["']NAME["']\s*:\s*(?=.*sqlite)/g, 'value'),
    directory(/\b(?:MEDIA_ROOT|UPLOAD_FOLDER|UPLOAD_DIR(?:ECTORY)?)\b["'\]]*\s*=\s*/g, 'value'),
    call(
      /\.(?:savefig|to_csv|to_json|to_excel|to_parquet|to_pickle|write_html|write_image)\(/g,
      0,
      {
        onlyKnown: true,
      },
    ),
    call(/\b(?:joblib|pickle|torch|np|numpy)\.(?:dump|save)\(/g, 1, { onlyKnown: true }),
    call(/\.save\(\s*(?=(?:os\.path|["']|f["']|\w*(?:path|file|dest|name)\w*\s*\)))/gi),
    directory(/\.save_pretrained\(/g),
    call(/\bshelve\.open\(/g),
    call(/\burlretrieve\([^,()]+,\s*/g, 'value'),
  ],
  js: [
    ...DATABASES,
    call(
      /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|outputFile|outputFileSync|outputJson|writeJson|writeJsonSync|writeJSON)\(/g,
    ),
    call(
      /\bfs\w*\.(?:promises\.)?(?:rename|renameSync|copyFile|copyFileSync|copySync|moveSync)\(/g,
      1,
    ),
    directory(/\b(?:mkdir|mkdirSync|ensureDir|ensureDirSync|mkdirp|mkdirpSync|makeDir)\(/g),
    directory(/\bmulter\(\s*\{\s*dest\s*:\s*/g, 'value'),
    directory(
      /\b(?:destination|uploadDir|tempFileDir)\s*:\s*(?=["'`]|path\.|__dirname|\w+\s*[,}\n])/g,
      'value',
    ),
    directory(
      /\bcb\(\s*null\s*,\s*(?=["'`]|path\.(?:join|resolve)|__dirname|\w*(?:dir|path|folder)\w*\))/gi,
      'value',
    ),
    call(/\bnew\s+(?:sqlite3?\.)?Database\(/g, 0),
    call(
      /\b(?:storage|filename|database)\s*:\s*(?=["'`][^"'`]*\.(?:sqlite\d?|db|log)["'`]|path\.)/g,
      'value',
    ),
    directory(/\bdirname\s*:\s*(?=["'`])/g, 'value'),
    call(/\b(?:JSONFile|JSONFileSync|FileSync|FileAsync|LowSync|JSONFilePreset)(?:<[^>]*>)?\(/g),
    call(/\.mv\(/g),
    call(/\bBun\.write\(|\bDeno\.writeTextFile(?:Sync)?\(/g),
  ],
  go: [
    call(/\bos\.(?:Create|WriteFile)\(/g),
    call(/\bos\.OpenFile\(/g, 0, { if: /O_(?:CREATE|WRONLY|RDWR|APPEND)/ }),
    call(/\bioutil\.WriteFile\(/g),
    call(/\bos\.(?:Rename|Symlink|Link)\(/g, 1),
    directory(/\bos\.(?:Mkdir|MkdirAll)\(/g),
    call(/\b(?:sql|sqlx)\.(?:Open|Connect|MustConnect)\(\s*"sqlite3?"\s*,\s*/g, 'value'),
    call(/\bsqlite\.Open\(/g),
    call(/\bb?bolt\.Open\(/g),
    directory(/\bbadger\.DefaultOptions\(|\bleveldb\.OpenFile\(|\bpebble\.Open\(/g),
    call(/\bFilename\s*:\s*(?=")/g, 'value'),
    call(/\.SaveUploadedFile\(/g, 1),
  ],
  java: [
    ...DATABASES,
    call(/\bnew\s+(?:java\.io\.)?(?:FileWriter|FileOutputStream|PrintWriter|FileHandler)\(/g, 0, {
      onlyKnown: false,
    }),
    call(/\bFiles\.(?:write|writeString|newBufferedWriter|newOutputStream|createFile)\(/g),
    call(/\bFiles\.(?:copy|move)\(/g, 1),
    directory(/\bFiles\.(?:createDirectory|createDirectories)\(/g),
    call(/\bnew\s+RandomAccessFile\(/g, 0, { if: /^"rw/ }),
  ],
  properties: [
    call(/(?<=jdbc:(?:h2|sqlite|hsqldb|derby):(?:file:)?)(?=\.|~|\/|\w+\/)/g, 'value'),
    call(
      /^\s*(?:logging\.file(?:\.name)?|logging\.file\.path|server\.tomcat\.basedir)\s*[=:]\s*(?=\S)/gm,
      'value',
    ),
    call(/(?<=<(?:file|File)>)(?=[^<\n]+<)|(?<=\bfileName=")(?=[^"\n]+")/g, 'value'),
  ],
  cs: [
    call(/\bFile\.(?:WriteAll\w+|AppendAll\w+|Create|CreateText|AppendText|OpenWrite)\(/g),
    call(/\bFile\.(?:Copy|Move)\(/g, 1),
    call(/\bnew\s+FileStream\(/g, 0, { if: /FileMode\.(?:Create|Append|OpenOrCreate|CreateNew)/ }),
    call(/\bnew\s+StreamWriter\(/g, 0),
    directory(/\bDirectory\.CreateDirectory\(/g),
    call(/\bWriteTo\.File\(/g),
    call(/(?<=\b(?:Data Source|DataSource|Filename)=)(?=[\w./-]+\.(?:db|sqlite\d?)\b)/gi, 'value'),
  ],
  rb: [
    call(/\b(?:File|IO)\.(?:open|new)\(/g, 0, { if: /^["'][rb]*[wa+]/ }),
    call(/\b(?:File|IO)\.(?:write|binwrite)\(/g),
    call(/\b(?:File\.rename|FileUtils\.(?:cp|mv|copy|move|install))\(/g, 1),
    directory(/\b(?:FileUtils\.(?:mkdir|mkdir_p|makedirs)|Dir\.mkdir)[( ]\s*/g),
    call(/\bFileUtils\.touch[( ]\s*/g),
    call(/\bLogger\.new\(\s*(?!(?:\$std|STD))/g),
    call(/\bSQLite3::Database\.(?:new|open)\s*\(?/g, 0),
  ],
  php: [
    call(/\bfile_put_contents\(/g),
    call(/\bfopen\(/g, 0, { if: /^["'][rb]*[waxc+]/ }),
    call(/\b(?:move_uploaded_file|rename|copy)\(/g, 1),
    directory(/\bmkdir\(/g),
    call(/\btouch\(/g),
    call(/\bnew\s+\\?SQLite3\(/g),
    call(/\bnew\s+\\?PDO\(\s*(?=["']sqlite:)/g, 'value'),
  ],
  rs: [
    call(/\b(?:File::create|fs::write|fs::File::create)\(/g),
    directory(/\b(?:fs::)?create_dir(?:_all)?\(/g),
    call(/\bfs::(?:rename|copy)\(/g, 1),
    call(/\bConnection::open\(/g),
    call(/(?=["']sqlite:)/g, 'value'),
    call(/\.create\(true\)[\s\S]{0,120}?\.open\(/g),
  ],
  c: [
    call(/\bfopen\(/g, 0, { if: /^"[rb]*[wa+]/ }),
    call(/\b(?:std::)?ofstream\s+\w+\s*[({]\s*/g, 'value'),
    call(/\bopen\(/g, 0, { if: /O_(?:CREAT|WRONLY|RDWR)/ }),
    directory(/\bmkdir\(/g),
    call(/\bsqlite3_open(?:_v2)?\(/g),
    call(/\brename\(/g, 1),
  ],
};

/** The table of a source file, by the ending of its name. */
export function languageOf(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (
    /^(?:application[\w-]*\.(?:properties|ya?ml)|logback[\w-]*\.xml|log4j2?[\w-]*\.(?:xml|properties))$/.test(
      name,
    )
  ) {
    return 'properties';
  }
  return ENDINGS[name.slice(name.lastIndexOf('.') + 1)];
}

const ENDINGS: Readonly<Record<string, string>> = {
  py: 'py',
  ...Object.fromEntries(
    ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts', 'tsx', 'jsx'].map((end) => [end, 'js']),
  ),
  go: 'go',
  ...Object.fromEntries(['java', 'kt', 'scala', 'groovy', 'clj'].map((end) => [end, 'java'])),
  ...Object.fromEntries(['cs', 'fs', 'vb'].map((end) => [end, 'cs'])),
  rb: 'rb',
  php: 'php',
  rs: 'rs',
  ...Object.fromEntries(['c', 'cc', 'cpp', 'cxx', 'h', 'hpp'].map((end) => [end, 'c'])),
};
