/**
 * What crates link to, besides what they compile themselves, as their documentation says:
 * https://docs.rs, 2026-11-25. Not each build script was read: a crate that is not here is not
 * known, and makes the conversion rest on an assumption.
 */

export interface Linking {
  readonly dev?: RegExp;
  readonly unless?: string;
  /** Run-time packages that it needs in any case. */
  readonly packages?: { readonly apt: string; readonly apk: string };
}

/**
 * Crates that link to a shared library of the system where its development package is installed,
 * by the packages of Debian and Alpine. `unless`: a crate in Cargo.lock that brings its own copy.
 */
export const LINKING: Readonly<Record<string, Linking>> = {
  // Its build script asks for libatomic in some versions.
  'snmalloc-sys': { packages: { apt: 'libatomic1', apk: 'libatomic' } },
  'openssl-sys': { dev: /^(?:libssl|openssl)-dev$/, unless: 'openssl-src' },
  'pq-sys': { dev: /^(?:libpq|postgresql)-dev$/, unless: 'pq-src' },
  'mysqlclient-sys': {
    dev: /^(?:(?:default-)?libmysqlclient|libmariadb(?:client)?|mariadb(?:-connector-c)?)-dev$/,
    unless: 'mysqlclient-src',
  },
  'libsqlite3-sys': { dev: /^(?:libsqlite3|sqlite)-dev$/ },
  'libz-sys': { dev: /^zlib(?:1g)?-dev$/ },
  'bzip2-sys': { dev: /^(?:libbz2|bzip2)-dev$/ },
  'lzma-sys': { dev: /^(?:liblzma|xz)-dev$/ },
  'curl-sys': { dev: /^(?:libcurl4-(?:openssl|gnutls)|curl)-dev$/ },
  'libssh2-sys': { dev: /^libssh2(?:-1)?-dev$/ },
  'libgit2-sys': { dev: /^libgit2-dev$/ },
  libxml: { dev: /^libxml2-dev$/ },
  libxslt: { dev: /^libxslt1?-dev$/ },
  'libffi-sys': { dev: /^libffi-dev$/ },
  'libdbus-sys': { dev: /^(?:libdbus-1|dbus)-dev$/, unless: 'dbus-src' },
  'libudev-sys': { dev: /^(?:libudev|eudev)-dev$/ },
  'libusb1-sys': { dev: /^libusb(?:-1\.0-0)?-dev$/ },
  'alsa-sys': { dev: /^(?:libasound2|alsa-lib)-dev$/ },
  'rdkafka-sys': { dev: /^librdkafka-dev$/ },
  'sasl2-sys': { dev: /^(?:libsasl2|cyrus-sasl)-dev$/ },
  'zmq-sys': { dev: /^(?:libzmq3|zeromq)-dev$/ },
  'libsodium-sys': { dev: /^libsodium-dev$/ },
  'libseccomp-sys': { dev: /^libseccomp-dev$/ },
  'libgssapi-sys': { dev: /^(?:libkrb5|krb5)-dev$/ },
  'pam-sys': { dev: /^(?:libpam0g|linux-pam)-dev$/ },
  'odbc-sys': { dev: /^unixodbc-dev$/ },
  onig_sys: { dev: /^(?:libonig|oniguruma)-dev$/ },
  'freetype-sys': { dev: /^(?:libfreetype6|libfreetype|freetype)-dev$/ },
  'expat-sys': { dev: /^(?:libexpat1|expat)-dev$/ },
  'yeslogic-fontconfig-sys': { dev: /^(?:libfontconfig1?|fontconfig)-dev$/ },
  'servo-fontconfig-sys': { dev: /^(?:libfontconfig1?|fontconfig)-dev$/ },
  'glib-sys': { dev: /^(?:libglib2\.0|glib)-dev$/ },
  'gobject-sys': { dev: /^(?:libglib2\.0|glib)-dev$/ },
  'gio-sys': { dev: /^(?:libglib2\.0|glib)-dev$/ },
  'gdal-sys': { dev: /^(?:libgdal|gdal)-dev$/ },
  'geos-sys': { dev: /^(?:libgeos|geos)-dev$/ },
  'proj-sys': { dev: /^(?:libproj|proj)-dev$/ },
  'leptonica-sys': { dev: /^(?:libleptonica|leptonica)-dev$/ },
  'tesseract-sys': { dev: /^(?:libtesseract|tesseract-ocr)-dev$/ },
  magick_rust: { dev: /^(?:libmagickwand|imagemagick)-dev$/ },
  'libheif-sys': { dev: /^libheif-dev$/ },
};

/** Their library is compiled into the program, or they have none, on Linux. */
const BUNDLED = new Set(
  (
    'clang-sys aws-lc-sys aws-lc-fips-sys blosc-sys brotli-sys bindgen-sys cloudflare-zlib-sys cmake-sys ' +
    'core-foundation-sys core-graphics-sys coreaudio-sys dirs-sys dirs-sys-next errno-dragonfly ' +
    'esaxx-sys fsevent-sys gecko-profiler hermit-sys inotify-sys io-uring-sys io-kit-sys jemalloc-sys ' +
    'js-sys kqueue-sys libbpf-sys libdeflate-sys libmimalloc-sys libnghttp2-sys ' +
    'librocksdb-sys libwebp-sys libwebp-sys2 libyaml-sys libz-ng-sys linux-raw-sys lmdb-rkv-sys ' +
    'lmdb-sys lua-sys luajit-sys lz4-sys lzfse-sys mach-sys mozjpeg-sys mlua-sys ndk-sys ' +
    'objc-sys objc2-encode ring-sys rocksdb-sys rustix-sys schannel-sys secp256k1-sys ' +
    'security-framework-sys sha2-asm snappy-sys spirv-cross-sys tikv-jemalloc-sys ' +
    'tree-sitter-sys userfaultfd-sys wasi-sys web-sys wepoll-sys winapi-sys windows-sys ' +
    'winapi-i686-pc-windows-gnu zstd-sys zeromq-src libm-sys mimalloc-sys rpmalloc-sys kernel32-sys ' +
    'user32-sys advapi32-sys ws2_32-sys libfuzzer-sys system-configuration-sys parking_lot_core ' +
    'linux-perf-event-open-sys perf-event-open-sys nix-sys ioctl-sys crc32fast-sys openblas-src gmp-mpfr-sys'
  ).split(' '),
);

export const isBundled = (crate: string): boolean => BUNDLED.has(crate);

/**
 * Well-known crates and what of `LINKING` they bring with them: by feature, `default` standing for
 * their default features and `*` for any. Only looked at where there is no Cargo.lock.
 */
export const BRINGING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  openssl: { '*': 'openssl-sys' },
  'native-tls': { '*': 'openssl-sys' },
  'tokio-native-tls': { '*': 'openssl-sys' },
  'async-native-tls': { '*': 'openssl-sys' },
  'hyper-tls': { '*': 'openssl-sys' },
  'hyper-openssl': { '*': 'openssl-sys' },
  'tokio-openssl': { '*': 'openssl-sys' },
  'postgres-openssl': { '*': 'openssl-sys' },
  'postgres-native-tls': { '*': 'openssl-sys' },
  reqwest: { default: 'openssl-sys', 'native-tls': 'openssl-sys', 'default-tls': 'openssl-sys' },
  lettre: { default: 'openssl-sys', 'native-tls': 'openssl-sys' },
  mysql: { default: 'openssl-sys', 'native-tls': 'openssl-sys' },
  mysql_async: {
    default: 'openssl-sys',
    'native-tls': 'openssl-sys',
    'native-tls-tls': 'openssl-sys',
  },
  teloxide: { default: 'openssl-sys', 'native-tls': 'openssl-sys' },
  sentry: { default: 'openssl-sys', 'native-tls': 'openssl-sys' },
  'actix-web': { openssl: 'openssl-sys' },
  'actix-files': {},
  awc: { openssl: 'openssl-sys' },
  sqlx: {
    'native-tls': 'openssl-sys',
    'tls-native-tls': 'openssl-sys',
    'runtime-tokio-native-tls': 'openssl-sys',
    'runtime-async-std-native-tls': 'openssl-sys',
    'runtime-actix-native-tls': 'openssl-sys',
    'sqlite-unbundled': 'libsqlite3-sys',
  },
  'sea-orm': {
    'runtime-tokio-native-tls': 'openssl-sys',
    'runtime-actix-native-tls': 'openssl-sys',
  },
  diesel: { postgres: 'pq-sys', mysql: 'mysqlclient-sys', sqlite: 'libsqlite3-sys' },
  'diesel-async': {},
  'pq-sys': { '*': 'pq-sys' },
  rusqlite: { '*': 'libsqlite3-sys' },
  'libsqlite3-sys': { '*': 'libsqlite3-sys' },
  mongodb: { 'openssl-tls': 'openssl-sys' },
  redis: {
    tls: 'openssl-sys',
    'tls-native-tls': 'openssl-sys',
    'tokio-native-tls-comp': 'openssl-sys',
  },
  'tokio-tungstenite': { 'native-tls': 'openssl-sys' },
  tungstenite: { 'native-tls': 'openssl-sys' },
  git2: { default: 'openssl-sys libz-sys libssh2-sys', https: 'openssl-sys', ssh: 'libssh2-sys' },
  curl: { '*': 'curl-sys openssl-sys libz-sys' },
  isahc: { '*': 'curl-sys openssl-sys libz-sys' },
  flate2: { zlib: 'libz-sys', 'zlib-default': 'libz-sys' },
  bzip2: { '*': 'bzip2-sys' },
  xz2: { '*': 'lzma-sys' },
  zip: { default: 'bzip2-sys lzma-sys', bzip2: 'bzip2-sys', lzma: 'lzma-sys' },
  rdkafka: { ssl: 'openssl-sys', libz: 'libz-sys', default: 'libz-sys' },
  ntex: { openssl: 'openssl-sys' },
  rocket: {},
  'snmalloc-rs': { '*': 'snmalloc-sys' },
  rocket_db_pools: { diesel_postgres: 'pq-sys', diesel_mysql: 'mysqlclient-sys' },
  rocket_sync_db_pools: {
    diesel_postgres_pool: 'pq-sys',
    diesel_mysql_pool: 'mysqlclient-sys',
    diesel_sqlite_pool: 'libsqlite3-sys',
    sqlite_pool: 'libsqlite3-sys',
  },
};

/** Link to nothing of the system, whatever their features. */
const PLAIN = new Set(
  (
    'actix actix-codec actix-cors actix-http actix-multipart actix-rt actix-server actix-service ' +
    'actix-session actix-web-actors ahash anyhow arc-swap argon2 arrayvec askama askama_axum ' +
    'assert_cmd async-channel async-io async-std async-stream async-trait atoi atomic-waker axum ' +
    'axum-core axum-extra axum-macros axum-server base64 bcrypt bitflags blake2 blake3 bson buf-min ' +
    'bumpalo byteorder bytes cached cc cfg-if chrono chrono-tz clap clap_complete color-eyre colored ' +
    'comfy-table compio config console console-subscriber cookie core_affinity criterion crossbeam ' +
    'crossbeam-channel crossbeam-deque crossbeam-queue crossbeam-utils crossterm csv ctor ctrlc ' +
    'dashmap data-encoding deadpool deadpool-postgres deadpool-redis derivative derive_builder ' +
    'derive_more dialoguer digest dotenv dotenvy either env_logger envy ed25519-dalek enum_dispatch ' +
    'erased-serde eyre faker_rand fake fastrand figment flume fnv form_urlencoded futures ' +
    'futures-channel futures-core futures-executor futures-io futures-lite futures-macro futures-sink ' +
    'futures-task futures-timer futures-util generic-array getrandom getset glob gloo governor h2 ' +
    'handlebars hashbrown headers heck hex hmac home http http-body http-body-util httparse httpdate ' +
    'humantime hyper hyper-util image include_dir indexmap indicatif indoc inventory io-uring ' +
    'ipnet iron itertools itoa jemallocator jemalloc jsonwebtoken json lazy_static lexopt libc ' +
    'local-channel lock_api log log4rs lru maplit markup matchers matchit maud md-5 md5 memchr ' +
    'memmap2 mimalloc mime mime_guess minijinja mio mobc monoio moka multer nanoid nanorand nix nom ' +
    'ntex-bytes num num-bigint num-format num-traits num_cpus numtoa once_cell opentelemetry ' +
    'ordered-float oxide-auth parking_lot parse_display paste path-clean percent-encoding petgraph ' +
    'pico-args pin-project pin-project-lite poem postgres pretty_env_logger proc-macro2 prometheus ' +
    'prost prost-types quick-xml quick-protobuf quick_cache quote r2d2 rand rand_chacha rand_core ' +
    'rand_distr random-fast-rng rayon refinery regex regex-lite ring rkyv rmp rmp-serde ron ' +
    'router rstest rust_decimal rustc-hash rustls rustls-pemfile rustls-webpki rustyline ryu salvo ' +
    'sailfish schemars scopeguard semver serde serde-aux serde_bytes serde_derive serde_json serde_path_to_error ' +
    'serde_qs serde_repr serde_urlencoded serde_with serde_yaml sha-1 sha1 sha2 sha3 signal-hook ' +
    'simd-json simd-json-derive simdutf8 simplelog slab sled slog smallbox smallvec smol smol_str snap ' +
    'snafu socket2 sonic-rs spin strum strum_macros structopt subtle syn sync_wrapper ' +
    'sysinfo tar tempfile tera termcolor thiserror thread_local thruster tide tikv-jemallocator time ' +
    'tinytemplate tinyvec toml tokio tokio-macros tokio-pg-mapper tokio-pg-mapper-derive ' +
    'tokio-postgres tokio-rustls tokio-serde tokio-stream tokio-util toml_edit tonic tonic-build ' +
    'tower tower-http tower-layer tower-service tower-cookies tracing tracing-appender tracing-core ' +
    'tracing-futures tracing-log tracing-subscriber tracing-attributes tracing-bunyan-formatter ' +
    'trillium twoway typed-arena typenum ulid unicase unicode-segmentation unicode-width url ' +
    'urlencoding utoipa utoipa-swagger-ui uuid v_escape v_htmlescape validator viz vidi walkdir warp ' +
    'webpki webpki-roots which xitca-http xitca-io xitca-server xitca-service xitca-unsafe-collection ' +
    'xitca-web yarte yarte_helpers ureq rustls-native-certs zeroize zstd rusty_ulid simple_logger ' +
    'may may_minihttp faf hyperlane saphir khttp rama pavex gotham gotham_derive mime_guess ' +
    'deadpool-runtime rocket_codegen rocket_dyn_templates rocket_contrib rocket_cors ' +
    'xitca-postgres diesel_migrations diesel-derive-enum dirs directories tokio-uring'
  ).split(' '),
);

/** Their parts are crates of their own. */
const FAMILIES =
  /^(?:axum|compio|crossbeam|futures|monoio|ntex|num|pin-project|rand|salvo|serde|tracing|trillium|xitca)[-_]/;

export const isPlain = (crate: string): boolean => PLAIN.has(crate) || FAMILIES.test(crate);

/** They look for the certificates of the system. */
export const NEEDS_CERTIFICATES = new Set(
  (
    'native-tls openssl openssl-sys openssl-probe rustls-native-certs rustls-platform-verifier ' +
    'hyper-tls tokio-native-tls curl-sys'
  ).split(' '),
);
