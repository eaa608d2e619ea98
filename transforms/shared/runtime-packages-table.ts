/**
 * What the packages that Dockerfiles install are for. Four kinds of lists: the run-time packages
 * of `-dev` packages for each package manager, and, for all of them, names and patterns.
 *
 * APT, the part for Debian, was computed from the package lists of Debian 11, 12 and 13 for amd64,
 * main (https://packages.debian.org/, 2026-11-25): the library packages of the same source package
 * that a `-dev` package depends on; where it has none, as a package that only leads to others, the
 * ones of the `-dev` packages it depends on; and those of further `-dev` packages of the same
 * source where nothing else brings them. libc, libgcc and libstdc++ are in every base and are left
 * out. Some rows are by hand, where the package list says less than the package does: what installs
 * `python3-dev` has got `python3` with it.
 *
 * The part for Ubuntu has names of the same libraries as in Debian that stand in a list of what is
 * installed in an image of that release: https://github.com/heroku/base-images
 * (installed-packages-amd64.txt), https://github.com/canonical/chisel-releases (branches
 * ubuntu-20.04, 22.04, 24.04), https://github.com/cloudfoundry/cflinuxfs4 and cflinuxfs5 (receipts),
 * https://github.com/linuxserver/docker-webtop (package_versions.txt); a few are from Dockerfiles
 * FROM that release. Where Debian 11 and 12 have the same names, 22.04, which left Debian between
 * them, has them too, and 24.04 those of Debian 12 and 13: so it is in each of the 468 rows that
 * could be compared, but for those that Ubuntu takes from elsewhere (libjpeg, MySQL, SDL 1.2), which
 * are by hand. All of 2026-11-25.
 */

/** The releases that a row has columns for: those of Debian, then those of Ubuntu. */
export const APT_RELEASES: readonly string[] = [
  'bullseye',
  'bookworm',
  'trixie',
  'focal',
  'jammy',
  'noble',
];

/**
 * A row: the `-dev` package, then its run-time packages for bullseye, bookworm and trixie, a
 * semicolon, and for focal, jammy and noble, where one of them is known. One column for all three
 * where they agree. `-` is header-only or in every base, `?` is not known.
 */
export const APT = `
  binutils-dev: libbinutils; libbinutils
  coinor-libcbc-dev: coinor-libcbc3 | coinor-libcbc3 | coinor-libcbc3.1; ? | coinor-libcbc3 | ?
  default-libmysqlclient-dev: libmariadb3; libmysqlclient21
  erlang-dev: erlang-base; ? | erlang-base | erlang-base
  firebird-dev: libfbclient2 libib-util; ? | libfbclient2 libib-util | libfbclient2 libib-util
  freeglut3-dev: freeglut3 | libglut3.12 | libglut3.12; ? | ? | libglut3.12
  freetds-dev: libct4 libsybdb5; ? | libct4 libsybdb5 | libct4 libsybdb5
  gfortran: libgfortran5; libgfortran5
  graphviz-dev: libcdt5 libcgraph6 libgvc6 libgvc6-plugins-gtk libgvpr2 liblab-gamut1 libpathplan4 libxdot4; ? | libcdt5 libcgraph6 libgvc6 libgvc6-plugins-gtk libgvpr2 liblab-gamut1 libpathplan4 libxdot4 | libcdt5 libcgraph6 libgvc6 libgvc6-plugins-gtk libgvpr2 liblab-gamut1 libpathplan4 libxdot4
  libabsl-dev: libabsl20200923 | libabsl20220623 | libabsl20240722
  libacl1-dev: libacl1; libacl1
  libaio-dev: libaio1 | libaio1 | libaio1t64; ? | libaio1 | libaio1t64
  libaom-dev: libaom0 | libaom3 | libaom3; libaom0 | libaom3 | libaom3
  libapparmor-dev: libapparmor1; libapparmor1
  libappindicator3-dev: libayatana-appindicator3-1; ? | libayatana-appindicator3-1 | libayatana-appindicator3-1
  libapr1-dev: libapr1 | libapr1 | libapr1t64; libapr1 | libapr1 | libapr1t64
  libaprutil1-dev: libaprutil1 | libaprutil1 | libaprutil1t64; ? | libaprutil1 | libaprutil1t64
  libarchive-dev: libarchive13 | libarchive13 | libarchive13t64; libarchive13 | libarchive13 | libarchive13t64
  libargon2-0-dev: libargon2-1 | libargon2-1 | ?; libargon2-1 | libargon2-1 | ?
  libargon2-dev: libargon2-1; libargon2-1
  libarpack2-dev: libarpack2 | libarpack2 | libarpack2t64; ? | libarpack2 | ?
  libasound2-dev: libasound2 | libasound2 | libasound2t64; libasound2 | libasound2 | libasound2t64
  libaspell-dev: libaspell15; libaspell15
  libass-dev: libass9; libass9
  libassimp-dev: libassimp5; ? | libassimp5 | libassimp5
  libassuan-dev: libassuan0 | libassuan0 | libassuan9; libassuan0
  libatk1.0-dev: libatk1.0-0 | libatk1.0-0 | libatk1.0-0t64; libatk1.0-0 | libatk1.0-0 | libatk1.0-0t64
  libatlas-base-dev: libatlas3-base | libatlas3-base | ?; ? | libatlas3-base | ?
  libatspi2.0-dev: libatspi2.0-0 | libatspi2.0-0 | libatspi2.0-0t64; libatspi2.0-0 | libatspi2.0-0 | libatspi2.0-0t64
  libattr1-dev: libattr1; libattr1
  libaudit-dev: libaudit1; libaudit1
  libavahi-client-dev: libavahi-client3; libavahi-client3
  libavcodec-dev: libavcodec58 | libavcodec59 | libavcodec61; libavcodec58 | libavcodec58 | libavcodec60
  libavdevice-dev: libavdevice58 | libavdevice59 | libavdevice61; ? | libavdevice58 | libavdevice60
  libavfilter-dev: libavfilter7 | libavfilter8 | libavfilter10; ? | libavfilter7 | libavfilter9
  libavformat-dev: libavformat58 | libavformat59 | libavformat61; libavformat58 | libavformat58 | libavformat60
  libavif-dev: libavif9 | libavif15 | libavif16
  libavutil-dev: libavutil56 | libavutil57 | libavutil59; libavutil56 | libavutil56 | libavutil58
  libayatana-appindicator3-dev: libayatana-appindicator3-1; ? | libayatana-appindicator3-1 | libayatana-appindicator3-1
  libbenchmark-dev: libbenchmark1 | libbenchmark1debian | libbenchmark1.9.1
  libblas-dev: libblas3; ? | libblas3 | libblas3
  libblkid-dev: libblkid1 libuuid1; libblkid1 libuuid1
  libbluetooth-dev: libbluetooth3; ? | libbluetooth3 | libbluetooth3
  libboost-all-dev: libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-container1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-fiber1.74.0 libboost-filesystem1.74.0 libboost-graph-parallel1.74.0 libboost-graph1.74.0 libboost-iostreams1.74.0 libboost-locale1.74.0 libboost-log1.74.0 libboost-math1.74.0 libboost-mpi-python1.74.0 libboost-mpi1.74.0 libboost-nowide1.74.0 libboost-numpy1.74.0 libboost-program-options1.74.0 libboost-python1.74.0 libboost-random1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-stacktrace1.74.0 libboost-system1.74.0 libboost-test1.74.0 libboost-thread1.74.0 libboost-timer1.74.0 libboost-type-erasure1.74.0 libboost-wave1.74.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-container1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-fiber1.74.0 libboost-filesystem1.74.0 libboost-graph-parallel1.74.0 libboost-graph1.74.0 libboost-iostreams1.74.0 libboost-locale1.74.0 libboost-log1.74.0 libboost-math1.74.0 libboost-mpi-python1.74.0 libboost-mpi1.74.0 libboost-nowide1.74.0 libboost-numpy1.74.0 libboost-program-options1.74.0 libboost-python1.74.0 libboost-random1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-stacktrace1.74.0 libboost-system1.74.0 libboost-test1.74.0 libboost-thread1.74.0 libboost-timer1.74.0 libboost-type-erasure1.74.0 libboost-wave1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-container1.83.0 libboost-context1.83.0 libboost-coroutine1.83.0 libboost-date-time1.83.0 libboost-fiber1.83.0 libboost-filesystem1.83.0 libboost-graph-parallel1.83.0 libboost-graph1.83.0 libboost-iostreams1.83.0 libboost-json1.83.0 libboost-locale1.83.0 libboost-log1.83.0 libboost-math1.83.0 libboost-mpi-python1.83.0 libboost-mpi1.83.0 libboost-nowide1.83.0 libboost-numpy1.83.0 libboost-program-options1.83.0 libboost-python1.83.0 libboost-random1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-stacktrace1.83.0 libboost-system1.83.0 libboost-test1.83.0 libboost-thread1.83.0 libboost-timer1.83.0 libboost-type-erasure1.83.0 libboost-url1.83.0 libboost-wave1.83.0; ? | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-container1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-fiber1.74.0 libboost-filesystem1.74.0 libboost-graph-parallel1.74.0 libboost-graph1.74.0 libboost-iostreams1.74.0 libboost-locale1.74.0 libboost-log1.74.0 libboost-math1.74.0 libboost-mpi-python1.74.0 libboost-mpi1.74.0 libboost-nowide1.74.0 libboost-numpy1.74.0 libboost-program-options1.74.0 libboost-python1.74.0 libboost-random1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-stacktrace1.74.0 libboost-system1.74.0 libboost-test1.74.0 libboost-thread1.74.0 libboost-timer1.74.0 libboost-type-erasure1.74.0 libboost-wave1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-container1.83.0 libboost-context1.83.0 libboost-coroutine1.83.0 libboost-date-time1.83.0 libboost-fiber1.83.0 libboost-filesystem1.83.0 libboost-graph-parallel1.83.0 libboost-graph1.83.0 libboost-iostreams1.83.0 libboost-json1.83.0 libboost-locale1.83.0 libboost-log1.83.0 libboost-math1.83.0 libboost-mpi-python1.83.0 libboost-mpi1.83.0 libboost-nowide1.83.0 libboost-numpy1.83.0 libboost-program-options1.83.0 libboost-python1.83.0 libboost-random1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-stacktrace1.83.0 libboost-system1.83.0 libboost-test1.83.0 libboost-thread1.83.0 libboost-timer1.83.0 libboost-type-erasure1.83.0 libboost-url1.83.0 libboost-wave1.83.0
  libboost-atomic-dev: libboost-atomic1.74.0 | libboost-atomic1.74.0 | libboost-atomic1.83.0; libboost-atomic1.71.0 | libboost-atomic1.74.0 | libboost-atomic1.83.0
  libboost-chrono-dev: libboost-chrono1.74.0 | libboost-chrono1.74.0 | libboost-chrono1.83.0t64; libboost-chrono1.71.0 | libboost-chrono1.74.0 | libboost-chrono1.83.0t64
  libboost-context-dev: libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-context1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-context1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-context1.83.0 libboost-date-time1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0; libboost-atomic1.71.0 libboost-chrono1.71.0 libboost-context1.71.0 libboost-date-time1.71.0 libboost-serialization1.71.0 libboost-system1.71.0 libboost-thread1.71.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-context1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-context1.83.0 libboost-date-time1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0
  libboost-coroutine-dev: libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-context1.83.0 libboost-coroutine1.83.0 libboost-date-time1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0; libboost-atomic1.71.0 libboost-chrono1.71.0 libboost-context1.71.0 libboost-coroutine1.71.0 libboost-date-time1.71.0 libboost-serialization1.71.0 libboost-system1.71.0 libboost-thread1.71.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-context1.74.0 libboost-coroutine1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-context1.83.0 libboost-coroutine1.83.0 libboost-date-time1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0
  libboost-date-time-dev: libboost-date-time1.74.0 libboost-serialization1.74.0 | libboost-date-time1.74.0 libboost-serialization1.74.0 | libboost-date-time1.83.0 libboost-serialization1.83.0; libboost-date-time1.71.0 libboost-serialization1.71.0 | libboost-date-time1.74.0 libboost-serialization1.74.0 | libboost-date-time1.83.0 libboost-serialization1.83.0
  libboost-dev: -; -
  libboost-filesystem-dev: libboost-filesystem1.74.0 libboost-system1.74.0 | libboost-filesystem1.74.0 libboost-system1.74.0 | libboost-atomic1.83.0 libboost-filesystem1.83.0 libboost-system1.83.0; libboost-filesystem1.71.0 libboost-system1.71.0 | libboost-filesystem1.74.0 libboost-system1.74.0 | libboost-atomic1.83.0 libboost-filesystem1.83.0 libboost-system1.83.0
  libboost-graph-dev: libboost-graph1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-test1.74.0 | libboost-graph1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-test1.74.0 | libboost-graph1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-test1.83.0; libboost-graph1.71.0 libboost-regex1.71.0 libboost-serialization1.71.0 libboost-test1.71.0 | libboost-graph1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-test1.74.0 | libboost-graph1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-test1.83.0
  libboost-iostreams-dev: libboost-iostreams1.74.0 libboost-regex1.74.0 | libboost-iostreams1.74.0 libboost-regex1.74.0 | libboost-iostreams1.83.0 libboost-regex1.83.0; libboost-iostreams1.71.0 libboost-regex1.71.0 | libboost-iostreams1.74.0 libboost-regex1.74.0 | libboost-iostreams1.83.0 libboost-regex1.83.0
  libboost-json-dev: ? | ? | libboost-container1.83.0 libboost-json1.83.0 libboost-system1.83.0; ? | ? | libboost-container1.83.0 libboost-json1.83.0 libboost-system1.83.0
  libboost-locale-dev: libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-locale1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-locale1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-date-time1.83.0 libboost-locale1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0; libboost-atomic1.71.0 libboost-chrono1.71.0 libboost-date-time1.71.0 libboost-locale1.71.0 libboost-serialization1.71.0 libboost-system1.71.0 libboost-thread1.71.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-locale1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-date-time1.83.0 libboost-locale1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0
  libboost-log-dev: libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-filesystem1.74.0 libboost-log1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-filesystem1.74.0 libboost-log1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-date-time1.83.0 libboost-filesystem1.83.0 libboost-log1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0; libboost-atomic1.71.0 libboost-chrono1.71.0 libboost-date-time1.71.0 libboost-filesystem1.71.0 libboost-log1.71.0 libboost-regex1.71.0 libboost-serialization1.71.0 libboost-system1.71.0 libboost-thread1.71.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-filesystem1.74.0 libboost-log1.74.0 libboost-regex1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-date-time1.83.0 libboost-filesystem1.83.0 libboost-log1.83.0 libboost-regex1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0
  libboost-program-options-dev: libboost-program-options1.74.0 | libboost-program-options1.74.0 | libboost-program-options1.83.0; libboost-program-options1.71.0 | libboost-program-options1.74.0 | libboost-program-options1.83.0
  libboost-python-dev: libboost-python1.74.0 | libboost-python1.74.0 | libboost-python1.83.0; libboost-python1.71.0 | libboost-python1.74.0 | libboost-python1.83.0
  libboost-regex-dev: libboost-regex1.74.0 | libboost-regex1.74.0 | libboost-regex1.83.0; libboost-regex1.71.0 | libboost-regex1.74.0 | libboost-regex1.83.0
  libboost-serialization-dev: libboost-serialization1.74.0 | libboost-serialization1.74.0 | libboost-serialization1.83.0; libboost-serialization1.71.0 | libboost-serialization1.74.0 | libboost-serialization1.83.0
  libboost-system-dev: libboost-system1.74.0 | libboost-system1.74.0 | libboost-system1.83.0; libboost-system1.71.0 | libboost-system1.74.0 | libboost-system1.83.0
  libboost-test-dev: libboost-test1.74.0 | libboost-test1.74.0 | libboost-test1.83.0; libboost-test1.71.0 | libboost-test1.74.0 | libboost-test1.83.0
  libboost-thread-dev: libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-date-time1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0; libboost-atomic1.71.0 libboost-chrono1.71.0 libboost-date-time1.71.0 libboost-serialization1.71.0 libboost-system1.71.0 libboost-thread1.71.0 | libboost-atomic1.74.0 libboost-chrono1.74.0 libboost-date-time1.74.0 libboost-serialization1.74.0 libboost-system1.74.0 libboost-thread1.74.0 | libboost-atomic1.83.0 libboost-chrono1.83.0t64 libboost-date-time1.83.0 libboost-serialization1.83.0 libboost-system1.83.0 libboost-thread1.83.0
  libboost-timer-dev: libboost-chrono1.74.0 libboost-timer1.74.0 | libboost-chrono1.74.0 libboost-timer1.74.0 | libboost-chrono1.83.0t64 libboost-timer1.83.0; libboost-chrono1.71.0 libboost-timer1.71.0 | libboost-chrono1.74.0 libboost-timer1.74.0 | libboost-chrono1.83.0t64 libboost-timer1.83.0
  libboost-url-dev: ? | ? | libboost-system1.83.0 libboost-url1.83.0; ? | ? | libboost-system1.83.0 libboost-url1.83.0
  libbpf-dev: libbpf0 | libbpf1 | libbpf1; ? | libbpf0 | libbpf1
  libbpfcc-dev: libbpfcc; ? | libbpfcc | libbpfcc
  libbrotli-dev: libbrotli1; libbrotli1
  libbsd-dev: libbsd0; libbsd0
  libbson-dev: libbson-1.0-0 | libbson-1.0-0 | libbson-1.0-0t64; ? | libbson-1.0-0 | ?
  libbtrfs-dev: libbtrfs0 | libbtrfs0 | libbtrfs0t64; ? | libbtrfs0 | ?
  libbz2-dev: libbz2-1.0; libbz2-1.0
  libc-ares-dev: libc-ares2 | libc-ares2 | libcares2; libc-ares2 | libc-ares2 | libcares2
  libc-client-dev: libc-client2007e | libc-client2007e | ?; libc-client2007e
  libc-client2007e-dev: libc-client2007e | libc-client2007e | ?; libc-client2007e | libc-client2007e | ?
  libcairo2-dev: libcairo-gobject2 libcairo-script-interpreter2 libcairo2; libcairo-gobject2 libcairo-script-interpreter2 libcairo2
  libcap-dev: libcap2; libcap2
  libcap-ng-dev: libcap-ng0; libcap-ng0
  libcapstone-dev: libcapstone4 | libcapstone4 | libcapstone5; ? | libcapstone4 | ?
  libceres-dev: libceres1 | libceres3 | libceres4t64
  libchromaprint-dev: libchromaprint1; libchromaprint1
  libcjson-dev: libcjson1; ? | libcjson1 | libcjson1
  libclang-dev: libclang1-11 | libclang1-14 | libclang1-19
  libcmocka-dev: libcmocka0; ? | libcmocka0 | libcmocka0
  libconfig++-dev: libconfig++9v5 libconfig9 | libconfig++9v5 libconfig9 | libconfig++11 libconfig11; ? | libconfig++9v5 libconfig9 | ?
  libconfig-dev: libconfig9 | libconfig9 | libconfig11; ? | libconfig9 | ?
  libcpprest-dev: libcpprest2.10; ? | libcpprest2.10 | libcpprest2.10
  libcppunit-dev: libcppunit-1.15-0; ? | libcppunit-1.15-0 | libcppunit-1.15-0
  libcrypto++-dev: libcrypto++8 | libcrypto++8 | libcrypto++8t64; ? | libcrypto++8 | libcrypto++8t64
  libcunit1-dev: libcunit1; ? | libcunit1 | libcunit1
  libcups2-dev: libcups2 libcupsimage2 | libcups2 libcupsimage2 | libcups2t64 libcupsimage2t64; ? | libcups2 libcupsimage2 | libcups2t64 libcupsimage2t64
  libcurl-dev: libcurl3-gnutls | libcurl3-gnutls | libcurl3t64-gnutls; libcurl3-gnutls | libcurl3-gnutls | libcurl3t64-gnutls
  libcurl4-gnutls-dev: libcurl3-gnutls | libcurl3-gnutls | libcurl3t64-gnutls; libcurl3-gnutls | libcurl3-gnutls | libcurl3t64-gnutls
  libcurl4-openssl-dev: libcurl4 | libcurl4 | libcurl4t64; libcurl4 | libcurl4 | libcurl4t64
  libczmq-dev: libczmq4; ? | libczmq4 | libczmq4
  libdav1d-dev: libdav1d4 | libdav1d6 | libdav1d7; ? | libdav1d5 | libdav1d7
  libdb-dev: libdb5.3 | libdb5.3 | libdb5.3t64; libdb5.3 | libdb5.3 | libdb5.3t64
  libdb5.3-dev: libdb5.3 | libdb5.3 | libdb5.3t64; libdb5.3 | libdb5.3 | libdb5.3t64
  libdbus-1-dev: libdbus-1-3; libdbus-1-3
  libdbus-glib-1-dev: libdbus-glib-1-2; libdbus-glib-1-2
  libde265-dev: libde265-0; ? | libde265-0 | libde265-0
  libdevmapper-dev: libdevmapper-event1.02.1 libdevmapper1.02.1; ? | libdevmapper-event1.02.1 libdevmapper1.02.1 | libdevmapper-event1.02.1 libdevmapper1.02.1
  libdrm-dev: libdrm-amdgpu1 libdrm-intel1 libdrm-nouveau2 libdrm-radeon1 libdrm2; libdrm-amdgpu1 libdrm-intel1 libdrm-nouveau2 libdrm-radeon1 libdrm2
  libdw-dev: libdw1 | libdw1 | libdw1t64; libdw1 | libdw1 | libdw1t64
  libedit-dev: libedit2; libedit2
  libegl-dev: libegl1; ? | libegl1 | libegl1
  libegl1-mesa-dev: libegl1; ? | libegl1 | libegl1
  libeigen3-dev: -; -
  libelf-dev: libelf1 | libelf1 | libelf1t64; libelf1 | libelf1 | libelf1t64
  libenchant-2-dev: libenchant-2-2; libenchant-2-2
  libepoxy-dev: libepoxy0; libepoxy0
  libev-dev: libev4 | libev4 | libev4t64; libev4 | libev4 | libev4t64
  libevent-dev: libevent-2.1-7 libevent-core-2.1-7 libevent-extra-2.1-7 libevent-openssl-2.1-7 libevent-pthreads-2.1-7 | libevent-2.1-7 libevent-core-2.1-7 libevent-extra-2.1-7 libevent-openssl-2.1-7 libevent-pthreads-2.1-7 | libevent-2.1-7t64 libevent-core-2.1-7t64 libevent-extra-2.1-7t64 libevent-openssl-2.1-7t64 libevent-pthreads-2.1-7t64; libevent-2.1-7 libevent-core-2.1-7 libevent-extra-2.1-7 libevent-openssl-2.1-7 libevent-pthreads-2.1-7 | libevent-2.1-7 libevent-core-2.1-7 libevent-extra-2.1-7 libevent-openssl-2.1-7 libevent-pthreads-2.1-7 | libevent-2.1-7t64 libevent-core-2.1-7t64 libevent-extra-2.1-7t64 libevent-openssl-2.1-7t64 libevent-pthreads-2.1-7t64
  libexif-dev: libexif12; libexif12
  libexiv2-dev: libexiv2-27 | libexiv2-27 | libexiv2-28; libexiv2-27
  libexpat-dev: libexpat1; libexpat1
  libexpat1-dev: libexpat1; libexpat1
  libfcgi-dev: libfcgi0ldbl | libfcgi0ldbl | libfcgi0t64; ? | libfcgi0ldbl | ?
  libffi-dev: libffi7 | libffi8 | libffi8; libffi7 | libffi8 | libffi8
  libfftw3-dev: libfftw3-double3 libfftw3-long3 libfftw3-quad3 libfftw3-single3; ? | libfftw3-double3 libfftw3-long3 libfftw3-quad3 libfftw3-single3 | libfftw3-double3 libfftw3-long3 libfftw3-quad3 libfftw3-single3
  libflac-dev: libflac8 | libflac12 | libflac14; libflac8 | libflac8 | libflac12t64
  libflatbuffers-dev: libflatbuffers1 | libflatbuffers2 | libflatbuffers23.5.26
  libfluidsynth-dev: libfluidsynth2 | libfluidsynth3 | fluidsynth libfluidsynth3
  libfmt-dev: libfmt7 | libfmt9 | libfmt10; ? | ? | libfmt9
  libfontconfig-dev: libfontconfig1; libfontconfig1
  libfontconfig1-dev: libfontconfig1; libfontconfig1
  libfreeimage-dev: libfreeimage3; ? | libfreeimage3 | libfreeimage3
  libfreetype-dev: libfreetype6; libfreetype6
  libfreetype6-dev: libfreetype6; libfreetype6
  libfribidi-dev: libfribidi0; libfribidi0
  libftdi1-dev: libftdi1-2; ? | libftdi1-2 | libftdi1-2
  libfuse-dev: libfuse2 | libfuse2 | libfuse2t64; libfuse2 | libfuse2 | libfuse2t64
  libfuse3-dev: libfuse3-3 | libfuse3-3 | libfuse3-4; ? | libfuse3-3 | libfuse3-3
  libgbm-dev: libgbm1; libgbm1
  libgc-dev: libgc1; ? | libgc1 | libgc1
  libgcrypt-dev: libgcrypt20; libgcrypt20
  libgcrypt20-dev: libgcrypt20; libgcrypt20
  libgd-dev: libgd3; libgd3
  libgdal-dev: libgdal28 | libgdal32 | libgdal36; libgdal26 | libgdal30 | libgdal34t64
  libgdbm-dev: libgdbm6 | libgdbm6 | libgdbm6t64; libgdbm6 | libgdbm6 | libgdbm6t64
  libgdk-pixbuf-2.0-dev: libgdk-pixbuf-2.0-0; ? | libgdk-pixbuf-2.0-0 | libgdk-pixbuf-2.0-0
  libgdk-pixbuf2.0-dev: libgdk-pixbuf-2.0-0 libgdk-pixbuf-xlib-2.0-0 | libgdk-pixbuf-2.0-0 libgdk-pixbuf-xlib-2.0-0 | ?; ? | libgdk-pixbuf-2.0-0 libgdk-pixbuf-xlib-2.0-0 | ?
  libgeoip-dev: libgeoip1 | libgeoip1 | libgeoip1t64; libgeoip1 | libgeoip1 | libgeoip1t64
  libgeos++-dev: libgeos-3.9.0 libgeos-c1v5 | libgeos-c1v5 libgeos3.11.1 | libgeos-c1t64 libgeos3.13.1; libgeos-3.8.0 libgeos-c1v5 | libgeos-c1v5 libgeos3.10.2 | libgeos-c1t64 libgeos3.12.1t64
  libgeos-dev: libgeos-c1v5 | libgeos-c1v5 | libgeos-c1t64; libgeos-c1v5 | libgeos-c1v5 | libgeos-c1t64
  libgeotiff-dev: libgeotiff5; ? | libgeotiff5 | libgeotiff5
  libgflags-dev: libgflags2.2; ? | libgflags2.2 | libgflags2.2
  libgif-dev: libgif7; libgif7
  libgirepository-2.0-dev: ? | ? | libgirepository-2.0-0; ? | ? | libgirepository-2.0-0
  libgirepository1.0-dev: libgirepository-1.0-1; libgirepository-1.0-1
  libgit2-dev: libgit2-1.1 | libgit2-1.5 | libgit2-1.9; ? | ? | libgit2-1.7
  libgl-dev: libgl1; libgl1
  libgl1-mesa-dev: libegl1 libgl1 libgles2 libglx0 libopengl0; ? | libegl1 libgl1 libgles2 libglx0 libopengl0 | libegl1 libgl1 libgles2 libglx0 libopengl0
  libgles-dev: libgles2; ? | libgles2 | libgles2
  libgles2-mesa-dev: libgles2; ? | libgles2 | libgles2
  libglew-dev: libglew2.1 | libglew2.2 | libglew2.2; ? | ? | libglew2.2
  libglfw3-dev: libglfw3; ? | libglfw3 | libglfw3
  libglib2.0-dev: libglib2.0-0 | libglib2.0-0 | libgirepository-2.0-0 libglib2.0-0t64; libglib2.0-0 | libglib2.0-0 | libgirepository-2.0-0 libglib2.0-0t64
  libglpk-dev: libglpk40; ? | libglpk40 | libglpk40
  libglu1-mesa-dev: libglu1-mesa; libglu1-mesa
  libglvnd-dev: libegl1 libgl1 libgles2 libglx0 libopengl0; ? | libegl1 libgl1 libgles2 libglx0 libopengl0 | libegl1 libgl1 libgles2 libglx0 libopengl0
  libgmock-dev: -; -
  libgmp-dev: libgmp10 libgmpxx4ldbl; libgmp10 libgmpxx4ldbl
  libgmp3-dev: libgmp10 libgmpxx4ldbl; libgmp10 libgmpxx4ldbl
  libgnutls-openssl-dev: libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx28 | libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx30 | libgnutls-dane0t64 libgnutls-openssl27t64 libgnutls30t64; libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx28 | libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx28 | libgnutls-dane0t64 libgnutls-openssl27t64 libgnutls30t64
  libgnutls28-dev: libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx28 | libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx30 | libgnutls-dane0t64 libgnutls-openssl27t64 libgnutls30t64; libgnutls-dane0 libgnutls-openssl27 libgnutls30 libgnutlsxx28 | ? | libgnutls-dane0t64 libgnutls-openssl27t64 libgnutls30t64
  libgoogle-glog-dev: libgoogle-glog0v5 | libgoogle-glog0v6 | libgoogle-glog0v6t64
  libgoogle-perftools-dev: libgoogle-perftools4 libtcmalloc-minimal4 | libgoogle-perftools4 libtcmalloc-minimal4 | libgoogle-perftools4t64 libtcmalloc-minimal4t64; ? | libgoogle-perftools4 libtcmalloc-minimal4 | ?
  libgpg-error-dev: libgpg-error0; libgpg-error0
  libgpgme-dev: libgpgme11 | libgpgme11 | libgpgme11t64; libgpgme11 | libgpgme11 | libgpgme11t64
  libgpgme11-dev: libgpgme11 | libgpgme11 | libgpgme11t64; libgpgme11 | libgpgme11 | libgpgme11t64
  libgpiod-dev: libgpiod2 | libgpiod2 | libgpiod3; ? | libgpiod2 | ?
  libgraphicsmagick++1-dev: libgraphicsmagick++-q16-12 | libgraphicsmagick++-q16-12 | libgraphicsmagick++-q16-12t64; ? | libgraphicsmagick++-q16-12 | ?
  libgraphicsmagick1-dev: libgraphicsmagick-q16-3 | libgraphicsmagick-q16-3 | libgraphicsmagick-q16-3t64; ? | libgraphicsmagick-q16-3 | ?
  libgraphviz-dev: libcdt5 libcgraph6 libgvc6 libgvc6-plugins-gtk libgvpr2 liblab-gamut1 libpathplan4 libxdot4; ? | libcdt5 libcgraph6 libgvc6 libgvc6-plugins-gtk libgvpr2 liblab-gamut1 libpathplan4 libxdot4 | libcdt5 libcgraph6 libgvc6 libgvc6-plugins-gtk libgvpr2 liblab-gamut1 libpathplan4 libxdot4
  libgrpc++-dev: libgrpc++1 | libgrpc++1.51 | libgrpc++1.51t64; ? | ? | libgrpc++1.51t64
  libgrpc-dev: libgrpc10 | libgrpc29 | libgrpc29t64
  libgsl-dev: libgsl25 libgslcblas0 | libgsl27 libgslcblas0 | libgsl28 libgslcblas0
  libgstreamer-plugins-bad1.0-dev: libgstreamer-opencv1.0-0 libgstreamer-plugins-bad1.0-0; ? | libgstreamer-opencv1.0-0 libgstreamer-plugins-bad1.0-0 | libgstreamer-opencv1.0-0 libgstreamer-plugins-bad1.0-0
  libgstreamer-plugins-base1.0-dev: libgstreamer-gl1.0-0 libgstreamer-plugins-base1.0-0; libgstreamer-gl1.0-0 libgstreamer-plugins-base1.0-0
  libgstreamer1.0-dev: libgstreamer1.0-0; libgstreamer1.0-0
  libgtest-dev: -; -
  libgtk-3-dev: libgtk-3-0 | libgtk-3-0 | libgtk-3-0t64; libgtk-3-0 | libgtk-3-0 | libgtk-3-0t64
  libgtk-4-dev: ? | libgtk-4-1 | libgtk-4-1; ? | ? | libgtk-4-1
  libgtk2.0-dev: libgtk2.0-0 | libgtk2.0-0 | libgtk2.0-0t64; libgtk2.0-0 | libgtk2.0-0 | libgtk2.0-0t64
  libharfbuzz-dev: libharfbuzz-gobject0 libharfbuzz-icu0 libharfbuzz0b | libharfbuzz-gobject0 libharfbuzz-icu0 libharfbuzz-subset0 libharfbuzz0b | libharfbuzz-cairo0 libharfbuzz-gobject0 libharfbuzz-icu0 libharfbuzz-subset0 libharfbuzz0b; libharfbuzz-gobject0 libharfbuzz-icu0 libharfbuzz0b | ? | ?
  libhdf5-dev: libhdf5-103-1 libhdf5-cpp-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-cpp-100 libhdf5-hl-fortran-100 | libhdf5-103-1 libhdf5-cpp-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-cpp-100 libhdf5-hl-fortran-100 | libhdf5-310 libhdf5-cpp-310 libhdf5-fortran-310 libhdf5-hl-310 libhdf5-hl-cpp-310 libhdf5-hl-fortran-310; ? | libhdf5-103-1 libhdf5-cpp-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-cpp-100 libhdf5-hl-fortran-100 | ?
  libhdf5-serial-dev: libhdf5-103-1 libhdf5-cpp-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-cpp-100 libhdf5-hl-fortran-100 | libhdf5-103-1 libhdf5-cpp-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-cpp-100 libhdf5-hl-fortran-100 | libhdf5-310 libhdf5-cpp-310 libhdf5-fortran-310 libhdf5-hl-310 libhdf5-hl-cpp-310 libhdf5-hl-fortran-310; ? | libhdf5-103-1 libhdf5-cpp-103-1 libhdf5-fortran-102 libhdf5-hl-100 libhdf5-hl-cpp-100 libhdf5-hl-fortran-100 | ?
  libheif-dev: libheif1; ? | libheif1 | libheif1
  libhidapi-dev: libhidapi-hidraw0 libhidapi-libusb0; ? | libhidapi-hidraw0 libhidapi-libusb0 | libhidapi-hidraw0 libhidapi-libusb0
  libhiredis-dev: libhiredis0.14 | libhiredis0.14 | libhiredis1.1.0; ? | libhiredis0.14 | libhiredis1.1.0
  libhttp-parser-dev: libhttp-parser2.9; libhttp-parser2.9
  libhunspell-dev: libhunspell-1.7-0; libhunspell-1.7-0
  libhwloc-dev: libhwloc15; ? | libhwloc15 | libhwloc15
  libi2c-dev: libi2c0; ? | libi2c0 | libi2c0
  libibverbs-dev: ibverbs-providers libibverbs1; ? | ibverbs-providers libibverbs1 | ibverbs-providers libibverbs1
  libice-dev: libice6; libice6
  libicu-dev: libicu67 | libicu72 | libicu76; libicu66 | libicu70 | libicu74
  libidn11-dev: libidn11 | libidn12 | libidn12; libidn11 | libidn12 | libidn12
  libidn2-0-dev: libidn2-0; libidn2-0
  libidn2-dev: libidn2-0; libidn2-0
  libimagequant-dev: libimagequant0; libimagequant0
  libiptc-dev: libip4tc2 libip6tc2; ? | libip4tc2 libip6tc2 | libip4tc2 libip6tc2
  libjansson-dev: libjansson4; libjansson4
  libjemalloc-dev: libjemalloc2; ? | libjemalloc2 | libjemalloc2
  libjpeg-dev: libjpeg62-turbo; libjpeg-turbo8
  libjpeg-turbo8-dev: ?; libjpeg-turbo8
  libjpeg62-turbo-dev: libjpeg62-turbo
  libjpeg8-dev: ?; libjpeg-turbo8
  libjson-c-dev: libjson-c5; libjson-c4 | libjson-c5 | libjson-c5
  libjson-glib-dev: libjson-glib-1.0-0; libjson-glib-1.0-0
  libjsoncpp-dev: libjsoncpp24 | libjsoncpp25 | libjsoncpp26; libjsoncpp1 | libjsoncpp25 | libjsoncpp25
  libjwt-dev: libjwt0 | libjwt0 | libjwt2; ? | libjwt0 | ?
  libjxl-dev: ? | libjxl0.7 | libjxl0.11; ? | ? | libjxl0.7
  libkeyutils-dev: libkeyutils1; libkeyutils1
  libkrb5-dev: libgssapi-krb5-2 libgssrpc4 libk5crypto3 libkadm5clnt-mit12 libkadm5srv-mit12 libkrb5-3 | libgssapi-krb5-2 libgssrpc4 libk5crypto3 libkadm5clnt-mit12 libkadm5srv-mit12 libkrb5-3 | libgssapi-krb5-2 libgssrpc4t64 libk5crypto3 libkadm5clnt-mit12 libkadm5srv-mit12 libkrb5-3; libgssapi-krb5-2 libgssrpc4 libk5crypto3 libkadm5clnt-mit11 libkadm5srv-mit11 libkrb5-3 | libgssapi-krb5-2 libgssrpc4 libk5crypto3 libkadm5clnt-mit12 libkadm5srv-mit12 libkrb5-3 | libgssapi-krb5-2 libgssrpc4t64 libk5crypto3 libkadm5clnt-mit12 libkadm5srv-mit12 libkrb5-3
  liblapack-dev: liblapack3; ? | liblapack3 | liblapack3
  liblapacke-dev: liblapacke; ? | liblapacke | liblapacke
  liblcms2-dev: liblcms2-2; liblcms2-2
  libldap-dev: libldap-2.4-2 | libldap-2.5-0 | libldap2; libldap-2.4-2 | libldap-2.5-0 | libldap2
  libldap2-dev: libldap-2.4-2 | libldap-2.5-0 | libldap2; libldap-2.4-2 | libldap-2.5-0 | libldap2
  libldb-dev: libldb2; libldb2
  libleptonica-dev: liblept5 | liblept5 | libleptonica6; ? | liblept5 | liblept5
  libleveldb-dev: libleveldb1d; ? | libleveldb1d | libleveldb1d
  liblmdb-dev: liblmdb0; liblmdb0
  liblog4cplus-dev: liblog4cplus-2.0.5 | liblog4cplus-2.0.5 | liblog4cplus-2.0.5t64; ? | liblog4cplus-2.0.5 | ?
  libltdl-dev: libltdl7; libltdl7
  liblua5.1-0-dev: liblua5.1-0; ? | liblua5.1-0 | liblua5.1-0
  liblua5.2-dev: liblua5.2-0; liblua5.2-0
  liblua5.3-dev: liblua5.3-0; ? | liblua5.3-0 | liblua5.3-0
  liblua5.4-dev: liblua5.4-0; ? | liblua5.4-0 | liblua5.4-0
  libluajit-5.1-dev: libluajit-5.1-2; ? | libluajit-5.1-2 | libluajit-5.1-2
  liblz4-dev: liblz4-1; liblz4-1
  liblzma-dev: liblzma5; liblzma5
  liblzo2-dev: liblzo2-2; liblzo2-2
  libmagic-dev: libmagic1 | libmagic1 | libmagic1t64; libmagic1 | libmagic1 | libmagic1t64
  libmagick++-6.q16-dev: libmagick++-6.q16-8 libmagickcore-6.q16-6-extra | libmagick++-6.q16-8 libmagickcore-6.q16-6-extra | ?; ? | libmagick++-6.q16-8 libmagickcore-6.q16-6-extra | ?
  libmagick++-dev: libmagick++-6.q16-8 libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagick++-6.q16-8 libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagick++-7.q16-5 libmagickcore-7.q16-10 libmagickcore-7.q16-10-extra libmagickwand-7.q16-10; ? | libmagick++-6.q16-8 libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | ?
  libmagickcore-dev: libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra | libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra | libmagickcore-7.q16-10 libmagickcore-7.q16-10-extra; libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra | libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra | libmagickcore-6.q16-7-extra libmagickcore-6.q16-7t64
  libmagickwand-6.q16-dev: libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | ?; libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-6.q16-7-extra libmagickwand-6.q16-7t64
  libmagickwand-7.q16-dev: ? | ? | libmagickcore-7.q16-10-extra libmagickwand-7.q16-10
  libmagickwand-dev: libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-7.q16-10 libmagickcore-7.q16-10-extra libmagickwand-7.q16-10; libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-6.q16-6 libmagickcore-6.q16-6-extra libmagickwand-6.q16-6 | libmagickcore-6.q16-7-extra libmagickcore-6.q16-7t64 libmagickwand-6.q16-7t64
  libmariadb-dev: libmariadb3; ? | libmariadb3 | libmariadb3
  libmariadb-dev-compat: libmariadb3; ? | libmariadb3 | libmariadb3
  libmaxminddb-dev: libmaxminddb0; libmaxminddb0
  libmbedtls-dev: libmbedcrypto3 libmbedtls12 libmbedx509-0 | libmbedcrypto7 libmbedtls14 libmbedx509-1 | libmbedcrypto16 libmbedtls21 libmbedx509-7; libmbedcrypto3 libmbedtls12 libmbedx509-0 | ? | ?
  libmcrypt-dev: libmcrypt4; libmcrypt4
  libmecab-dev: libmecab2; ? | libmecab2 | libmecab2
  libmemcached-dev: libhashkit2 libmemcached11 libmemcachedutil2 | libmemcached11 libmemcachedutil2 | libmemcached11t64 libmemcachedutil2t64; libhashkit2 libmemcached11 libmemcachedutil2 | libmemcached11 libmemcachedutil2 | libmemcached11t64 libmemcachedutil2t64
  libmicrohttpd-dev: libmicrohttpd12 | libmicrohttpd12 | libmicrohttpd12t64; ? | libmicrohttpd12 | ?
  libminizip-dev: libminizip1 | libminizip1 | libminizip1t64; libminizip1 | libminizip1 | libminizip1t64
  libmnl-dev: libmnl0; libmnl0
  libmongoc-dev: libmongoc-1.0-0 | libmongoc-1.0-0 | libmongoc-1.0-0t64; ? | libmongoc-1.0-0 | ?
  libmosquitto-dev: libmosquitto1; ? | libmosquitto1 | libmosquitto1
  libmosquittopp-dev: libmosquittopp1; ? | libmosquittopp1 | libmosquittopp1
  libmount-dev: libmount1 libuuid1; libmount1 libuuid1
  libmp3lame-dev: libmp3lame0; libmp3lame0
  libmpc-dev: libmpc3; libmpc3
  libmpfr-dev: libmpfr6; libmpfr6
  libmpg123-dev: libmpg123-0 libout123-0 libsyn123-0 | libmpg123-0 libout123-0 libsyn123-0 | libmpg123-0t64 libout123-0t64 libsyn123-0t64; ? | libmpg123-0 libout123-0 libsyn123-0 | ?
  libmpich-dev: libmpich12; ? | libmpich12 | libmpich12
  libmsgpack-c-dev: ? | ? | libmsgpack-c2
  libmsgpack-cxx-dev: ? | - | -; ? | - | -
  libmsgpack-dev: libmsgpackc2 | libmsgpackc2 | libmsgpack-c2; ? | libmsgpackc2 | ?
  libmysqlclient-dev: ?; libmysqlclient21
  libncurses-dev: libncurses6 libncursesw6 libtinfo6; libncurses6 libncursesw6 libtinfo6
  libncurses5-dev: libncurses6 libncursesw6 libtinfo6; libncurses6 libncursesw6 libtinfo6
  libncursesw5-dev: libncurses6 libncursesw6 libtinfo6; libncurses6 libncursesw6 libtinfo6
  libnet-dev: libnet1; ? | libnet1 | libnet1
  libnetcdf-dev: libnetcdf18 | libnetcdf19 | libnetcdf22
  libnetfilter-conntrack-dev: libnetfilter-conntrack3; ? | libnetfilter-conntrack3 | libnetfilter-conntrack3
  libnetfilter-queue-dev: libnetfilter-queue1; ? | libnetfilter-queue1 | libnetfilter-queue1
  libnfnetlink-dev: libnfnetlink0; ? | libnfnetlink0 | libnfnetlink0
  libnghttp2-dev: libnghttp2-14; libnghttp2-14
  libnl-3-dev: libnl-3-200; libnl-3-200
  libnl-genl-3-dev: libnl-genl-3-200; libnl-genl-3-200
  libnl-route-3-dev: libnl-route-3-200; libnl-route-3-200
  libnode-dev: libnode72 | libnode108 | libnode115; ? | ? | libnode109
  libnotify-dev: libnotify4; libnotify4
  libnsl-dev: libnsl2; ? | libnsl2 | libnsl2
  libnspr4-dev: libnspr4; libnspr4
  libnss3-dev: libnss3; libnss3
  libnuma-dev: libnuma1; libnuma1
  libogg-dev: libogg0; libogg0
  libomp-dev: libomp5-11 | libomp5-14 | libomp5-19
  libonig-dev: libonig5; libonig5
  libopenal-dev: libopenal1; ? | libopenal1 | libopenal1
  libopenblas-dev: libopenblas0; ? | libopenblas0 | libopenblas0
  libopencv-contrib-dev: libopencv-contrib4.5 libopencv-photo4.5 libopencv-shape4.5 libopencv-stitching4.5 libopencv-superres4.5 libopencv-videostab4.5 libopencv-viz4.5 | libopencv-contrib406 libopencv-photo406 libopencv-shape406 libopencv-stitching406 libopencv-superres406 libopencv-videostab406 libopencv-viz406 | libopencv-contrib410 libopencv-photo410 libopencv-shape410 libopencv-stitching410 libopencv-superres410 libopencv-videostab410 libopencv-viz410; ? | libopencv-contrib4.5d libopencv-photo4.5d libopencv-shape4.5d libopencv-stitching4.5d libopencv-superres4.5d libopencv-videostab4.5d libopencv-viz4.5d | libopencv-contrib406t64 libopencv-photo406t64 libopencv-shape406t64 libopencv-stitching406t64 libopencv-superres406t64 libopencv-videostab406t64 libopencv-viz406t64
  libopencv-core-dev: libopencv-core4.5 | libopencv-core406 | libopencv-core410; ? | libopencv-core4.5d | libopencv-core406t64
  libopencv-dev: libopencv-calib3d4.5 libopencv-contrib4.5 libopencv-core4.5 libopencv-features2d4.5 libopencv-highgui4.5 libopencv-imgcodecs4.5 libopencv-imgproc4.5 libopencv-photo4.5 libopencv-shape4.5 libopencv-stitching4.5 libopencv-superres4.5 libopencv-videoio4.5 libopencv-videostab4.5 libopencv-viz4.5 | libopencv-calib3d406 libopencv-contrib406 libopencv-core406 libopencv-dnn406 libopencv-features2d406 libopencv-highgui406 libopencv-imgcodecs406 libopencv-imgproc406 libopencv-photo406 libopencv-shape406 libopencv-stitching406 libopencv-superres406 libopencv-videoio406 libopencv-videostab406 libopencv-viz406 | libopencv-calib3d410 libopencv-contrib410 libopencv-core410 libopencv-dnn410 libopencv-features2d410 libopencv-highgui410 libopencv-imgcodecs410 libopencv-imgproc410 libopencv-objdetect410 libopencv-photo410 libopencv-shape410 libopencv-stitching410 libopencv-superres410 libopencv-videoio410 libopencv-videostab410 libopencv-viz410; ? | libopencv-calib3d4.5d libopencv-contrib4.5d libopencv-core4.5d libopencv-dnn4.5d libopencv-features2d4.5d libopencv-highgui4.5d libopencv-imgcodecs4.5d libopencv-imgproc4.5d libopencv-photo4.5d libopencv-shape4.5d libopencv-stitching4.5d libopencv-superres4.5d libopencv-videoio4.5d libopencv-videostab4.5d libopencv-viz4.5d | libopencv-calib3d406t64 libopencv-contrib406t64 libopencv-core406t64 libopencv-dnn406t64 libopencv-features2d406t64 libopencv-highgui406t64 libopencv-imgcodecs406t64 libopencv-imgproc406t64 libopencv-photo406t64 libopencv-shape406t64 libopencv-stitching406t64 libopencv-superres406t64 libopencv-videoio406t64 libopencv-videostab406t64 libopencv-viz406t64
  libopencv-highgui-dev: libopencv-highgui4.5 libopencv-videoio4.5 | libopencv-highgui406 libopencv-videoio406 | libopencv-highgui410 libopencv-videoio410; ? | libopencv-highgui4.5d libopencv-videoio4.5d | libopencv-highgui406t64 libopencv-videoio406t64
  libopencv-imgproc-dev: libopencv-imgproc4.5 | libopencv-imgproc406 | libopencv-imgproc410; ? | libopencv-imgproc4.5d | libopencv-imgproc406t64
  libopenexr-dev: libopenexr25 | libopenexr-3-1-30 | libopenexr-3-1-30; libopenexr24 | ? | libopenexr-3-1-30
  libopenjp2-7-dev: libopenjp2-7; libopenjp2-7
  libopenmpi-dev: libopenmpi3 | libopenmpi3 | libopenmpi40; ? | libopenmpi3 | ?
  libopus-dev: libopus0; libopus0
  libosmpbf-dev: libosmpbf1; ? | libosmpbf1 | libosmpbf1
  libostree-dev: libostree-1-1; ? | libostree-1-1 | libostree-1-1
  libp11-dev: libp11-3 | libp11-3 | libp11-3t64; ? | libp11-3 | ?
  libp11-kit-dev: libp11-kit0; libp11-kit0
  libpam-dev: libpam0g; libpam0g
  libpam0g-dev: libpam0g; libpam0g
  libpango1.0-dev: libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libpangoxft-1.0-0; libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libpangoxft-1.0-0
  libpcap-dev: libpcap0.8 | libpcap0.8 | libpcap0.8t64; libpcap0.8 | libpcap0.8 | libpcap0.8t64
  libpcre2-dev: libpcre2-16-0 libpcre2-32-0 libpcre2-8-0 libpcre2-posix2 | libpcre2-16-0 libpcre2-32-0 libpcre2-8-0 libpcre2-posix3 | libpcre2-16-0 libpcre2-32-0 libpcre2-8-0 libpcre2-posix3; libpcre2-16-0 libpcre2-32-0 libpcre2-8-0 libpcre2-posix2 | libpcre2-16-0 libpcre2-32-0 libpcre2-8-0 libpcre2-posix3 | libpcre2-16-0 libpcre2-32-0 libpcre2-8-0 libpcre2-posix3
  libpcre3-dev: libpcre16-3 libpcre3 libpcre32-3 libpcrecpp0v5 | libpcre16-3 libpcre3 libpcre32-3 libpcrecpp0v5 | ?; libpcre16-3 libpcre3 libpcre32-3 libpcrecpp0v5
  libpcsclite-dev: libpcsclite1; libpcsclite1
  libperl-dev: libperl5.32 perl | libperl5.36 perl | libperl5.40 perl; libperl5.30 perl | libperl5.34 perl | libperl5.38t64 perl
  libpixman-1-dev: libpixman-1-0; libpixman-1-0
  libpkcs11-helper1-dev: libpkcs11-helper1 | libpkcs11-helper1 | libpkcs11-helper1t64; ? | libpkcs11-helper1 | ?
  libpng-dev: libpng16-16 | libpng16-16 | libpng16-16t64; libpng16-16 | libpng16-16 | libpng16-16t64
  libpoppler-cpp-dev: libpoppler-cpp0v5 | libpoppler-cpp0v5 | libpoppler-cpp2; libpoppler-cpp0v5 | libpoppler-cpp0v5 | libpoppler-cpp0t64
  libpoppler-dev: libpoppler102 | libpoppler126 | libpoppler147; libpoppler97 | libpoppler118 | libpoppler134
  libpoppler-glib-dev: libpoppler-glib8 | libpoppler-glib8 | libpoppler-glib8t64; libpoppler-glib8 | libpoppler-glib8 | libpoppler-glib8t64
  libpoppler-private-dev: libpoppler102 | libpoppler126 | libpoppler147; libpoppler97 | libpoppler118 | libpoppler134
  libpopt-dev: libpopt0; libpopt0
  libpostproc-dev: libpostproc55 | libpostproc56 | libpostproc58; libpostproc55 | libpostproc55 | libpostproc57
  libpq-dev: libpq5; libpq5
  libpqxx-dev: libpqxx-6.4 | libpqxx-6.4 | libpqxx-7.10; ? | libpqxx-6.4 | ?
  libproj-dev: libproj19 | libproj25 | libproj25; libproj15 | libproj22 | libproj25
  libprotobuf-c-dev: libprotobuf-c1; ? | libprotobuf-c1 | libprotobuf-c1
  libprotobuf-dev: libprotobuf-lite23 libprotobuf23 | libprotobuf-lite32 libprotobuf32 | libprotobuf-lite32t64 libprotobuf32t64; libprotobuf-lite17 libprotobuf17 | libprotobuf-lite23 libprotobuf23 | libprotobuf-lite32t64 libprotobuf32t64
  libprotoc-dev: libprotobuf-lite23 libprotoc23 | libprotobuf-lite32 libprotoc32 | libprotobuf-lite32t64 libprotoc32t64; ? | libprotobuf-lite23 libprotoc23 | libprotobuf-lite32t64 libprotoc32t64
  libpsl-dev: libpsl5 | libpsl5 | libpsl5t64; libpsl5 | libpsl5 | libpsl5t64
  libpugixml-dev: libpugixml1v5; ? | libpugixml1v5 | libpugixml1v5
  libpulse-dev: libpulse-mainloop-glib0 libpulse0; libpulse-mainloop-glib0 libpulse0
  libpython3-dev: libpython3.9 | libpython3.11 | libpython3.13; libpython3.8 | libpython3.10 | libpython3.12t64
  libqhull-dev: libqhull-r8.0 libqhull8.0 libqhullcpp8.0; ? | libqhull-r8.0 libqhull8.0 libqhullcpp8.0 | libqhull-r8.0 libqhull8.0 libqhullcpp8.0
  libqpdf-dev: libqpdf28 | libqpdf29 | libqpdf30; ? | libqpdf28 | libqpdf29t64
  libqrencode-dev: libqrencode4; libqrencode4
  libqt5opengl5-dev: libqt5concurrent5 libqt5opengl5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5xml5 | libqt5concurrent5 libqt5opengl5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5xml5 | libqt5concurrent5t64 libqt5opengl5t64 libqt5printsupport5t64 libqt5sql5t64 libqt5test5t64 libqt5xml5t64; ? | libqt5concurrent5 libqt5opengl5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5xml5 | ?
  libqt5serialport5-dev: libqt5serialport5; ? | libqt5serialport5 | libqt5serialport5
  libqt5svg5-dev: libqt5svg5; libqt5svg5
  libqt5websockets5-dev: libqt5websockets5; ? | libqt5websockets5 | libqt5websockets5
  librabbitmq-dev: librabbitmq4; librabbitmq4
  librados-dev: librados2; ? | librados2 | librados2
  libraqm-dev: libraqm0; ? | libraqm0 | libraqm0
  libraw-dev: libraw20 | libraw20 | libraw23t64; ? | libraw20 | libraw23t64
  librbd-dev: librbd1; ? | librbd1 | librbd1
  librdkafka-dev: librdkafka++1 librdkafka1; ? | librdkafka++1 librdkafka1 | librdkafka++1 librdkafka1
  librdmacm-dev: ibverbs-providers librdmacm1 | ibverbs-providers librdmacm1 | ibverbs-providers librdmacm1t64; ? | ibverbs-providers librdmacm1 | ?
  libre2-dev: libre2-9 | libre2-9 | libre2-11; ? | libre2-9 | libre2-10
  libreadline-dev: libreadline8 | libreadline8 | libreadline8t64; libreadline8 | libreadline8 | libreadline8t64
  libreadline6-dev: libreadline8 | libreadline8 | libreadline8t64; libreadline8 | libreadline8 | libreadline8t64
  librocksdb-dev: librocksdb6.11 | librocksdb7.8 | librocksdb9.10; ? | ? | librocksdb8.9
  librrd-dev: librrd8 | librrd8 | librrd8t64; ? | librrd8 | ?
  librsvg2-dev: librsvg2-2; librsvg2-2
  librtlsdr-dev: librtlsdr0; ? | librtlsdr0 | librtlsdr0
  librtmp-dev: librtmp1; librtmp1
  libsamplerate0-dev: libsamplerate0; libsamplerate0
  libsasl2-dev: libsasl2-2; libsasl2-2
  libsdl1.2-dev: libsdl1.2debian; libsdl1.2debian | libsdl1.2debian | ?
  libsdl2-dev: libsdl2-2.0-0; ? | libsdl2-2.0-0 | libsdl2-2.0-0
  libsdl2-image-dev: libsdl2-image-2.0-0; ? | libsdl2-image-2.0-0 | libsdl2-image-2.0-0
  libsdl2-mixer-dev: libsdl2-mixer-2.0-0; ? | libsdl2-mixer-2.0-0 | libsdl2-mixer-2.0-0
  libsdl2-ttf-dev: libsdl2-ttf-2.0-0; ? | libsdl2-ttf-2.0-0 | libsdl2-ttf-2.0-0
  libseccomp-dev: libseccomp2; libseccomp2
  libsecp256k1-dev: libsecp256k1-0 | libsecp256k1-1 | libsecp256k1-2
  libsecret-1-dev: libsecret-1-0; libsecret-1-0
  libselinux1-dev: libselinux1; libselinux1
  libsfml-dev: libsfml-audio2.5 libsfml-graphics2.5 libsfml-network2.5 libsfml-system2.5 libsfml-window2.5 | libsfml-audio2.5 libsfml-graphics2.5 libsfml-network2.5 libsfml-system2.5 libsfml-window2.5 | libsfml-audio2.6 libsfml-graphics2.6 libsfml-network2.6 libsfml-system2.6 libsfml-window2.6; ? | libsfml-audio2.5 libsfml-graphics2.5 libsfml-network2.5 libsfml-system2.5 libsfml-window2.5 | ?
  libsm-dev: libsm6; libsm6
  libsnappy-dev: libsnappy1v5; libsnappy1v5
  libsndfile1-dev: libsndfile1; libsndfile1
  libsnmp-dev: libnetsnmptrapd40 libsnmp40 | libnetsnmptrapd40 libsnmp40 | libnetsnmptrapd40t64 libsnmp40t64; ? | libnetsnmptrapd40 libsnmp40 | libnetsnmptrapd40t64 libsnmp40t64
  libsodium-dev: libsodium23; libsodium23
  libsoup-3.0-dev: ? | libsoup-3.0-0 | libsoup-3.0-0; ? | ? | libsoup-3.0-0
  libsoup2.4-dev: libsoup2.4-1 | libsoup2.4-1 | libsoup-2.4-1; libsoup2.4-1 | libsoup2.4-1 | libsoup-2.4-1
  libsoxr-dev: libsoxr-lsr0 libsoxr0; ? | libsoxr-lsr0 libsoxr0 | libsoxr-lsr0 libsoxr0
  libspatialindex-dev: libspatialindex-c6 libspatialindex6 | libspatialindex-c6 libspatialindex6 | libspatialindex-c8 libspatialindex8; ? | libspatialindex-c6 libspatialindex6 | ?
  libspatialite-dev: libspatialite7 | libspatialite7 | libspatialite8t64; ? | libspatialite7 | ?
  libspdlog-dev: libspdlog1 | libspdlog1.10 | libspdlog1.15; ? | ? | libspdlog1.12
  libspeex-dev: libspeex1; libspeex1
  libspeexdsp-dev: libspeex1 libspeexdsp1 | libspeexdsp1 | libspeexdsp1; libspeex1 libspeexdsp1 | libspeexdsp1 | libspeexdsp1
  libsqlcipher-dev: libsqlcipher0 | libsqlcipher0 | libsqlcipher1; ? | libsqlcipher0 | ?
  libsqlite3-dev: libsqlite3-0; libsqlite3-0
  libsrt-openssl-dev: libsrt1.4-openssl | libsrt1.5-openssl | libsrt1.5-openssl; ? | ? | libsrt1.5-openssl
  libsrtp2-dev: libsrtp2-1; ? | libsrtp2-1 | libsrtp2-1
  libssh-dev: libssh-4; libssh-4
  libssh2-1-dev: libssh2-1 | libssh2-1 | libssh2-1t64; libssh2-1 | libssh2-1 | libssh2-1t64
  libssl-dev: libssl1.1 | libssl3 | libssl3t64; libssl1.1 | libssl3 | libssl3t64
  libsubunit-dev: libsubunit0; ? | libsubunit0 | libsubunit0
  libsuitesparse-dev: libamd2 libbtf1 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcxsparse3 libgraphblas3 libklu1 libldl2 libmongoose2 librbio2 libsliplu1 libspqr2 libsuitesparseconfig5 libumfpack5 | libamd2 libbtf1 libcamd2 libccolamd2 libcholmod3 libcolamd2 libcxsparse3 libklu1 libldl2 libmongoose2 librbio2 libsliplu1 libspqr2 libsuitesparseconfig5 libumfpack5 | libamd3 libbtf2 libcamd3 libccolamd3 libcholmod5 libcolamd3 libcxsparse4 libklu2 libldl3 libparu1 librbio4 libspex3 libspqr4 libsuitesparse-mongoose3 libsuitesparseconfig7 libumfpack6
  libswresample-dev: libswresample3 | libswresample4 | libswresample5; libswresample3 | libswresample3 | libswresample4
  libswscale-dev: libswscale5 | libswscale6 | libswscale8; libswscale5 | libswscale5 | libswscale7
  libsystemd-dev: libsystemd0; libsystemd0
  libtag1-dev: libtag1v5 | libtag1v5 | libtag-c2 libtag2; libtag1v5 | libtag1v5 | ?
  libtasn1-6-dev: libtasn1-6; libtasn1-6
  libtbb-dev: libtbb2 | libtbb12 | libtbb12; libtbb2 | libtbb2 | libtbb12
  libtelnet-dev: libtelnet2; ? | libtelnet2 | libtelnet2
  libtesseract-dev: libtesseract4 | libtesseract5 | libtesseract5; ? | ? | libtesseract5
  libtheora-dev: libtheora0 | libtheora0 | libtheora0 libtheoradec1 libtheoraenc1; libtheora0 | libtheora0 | ?
  libthrift-dev: libthrift-0.13.0 | libthrift-0.17.0 | libthrift-0.19.0t64
  libtidy-dev: libtidy5deb1 | libtidy5deb1 | libtidy58; ? | libtidy5deb1 | ?
  libtiff-dev: libtiff5 libtiffxx5 | libtiff6 libtiffxx6 | libtiff6 libtiffxx6; libtiff5 libtiffxx5 | libtiff5 libtiffxx5 | libtiff6 libtiffxx6
  libtiff5-dev: libtiff5 libtiffxx5 | libtiff6 libtiffxx6 | libtiff6 libtiffxx6; libtiff5 libtiffxx5 | libtiff5 libtiffxx5 | libtiff6 libtiffxx6
  libtinfo-dev: libncurses6 libncursesw6 libtinfo6; libncurses6 libncursesw6 libtinfo6
  libtinyxml-dev: libtinyxml2.6.2v5; ? | libtinyxml2.6.2v5 | libtinyxml2.6.2v5
  libtinyxml2-dev: libtinyxml2-8 | libtinyxml2-9 | libtinyxml2-11
  libtirpc-dev: libtirpc3 | libtirpc3 | libtirpc3t64; ? | libtirpc3 | libtirpc3t64
  libturbojpeg-dev: libturbojpeg0; ? | libturbojpeg0 | libturbojpeg0
  libuchardet-dev: libuchardet0; libuchardet0
  libudev-dev: libudev1; libudev1
  libudunits2-dev: libudunits2-0; ? | libudunits2-0 | libudunits2-0
  libunistring-dev: libunistring2 | libunistring2 | libunistring5; libunistring2 | libunistring2 | libunistring5
  libunwind-dev: libunwind8; libunwind8
  liburing-dev: liburing1 | liburing2 | liburing2; ? | ? | liburing2
  libusb-1.0-0-dev: libusb-1.0-0; libusb-1.0-0
  libusb-dev: libusb-0.1-4; ? | libusb-0.1-4 | libusb-0.1-4
  libuv1-dev: libuv1 | libuv1 | libuv1t64; libuv1 | libuv1 | libuv1t64
  libv4l-dev: libv4l-0 libv4l2rds0 libv4lconvert0 | libv4l-0 libv4l2rds0 libv4lconvert0 | libv4l-0t64 libv4l2rds0t64 libv4lconvert0t64; ? | libv4l-0 libv4l2rds0 libv4lconvert0 | ?
  libv8-dev: libnode72 | libnode108 | libnode115; ? | ? | libnode109
  libva-dev: libva-drm2 libva-glx2 libva-wayland2 libva-x11-2 libva2; ? | libva-drm2 libva-glx2 libva-wayland2 libva-x11-2 libva2 | libva-drm2 libva-glx2 libva-wayland2 libva-x11-2 libva2
  libvdpau-dev: libvdpau1; libvdpau1
  libvidstab-dev: libvidstab1.1; ? | libvidstab1.1 | libvidstab1.1
  libvips-dev: libvips42 | libvips42 | libvips42t64; libvips42 | libvips42 | libvips42t64
  libvirt-dev: libvirt0; ? | libvirt0 | libvirt0
  libvncserver-dev: libvncclient1 libvncserver1; ? | libvncclient1 libvncserver1 | libvncclient1 libvncserver1
  libvorbis-dev: libvorbis0a libvorbisenc2 libvorbisfile3; libvorbis0a libvorbisenc2 libvorbisfile3
  libvpx-dev: libvpx6 | libvpx7 | libvpx9; libvpx6 | libvpx7 | libvpx9
  libvulkan-dev: libvulkan1; libvulkan1
  libwayland-dev: libwayland-client0 libwayland-cursor0 libwayland-egl1 libwayland-server0; libwayland-client0 libwayland-cursor0 libwayland-egl1 libwayland-server0
  libwebkit2gtk-4.0-dev: libwebkit2gtk-4.0-37 | libwebkit2gtk-4.0-37 | ?; libwebkit2gtk-4.0-37 | libwebkit2gtk-4.0-37 | ?
  libwebkit2gtk-4.1-dev: ? | libwebkit2gtk-4.1-0 | libwebkit2gtk-4.1-0; ? | ? | libwebkit2gtk-4.1-0
  libwebp-dev: libwebp6 libwebpdemux2 libwebpmux3 | libwebp7 libwebpdemux2 libwebpmux3 | libwebp7 libwebpdecoder3 libwebpdemux2 libwebpmux3; libwebp6 libwebpdemux2 libwebpmux3 | libwebp7 libwebpdemux2 libwebpmux3 | libwebp7 libwebpdecoder3 libwebpdemux2 libwebpmux3
  libwebsockets-dev: libwebsockets16 | libwebsockets-evlib-ev libwebsockets-evlib-glib libwebsockets-evlib-uv libwebsockets17 | libwebsockets-evlib-ev libwebsockets-evlib-glib libwebsockets-evlib-uv libwebsockets19t64
  libwolfssl-dev: libwolfssl24 | libwolfssl35 | libwolfssl42t64
  libx11-dev: libx11-6; libx11-6
  libx11-xcb-dev: libx11-xcb1; libx11-xcb1
  libx264-dev: libx264-160 | libx264-164 | libx264-164; ? | ? | libx264-164
  libx265-dev: libx265-192 | libx265-199 | libx265-215; ? | libx265-199 | ?
  libxapian-dev: libxapian30; libxapian30
  libxcb-icccm4-dev: libxcb-icccm4; libxcb-icccm4
  libxcb-image0-dev: libxcb-image0; libxcb-image0
  libxcb-keysyms1-dev: libxcb-keysyms1; libxcb-keysyms1
  libxcb-randr0-dev: libxcb-randr0 libxcb-render0; libxcb-randr0 libxcb-render0
  libxcb-render-util0-dev: libxcb-render-util0; libxcb-render-util0
  libxcb-render0-dev: libxcb-render0; libxcb-render0
  libxcb-shape0-dev: libxcb-shape0; libxcb-shape0
  libxcb-shm0-dev: libxcb-shm0; libxcb-shm0
  libxcb-util-dev: libxcb-util1; libxcb-util1
  libxcb-xfixes0-dev: libxcb-render0 libxcb-shape0 libxcb-xfixes0; libxcb-render0 libxcb-shape0 libxcb-xfixes0
  libxcb-xinerama0-dev: libxcb-xinerama0; libxcb-xinerama0
  libxcb-xkb-dev: libxcb-xkb1; libxcb-xkb1
  libxcb1-dev: libxcb1; libxcb1
  libxcomposite-dev: libxcomposite1; libxcomposite1
  libxcursor-dev: libxcursor1; libxcursor1
  libxdamage-dev: libxdamage1; libxdamage1
  libxerces-c-dev: libxerces-c3.2 | libxerces-c3.2 | libxerces-c3.2t64; ? | libxerces-c3.2 | ?
  libxext-dev: libxext6; libxext6
  libxfixes-dev: libxfixes3; libxfixes3
  libxft-dev: libxft2; libxft2
  libxi-dev: libxi6; libxi6
  libxinerama-dev: libxinerama1; libxinerama1
  libxkbcommon-dev: libxkbcommon0; libxkbcommon0
  libxkbcommon-x11-dev: libxkbcommon-x11-0; libxkbcommon-x11-0
  libxkbfile-dev: libxkbfile1; libxkbfile1
  libxml2-dev: libxml2; libxml2
  libxmlsec1-dev: libxmlsec1 libxmlsec1-gcrypt libxmlsec1-gnutls libxmlsec1-nss libxmlsec1-openssl | libxmlsec1 libxmlsec1-gcrypt libxmlsec1-gnutls libxmlsec1-nss libxmlsec1-openssl | libxmlsec1t64 libxmlsec1t64-gcrypt libxmlsec1t64-gnutls libxmlsec1t64-nss libxmlsec1t64-openssl; ? | libxmlsec1 libxmlsec1-gcrypt libxmlsec1-gnutls libxmlsec1-nss libxmlsec1-openssl | ?
  libxmu-dev: libx11-6 libxmu6; libx11-6 libxmu6
  libxpm-dev: libxpm4; libxpm4
  libxrandr-dev: libxrandr2; libxrandr2
  libxrender-dev: libxrender1; libxrender1
  libxslt-dev: libxslt1.1; libxslt1.1
  libxslt1-dev: libxslt1.1; libxslt1.1
  libxss-dev: libxss1; libxss1
  libxt-dev: libxt6 | libxt6 | libxt6t64; libxt6 | libxt6 | libxt6t64
  libxtst-dev: libxtst6; libxtst6
  libxxhash-dev: libxxhash0; ? | libxxhash0 | libxxhash0
  libyajl-dev: libyajl2; libyajl2
  libyaml-cpp-dev: libyaml-cpp0.6 | libyaml-cpp0.7 | libyaml-cpp0.8; libyaml-cpp0.6 | ? | libyaml-cpp0.8
  libyaml-dev: libyaml-0-2; libyaml-0-2
  libyuv-dev: ? | libyuv0 | libyuv0; ? | ? | libyuv0
  libz-dev: zlib1g; zlib1g
  libzbar-dev: libzbar0 | libzbar0 | libzbar0t64; ? | libzbar0 | libzbar0t64
  libzip-dev: libzip4 | libzip4 | libzip5; libzip5 | libzip4 | libzip4t64
  libzmq3-dev: libzmq5; ? | libzmq5 | libzmq5
  libzstd-dev: libzstd1; libzstd1
  nettle-dev: libhogweed6 libnettle8 | libhogweed6 libnettle8 | libhogweed6t64 libnettle8t64; libhogweed5 libnettle7 | libhogweed6 libnettle8 | libhogweed6t64 libnettle8t64
  nlohmann-json3-dev: -; -
  ocl-icd-opencl-dev: ocl-icd-libopencl1; ocl-icd-libopencl1
  php-dev: php7.4-cli | php8.2-cli | php8.4-cli
  portaudio19-dev: libportaudio2 libportaudiocpp0; ? | libportaudio2 libportaudiocpp0 | libportaudio2 libportaudiocpp0
  python-dev: python2 libpython2.7 | ? | ?
  python2-dev: python2 libpython2.7 | ? | ?
  python2.7-dev: python2.7 libpython2.7 | ? | ?
  python3-all-dev: python3-all libpython3.9 | python3-all libpython3.11 | python3-all libpython3.13
  python3-dev: python3 libpython3.9 | python3 libpython3.11 | python3 libpython3.13; python3 libpython3.8 | python3 libpython3.10 | python3 libpython3.12t64
  python3.11-dev: ? | python3.11 libpython3.11 | ?
  python3.13-dev: ? | ? | python3.13 libpython3.13
  python3.9-dev: python3.9 libpython3.9 | ? | ?
  qt6-base-dev: ? | libqt6concurrent6 libqt6core6 libqt6dbus6 libqt6gui6 libqt6network6 libqt6openglwidgets6 libqt6printsupport6 libqt6sql6 libqt6test6 libqt6widgets6 libqt6xml6 qt6-qpa-plugins | libqt6concurrent6 libqt6core6t64 libqt6dbus6 libqt6gui6 libqt6network6 libqt6opengl6 libqt6openglwidgets6 libqt6printsupport6 libqt6sql6 libqt6test6 libqt6widgets6 libqt6xml6 qt6-qpa-plugins
  qtbase5-dev: libqt5concurrent5 libqt5core5a libqt5dbus5 libqt5gui5 libqt5network5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5widgets5 libqt5xml5 | libqt5concurrent5 libqt5core5a libqt5dbus5 libqt5gui5 libqt5network5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5widgets5 libqt5xml5 | libqt5concurrent5t64 libqt5core5t64 libqt5dbus5t64 libqt5gui5t64 libqt5network5t64 libqt5printsupport5t64 libqt5sql5t64 libqt5test5t64 libqt5widgets5t64 libqt5xml5t64; libqt5concurrent5 libqt5core5a libqt5dbus5 libqt5gui5 libqt5network5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5widgets5 libqt5xml5 | libqt5concurrent5 libqt5core5a libqt5dbus5 libqt5gui5 libqt5network5 libqt5printsupport5 libqt5sql5 libqt5test5 libqt5widgets5 libqt5xml5 | libqt5concurrent5t64 libqt5core5t64 libqt5dbus5t64 libqt5gui5t64 libqt5network5t64 libqt5printsupport5t64 libqt5sql5t64 libqt5test5t64 libqt5widgets5t64 libqt5xml5t64
  qtdeclarative5-dev: libqt5qml5 libqt5qmlmodels5 libqt5qmlworkerscript5 libqt5quick5 libqt5quickparticles5 libqt5quickshapes5 libqt5quicktest5 libqt5quickwidgets5 qt5-qmltooling-plugins; ? | libqt5qml5 libqt5qmlmodels5 libqt5qmlworkerscript5 libqt5quick5 libqt5quickparticles5 libqt5quickshapes5 libqt5quicktest5 libqt5quickwidgets5 qt5-qmltooling-plugins | libqt5qml5 libqt5qmlmodels5 libqt5qmlworkerscript5 libqt5quick5 libqt5quickparticles5 libqt5quickshapes5 libqt5quicktest5 libqt5quickwidgets5 qt5-qmltooling-plugins
  qtmultimedia5-dev: libqt5multimedia5 libqt5multimediagsttools5 libqt5multimediaquick5 libqt5multimediawidgets5; ? | libqt5multimedia5 libqt5multimediagsttools5 libqt5multimediaquick5 libqt5multimediawidgets5 | libqt5multimedia5 libqt5multimediagsttools5 libqt5multimediaquick5 libqt5multimediawidgets5
  qttools5-dev: libqt5designer5 libqt5designercomponents5 libqt5help5; ? | libqt5designer5 libqt5designercomponents5 libqt5help5 | libqt5designer5 libqt5designercomponents5 libqt5help5
  qtwebengine5-dev: libqt5webengine5 libqt5webenginecore5 libqt5webenginewidgets5; ? | libqt5webengine5 libqt5webenginecore5 libqt5webenginewidgets5 | libqt5webengine5 libqt5webenginecore5 libqt5webenginewidgets5
  r-base-dev: r-base-core; ? | r-base-core | r-base-core
  rapidjson-dev: -; -
  ruby-dev: libruby2.7 | libruby3.1 | libruby3.3; libruby2.7 | libruby3.0 | libruby3.2
  tcl-dev: tcl; ? | tcl | tcl
  tcl8.6-dev: libtcl8.6 tcl8.6; ? | libtcl8.6 tcl8.6 | libtcl8.6 tcl8.6
  tk-dev: tk; ? | tk | tk
  tk8.6-dev: libtk8.6 tk8.6; ? | libtk8.6 tk8.6 | libtk8.6 tk8.6
  unixodbc-dev: libodbc1 odbcinst1debian2 | libodbc2 libodbccr2 libodbcinst2 | libodbc2 libodbccr2 libodbcinst2; ? | libodbc2 libodbccr2 libodbcinst2 | libodbc2 libodbccr2 libodbcinst2
  uthash-dev: -; -
  uuid-dev: libuuid1; libuuid1
  x11proto-dev: -; -
  xtrans-dev: -; -
  zlib1g-dev: zlib1g; zlib1g
`;

/**
 * The same for Alpine: one value, or several, each from a release on. Alpine names its libraries
 * without the version of the interface, so few differ. The library packages stand in the APKBUILD
 * files of https://github.com/alpinelinux/aports, and in what is installed in images of Alpine 3.17
 * to 3.24 (https://github.com/linuxserver/docker-webtop, package_versions.txt), both of 2026-11-25.
 */
export const APK = `
  acl-dev: libacl
  alsa-lib-dev: alsa-lib
  aom-dev: aom-libs
  apr-dev: apr
  apr-util-dev: apr-util
  argon2-dev: argon2-libs
  avahi-dev: avahi-libs
  blas-dev: blas
  bluez-dev: bluez-libs
  boost-dev: boost-libs from 3.18
  brotli-dev: brotli-libs
  bsd-compat-headers: -
  bzip2-dev: libbz2
  c-ares-dev: c-ares
  cairo-dev: cairo cairo-gobject
  cups-dev: cups-libs
  curl-dev: libcurl
  cyrus-sasl-dev: libsasl
  dbus-dev: dbus-libs
  e2fsprogs-dev: e2fsprogs-libs
  eigen-dev: -
  elfutils-dev: libelf
  eudev-dev: eudev-libs
  expat-dev: libexpat from 3.17
  ffmpeg-dev: ffmpeg-libavcodec ffmpeg-libavdevice ffmpeg-libavfilter ffmpeg-libavformat ffmpeg-libavutil ffmpeg-libswresample ffmpeg-libswscale from 3.18; ffmpeg-libs
  fftw-dev: fftw-double-libs fftw-single-libs fftw-long-double-libs
  file-dev: libmagic
  fontconfig-dev: fontconfig
  freetds-dev: freetds
  freetype-dev: freetype
  fribidi-dev: fribidi
  fuse-dev: fuse
  fuse3-dev: fuse3-libs
  gd-dev: libgd
  gdal-dev: gdal
  gdbm-dev: gdbm
  gdk-pixbuf-dev: gdk-pixbuf
  geos-dev: geos
  gettext-dev: libintl
  gfortran: libgfortran
  giflib-dev: giflib
  glib-dev: glib
  gmp-dev: gmp
  gnutls-dev: gnutls
  gpgme-dev: gpgme
  graphicsmagick-dev: graphicsmagick
  gsl-dev: gsl
  gst-plugins-base-dev: gst-plugins-base
  gstreamer-dev: gstreamer
  gtk+3.0-dev: gtk+3.0
  harfbuzz-dev: harfbuzz harfbuzz-icu
  hdf5-dev: hdf5
  hiredis-dev: hiredis
  icu-dev: icu-libs
  imagemagick-dev: imagemagick imagemagick-libs imagemagick-c++
  imap-dev: c-client
  jansson-dev: jansson
  jemalloc-dev: jemalloc
  jpeg-dev: libjpeg-turbo
  json-c-dev: json-c
  jsoncpp-dev: jsoncpp
  krb5-dev: krb5-libs
  lame-dev: lame-libs from 3.18; lame
  lapack-dev: lapack
  lcms2-dev: lcms2
  libaio-dev: libaio
  libarchive-dev: libarchive
  libass-dev: libass
  libavif-dev: libavif
  libbsd-dev: libbsd
  libcap-dev: libcap2 from 3.17; libcap
  libdrm-dev: libdrm
  libedit-dev: libedit
  libelf-dev: libelf
  libev-dev: libev
  libevent-dev: libevent
  libexif-dev: libexif
  libffi-dev: libffi
  libgcrypt-dev: libgcrypt
  libgit2-dev: libgit2
  libheif-dev: libheif
  libidn-dev: libidn
  libidn2-dev: libidn2
  libjpeg-turbo-dev: libjpeg-turbo
  libmcrypt-dev: libmcrypt
  libmemcached-dev: libmemcached-libs
  libmicrohttpd-dev: libmicrohttpd
  libmnl-dev: libmnl
  libnl3-dev: libnl3
  libnsl-dev: libnsl
  libogg-dev: libogg
  libpcap-dev: libpcap
  libpng-dev: libpng
  libpq-dev: libpq
  librdkafka-dev: librdkafka
  librsvg-dev: librsvg
  libseccomp-dev: libseccomp
  libsecret-dev: libsecret
  libsndfile-dev: libsndfile
  libsodium-dev: libsodium
  libssh-dev: libssh
  libssh2-dev: libssh2
  libtheora-dev: libtheora
  libtirpc-dev: libtirpc
  libunwind-dev: libunwind
  liburing-dev: liburing
  libusb-dev: libusb
  libuv-dev: libuv
  libva-dev: libva
  libvorbis-dev: libvorbis
  libvpx-dev: libvpx
  libwebp-dev: libwebp libwebpdemux libwebpmux from 3.19; libwebp
  libx11-dev: libx11
  libxcb-dev: libxcb
  libxcomposite-dev: libxcomposite
  libxcursor-dev: libxcursor
  libxdamage-dev: libxdamage
  libxext-dev: libxext
  libxfixes-dev: libxfixes
  libxft-dev: libxft
  libxi-dev: libxi
  libxinerama-dev: libxinerama
  libxkbcommon-dev: libxkbcommon
  libxml2-dev: libxml2
  libxpm-dev: libxpm
  libxrandr-dev: libxrandr
  libxrender-dev: libxrender
  libxslt-dev: libxslt
  libxtst-dev: libxtst
  libzip-dev: libzip
  linux-pam-dev: linux-pam
  lz4-dev: lz4-libs
  mariadb-connector-c-dev: mariadb-connector-c
  mariadb-dev: mariadb-connector-c
  mesa-dev: mesa-gl mesa-egl mesa-gles
  mpc1-dev: mpc1
  mpfr-dev: mpfr4 from 3.10
  musl-fts-dev: musl-fts
  mysql-dev: mariadb-connector-c
  ncurses-dev: libncursesw libformw libmenuw libpanelw from 3.18; ncurses-libs
  net-snmp-dev: net-snmp-libs
  nettle-dev: nettle
  nghttp2-dev: nghttp2-libs
  nspr-dev: nspr
  nss-dev: nss
  numactl-dev: numactl
  oniguruma-dev: oniguruma
  openblas-dev: openblas
  openjpeg-dev: openjpeg
  openldap-dev: libldap
  openssl-dev: libcrypto3 libssl3 from 3.17; libcrypto1.1 libssl1.1 from 3.9
  opus-dev: opus
  pango-dev: pango
  pcre-dev: pcre libpcre16 libpcre32 libpcrecpp
  pcre2-dev: pcre2 libpcre2-16 libpcre2-32
  perl-dev: perl
  poppler-dev: poppler
  portaudio-dev: portaudio
  postgresql-dev: libpq
  proj-dev: proj
  pulseaudio-dev: libpulse
  python3-dev: python3
  rabbitmq-c-dev: rabbitmq-c
  readline-dev: readline
  rtmpdump-dev: librtmp
  ruby-dev: ruby-libs
  sdl2-dev: sdl2
  snappy-dev: snappy
  sqlite-dev: sqlite-libs
  tcl-dev: tcl
  tidyhtml-dev: tidyhtml-libs
  tiff-dev: tiff
  tk-dev: tk
  unixodbc-dev: unixodbc
  util-linux-dev: libblkid libfdisk libmount libsmartcols libuuid
  vips-dev: vips vips-cpp from 3.17; vips
  x264-dev: x264-libs
  x265-dev: x265-libs
  xmlsec-dev: xmlsec
  xz-dev: xz-libs
  yajl-dev: yajl
  yaml-cpp-dev: yaml-cpp
  yaml-dev: yaml
  zeromq-dev: libzmq
  zlib-dev: zlib
  zstd-dev: zstd-libs
`;

/**
 * The same for Fedora, RHEL and what is built from it: a `-devel` package requires the package of
 * the same source that has the library
 * (https://docs.fedoraproject.org/en-US/packaging-guidelines/#_requiring_base_package, 2026-11-25).
 */
export const DNF = `
  alsa-lib-devel: alsa-lib
  bzip2-devel: bzip2-libs
  cairo-devel: cairo cairo-gobject
  cups-devel: cups-libs
  curl-devel: libcurl
  cyrus-sasl-devel: cyrus-sasl-lib
  dbus-devel: dbus-libs
  elfutils-libelf-devel: elfutils-libelf
  expat-devel: expat
  fontconfig-devel: fontconfig
  freetds-devel: freetds-libs
  freetype-devel: freetype
  gcc-gfortran: libgfortran
  gd-devel: gd
  gdbm-devel: gdbm-libs
  glib2-devel: glib2
  gmp-devel: gmp
  gnutls-devel: gnutls
  harfbuzz-devel: harfbuzz harfbuzz-icu
  jansson-devel: jansson
  json-c-devel: json-c
  krb5-devel: krb5-libs
  libX11-devel: libX11
  libXext-devel: libXext
  libXrender-devel: libXrender
  libaio-devel: libaio
  libarchive-devel: libarchive
  libcap-devel: libcap
  libcurl-devel: libcurl
  libedit-devel: libedit
  libev-devel: libev
  libevent-devel: libevent
  libffi-devel: libffi
  libgcrypt-devel: libgcrypt
  libicu-devel: libicu
  libjpeg-devel: libjpeg-turbo
  libjpeg-turbo-devel: libjpeg-turbo
  libmemcached-devel: libmemcached
  libpcap-devel: libpcap
  libpng-devel: libpng
  libpq-devel: libpq
  librdkafka-devel: librdkafka
  librsvg2-devel: librsvg2
  libseccomp-devel: libseccomp
  libselinux-devel: libselinux
  libsodium-devel: libsodium
  libtiff-devel: libtiff
  libtool-ltdl-devel: libtool-ltdl
  libusb1-devel: libusb1
  libuuid-devel: libuuid
  libuv-devel: libuv
  libwebp-devel: libwebp
  libxml2-devel: libxml2
  libxslt-devel: libxslt
  libyaml-devel: libyaml
  libzip-devel: libzip
  libzstd-devel: libzstd
  lz4-devel: lz4-libs
  mariadb-connector-c-devel: mariadb-connector-c
  mpfr-devel: mpfr
  ncurses-devel: ncurses-libs
  net-snmp-devel: net-snmp-libs
  numactl-devel: numactl-libs
  oniguruma-devel: oniguruma
  openldap-devel: openldap
  openssl-devel: openssl-libs
  pam-devel: pam-libs
  pango-devel: pango
  pcre-devel: pcre
  pcre2-devel: pcre2 pcre2-utf16 pcre2-utf32
  protobuf-devel: protobuf
  python3-devel: python3 python3-libs
  readline-devel: readline
  ruby-devel: ruby-libs
  snappy-devel: snappy
  sqlite-devel: sqlite-libs
  systemd-devel: systemd-libs
  tk-devel: tk
  unixODBC-devel: unixODBC
  xmlsec1-devel: xmlsec1
  xmlsec1-openssl-devel: xmlsec1-openssl
  xz-devel: xz-libs
  zeromq-devel: zeromq
  zlib-devel: zlib
`;

/**
 * Names that say the same for every package manager. What only builds: compilers, linkers, build
 * systems, headers, and what helps the package manager.
 */
export const BUILD = `
  alpine-sdk apt-file apt-transport-https apt-utils aptitude autoconf autoconf-archive
  autoconf2.13 automake automake1.11 autopoint autotools-dev bazel bcc bear bison bmake
  bsd-compat-headers build-base build-essential byacc cargo ccache check checkinstall chrpath
  clang clang-format clang-tidy cmake cmake-curses-gui cmake-data cmake3 cpp
  crossbuild-essential-amd64 crossbuild-essential-arm64 crossbuild-essential-armhf cython cython3
  debconf-utils debhelper debian-archive-keyring debian-keyring devscripts dh-autoreconf dh-make
  dh-python distcc dnf-plugins-core dpkg-dev epel-release equivs fakeroot fastjar flex g++
  g++-multilib gcc gcc-c++ gcc-multilib gcovr gengetopt glibc-devel glibc-headers glibc-static
  gnat go gobjc gobjc++ golang golang-go gperf gyp help2man indent intltool itstool kernel-devel
  kernel-headers lcov libc-dev libc6-dev libc6-dev-i386 libstdc++-devel libstdc++-static libtool
  libtool-bin linux-headers linux-libc-dev lld llvm llvm-dev lsb-core m4 make meson mingw-w64 mold
  mono-devel musl-dev musl-tools nasm ninja ninja-build patchelf pax-utils pkg-config pkgconf
  pkgconf-pkg-config pkgconfig premake4 python-wheel python3-wheel qmake6 qt5-qmake
  qt6-base-dev-tools qt6-tools-dev-tools qttools5-dev-tools re2c redhat-rpm-config rpm-build
  rpmdevtools rust rustc samurai sbt scons swig swig4.0 systemtap-sdt-dev texinfo upx upx-ucl vala
  valac xmlto yasm yum-plugin-ovl yum-utils
`;

/** For people who look into a container. */
export const CONVENIENCE = `
  ack ack-grep apropos bash-completion bash-doc bat bmon btop byobu ccze clang-tools colordiff
  colortail command-not-found cowsay cppcheck dstat ed emacs emacs-nox fd-find fish fzf gdb
  gdb-multiarch gdbserver glances grc groff helix hexedit htop iftop iotop jed joe less linux-perf
  lnav locate lolcat ltrace man man-db man-pages mandoc manpages manpages-dev mc mcedit micro
  mlocate more most multitail nano ncdu ne neofetch neovim nmon perf powertop ranger shellcheck sl
  sos strace sysstat thefuck tig tree valgrind vim vim-common vim-enhanced vim-gtk3 vim-minimal
  vim-nox vim-runtime vim-scripts vim-tiny zile zsh-autosuggestions zsh-common
  zsh-syntax-highlighting
`;

/** What a program needs while it runs. The patterns below know more of these. */
export const RUNTIME = `
  adwaita-icon-theme alpine-baselayout apk-tools aspell-en ca-certificates ca-certificates-bundle
  ca-certificates-java cairo catatonit cyrus-sasl cyrus-sasl-plain dbconfig-common dumb-init expat
  fftw fftw-double-libs fontconfig fontconfig-config freetype fribidi fts gcompat gdk-pixbuf geoip
  ghostscript-fonts giflib glib glib-networking glib2 glibc glibc-all-langpacks glibc-common
  glibc-langpack-en glibc-locale-source gmp gnu-libiconv gnu-libiconv-libs gnutls
  gsettings-desktop-schemas gsfonts harfbuzz hicolor-icon-theme hiredis icu-data-en icu-data-full
  icu-libs jansson java-cacerts jemalloc json-c krb5 krb5-libs language-pack-en lapack lcms2 ldns
  libatomic libc-bin libc-utils libc6 libc6-compat libcanberra-gtk-module libcups libcurl
  libdbusmenu libdrm libevent libexif libffi libgcc libgcrypt libgdiplus libgfortran libgomp
  libicu libintl libjna-java libjpeg-turbo libldap libldap-common libldns libltdl libmagic
  libmount libnl3 libnss-wrapper libpng libpq libquadmath librsvg libsasl libseccomp libsndfile
  libsodium libstdc++ libthai libtiff libtirpc libunwind libuuid libuv libwebp libx11 libxcb
  libxext libxft libxml2 libxrender libxslt libyaml libzip libzmq linux-pam locales locales-all
  lz4-libs mailcap mariadb-connector-c media-types mesa-gl mesa-libGL mime-support msodbcsql17
  msodbcsql18 musl musl-fts musl-locales ncurses-libs ncurses-terminfo ncurses-terminfo-base
  netbase nspr nss nss_wrapper numactl odbc-postgresql oniguruma openblas openjpeg openssl-libs
  orc pango pcre pcre2 poppler-data poppler-glib publicsuffix python-setuptools python3-setuptools
  rabbitmq-c readline s6 s6-overlay setxkbmap shared-mime-info snappy sqlite-libs ssl-cert tdsodbc
  tiff tini ttf-mscorefonts-installer tzdata tzdata-java tzdata-legacy unixODBC unixodbc vips
  wamerican xfonts-base xkb-data xz-libs yaml zlib zlib1g zlibc zstd-libs
`;

/**
 * Programs that an application may start, by package; `=`: one with the name of the package. Only
 * those that something else may call; checked against the files of the packages of Debian 12
 * (Contents-amd64, 2026-11-25). What brings a program only as a dependency has it too, as
 * `python3-pip` has `python3`.
 */
export const TOOLS = `
  7zip: 7z 7za 7zr 7zz
  ImageMagick: animate compare composite convert display identify import magick mogrify montage stream
  R: R Rscript
  acl: getfacl setfacl
  alsa-utils: aplay arecord amixer
  ansible: ansible ansible-playbook
  ant: ant java
  antiword: =
  apache2: apache2 apachectl apache2ctl httpd
  apache2-utils: ab htpasswd rotatelogs
  aria2: aria2c
  asciidoctor: =
  aspell: =
  at: at atd batch
  attr: getfattr setfattr
  aws-cli: aws
  awscli: aws
  axel: =
  bash: =
  bc: bc
  bind: named rndc
  bind-tools: dig host nslookup nsupdate
  bind-utils: dig host nslookup nsupdate
  bind9-dnsutils: dig nslookup nsupdate
  bind9-host: host
  bindfs: =
  binutils: ar as ld nm objcopy objdump ranlib readelf strings strip
  binutils-gold: ar as ld nm objcopy objdump readelf strings strip
  blender: =
  bridge-utils: brctl
  brotli: =
  bsdmainutils: cal calendar col column hexdump look ncal
  bubblewrap: bwrap
  bundler: bundle bundler
  busybox: =
  busybox-extras: ftpd httpd inetd telnet telnetd tftp
  busybox-static: busybox
  bzip2: bunzip2 bzcat bzip2
  bzr: =
  calibre: calibre ebook-convert
  catdoc: catdoc catppt xls2csv
  certbot: =
  chromium: chromium chrome
  chromium-browser: chromium chromium-browser chrome
  chromium-chromedriver: chromedriver
  chromium-driver: chromedriver
  cifs-utils: mount.cifs
  clamav: clamscan freshclam
  clamav-daemon: clamd clamdscan
  composer: =
  conntrack: =
  conntrack-tools: conntrack
  containerd: containerd ctr
  coreutils: base64 cat chmod chown cp cut date dd df du env expr head install ln ls md5sum mkdir mktemp mv nohup nproc paste printf readlink realpath rm seq sha256sum shuf sleep sort split stat stdbuf tail tee timeout touch tr truncate uname uniq wc
  cpio: =
  cron: cron crontab
  cronie: crond crontab
  cryptsetup: =
  cups-client: lp lpr lpstat
  curl: =
  dbus: dbus-daemon dbus-launch dbus-send
  dbus-x11: dbus-launch
  dc: dc
  dcron: crond crontab
  default-jdk: java javac jar keytool
  default-jdk-headless: java javac jar keytool
  default-jre: java keytool
  default-jre-headless: java keytool
  default-mysql-client: mysql mysqldump mysqladmin mysqlcheck mariadb mariadb-dump
  device-mapper: dmsetup
  dialog: =
  diffutils: cmp diff diff3 sdiff
  dirmngr: dirmngr gpg
  dmsetup: =
  dnsmasq: =
  dnsutils: dig nslookup nsupdate host
  docker: docker dockerd
  docker-ce: dockerd docker
  docker-ce-cli: docker
  docker-cli: docker
  docker-compose: =
  docker-engine: docker dockerd
  docker.io: docker dockerd
  dos2unix: dos2unix unix2dos
  doxygen: =
  dpkg: =
  e2fsprogs: fsck.ext4 mke2fs mkfs.ext4 resize2fs tune2fs
  elinks: =
  elixir: elixir iex mix
  erlang: erl escript
  erlang-base: erl escript epmd
  erlang-nox: erl escript epmd
  espeak: =
  espeak-ng: =
  ethtool: =
  exiftool: =
  exim4: exim exim4 sendmail
  exiv2: =
  expect: expect unbuffer
  fail2ban: fail2ban-client fail2ban-server
  ffmpeg: ffmpeg ffprobe ffplay
  ffmpegthumbnailer: =
  file: =
  findutils: find xargs
  fio: =
  firefox: =
  firefox-esr: firefox firefox-esr
  fluxbox: =
  fontforge: =
  fping: =
  freeradius: radiusd freeradius
  freetds-bin: tsql bsqldb freebcp
  fuse: fusermount
  fuse3: fusermount3
  gawk: gawk awk
  gcsfuse: =
  gdal: gdalinfo ogr2ogr gdalwarp gdal_translate
  gdal-bin: gdalinfo gdalwarp gdal_translate gdaladdo gdalbuildvrt gdaldem gdal_merge.py gdal2tiles.py ogr2ogr ogrinfo
  gdal-tools: gdalinfo gdalwarp gdal_translate gdaladdo gdalbuildvrt gdaldem ogr2ogr ogrinfo
  genisoimage: genisoimage mkisofs
  gettext: envsubst gettext msgcat msgfmt msginit msgmerge xgettext
  gettext-base: envsubst gettext
  ghostscript: gs ps2pdf pdf2ps eps2eps ps2ascii
  gifsicle: =
  git: =
  git-all: git
  git-core: git
  git-flow: git
  git-lfs: git-lfs git
  git-svn: git
  gnupg: gpg gpgv gpg-agent gpgconf gpgsm dirmngr
  gnupg1: gpg1 gpg
  gnupg2: gpg gpg2 gpg-agent gpgconf gpgsm dirmngr
  gnuplot: =
  gnuplot-nox: gnuplot
  google-chrome-stable: google-chrome google-chrome-stable chrome
  google-cloud-cli: gcloud gsutil bq
  google-cloud-sdk: gcloud gsutil bq
  gosu: =
  gpg: =
  gpg-agent: gpg-agent gpg
  gpgv: =
  gradle: gradle java
  graphicsmagick: gm
  graphviz: circo dot fdp neato osage patchwork sfdp twopi
  grep: egrep fgrep grep
  groovy: groovy java
  gunicorn: =
  gzip: gunzip gzip zcat
  haproxy: =
  hostname: =
  hping3: =
  html2text: =
  httpd: httpd apachectl
  httpd-tools: ab htpasswd rotatelogs
  hunspell: =
  hwloc: lstopo hwloc-bind
  icecast2: =
  imagemagick: animate compare composite convert display identify import magick mogrify montage stream
  inetutils-ping: ping
  inetutils-telnet: telnet
  inkscape: =
  inotify-tools: inotifywait inotifywatch
  iperf: =
  iperf3: =
  iproute: bridge ip ss tc
  iproute2: bridge ip ss tc
  ipset: =
  iptables: ip6tables ip6tables-restore ip6tables-save iptables iptables-restore iptables-save
  iputils: arping ping tracepath
  iputils-arping: arping
  iputils-ping: ping
  iputils-tracepath: tracepath
  ipvsadm: =
  isync: mbsync
  jenkins: java
  jpegoptim: =
  jq: =
  julia: =
  keepalived: =
  kmod: depmod insmod lsmod modprobe rmmod
  krb5-user: kadmin kdestroy kinit klist kpasswd
  krb5-workstation: kadmin kdestroy kinit klist kpasswd
  lame: =
  ldap-utils: ldapadd ldapmodify ldapsearch ldapwhoami
  lftp: =
  libarchive-tools: bsdtar bsdcat bsdcpio
  libcap: capsh getcap setcap
  libcap-utils: capsh getcap setcap
  libcap2-bin: capsh getcap setcap
  libimage-exiftool-perl: exiftool
  libjpeg-progs: cjpeg djpeg jpegtran
  libjpeg-turbo-progs: cjpeg djpeg jpegtran
  libnotify-bin: notify-send
  libnss3-tools: certutil pk12util
  libreoffice: libreoffice soffice
  libressl: openssl
  librsvg2-bin: rsvg-convert
  librsvg2-tools: rsvg-convert
  libvips-tools: vips vipsheader vipsthumbnail
  libvirt-clients: virsh
  libwebp-tools: cwebp dwebp gif2webp img2webp webpinfo webpmux
  libxml2-utils: xmlcatalog xmllint
  lighttpd: =
  links: =
  logrotate: =
  lsb-release: lsb_release
  lsof: =
  lsscsi: =
  lua5.1: lua lua5.1
  lua5.3: lua lua5.3
  luajit: =
  luarocks: =
  lvm2: lvcreate lvs pvs vgs
  lxc: lxc-start lxc-create
  lynx: =
  lzop: =
  mailutils: mail
  mailx: mail mailx
  mariadb-client: mysql mysqldump mysqladmin mysqlcheck mariadb mariadb-admin mariadb-check mariadb-dump
  mariadb-server: mysqld mariadbd mysqld_safe mysql mysqldump mysqladmin
  maven: mvn java
  mdadm: =
  mecab: =
  mediainfo: =
  memcached: =
  mercurial: hg
  mesa-utils: glxinfo glxgears
  minicom: =
  mkvtoolnix: mkvmerge mkvextract mkvpropedit
  moby-cli: docker
  mongodb: mongod mongo mongos
  mongodb-clients: mongo mongodump mongorestore
  mongodb-database-tools: mongodump mongorestore mongoexport mongoimport
  mongodb-mongosh: mongosh
  mongodb-org: mongod mongo mongos mongosh
  mongodb-org-shell: mongo
  mongodb-org-tools: mongodump mongorestore mongoexport mongoimport
  mongodb-tools: mongodump mongorestore mongoexport mongoimport
  mono-complete: mono mcs
  mono-runtime: mono
  moreutils: chronic parallel sponge ts
  mosquitto: =
  mosquitto-clients: mosquitto_pub mosquitto_sub
  mpg123: =
  mplayer: =
  mpv: =
  msmtp: msmtp sendmail
  msmtp-mta: msmtp sendmail
  mssql-tools: bcp sqlcmd
  mssql-tools18: bcp sqlcmd
  mtr: =
  mtr-tiny: mtr
  mupdf-tools: mutool
  mysql: mysql mysqldump mysqladmin mysqld
  mysql-client: mysql mysqldump mysqladmin mysqlcheck
  mysql-server: mysqld mysqld_safe mysql mysqldump mysqladmin
  nc: nc ncat
  ncat: =
  ncurses: clear infocmp reset tput tic
  ncurses-bin: clear infocmp reset tput tic
  net-snmp-tools: snmpget snmpset snmptranslate snmptrap snmpwalk
  net-snmp-utils: snmpget snmpset snmptranslate snmptrap snmpwalk
  net-tools: arp hostname ifconfig ipmaddr iptunnel nameif netstat rarp route
  netcat: nc netcat
  nfs-common: mount.nfs showmount rpc.statd
  nfs-utils: mount.nfs showmount rpc.nfsd rpc.statd
  nftables: nft
  nginx: =
  nginx-extras: nginx
  nginx-full: nginx
  nginx-light: nginx
  ngrep: =
  nmap: nmap nping ncat
  nmap-ncat: nc ncat
  nodejs: node nodejs npm npx corepack
  nodejs-current: node npm npx
  nodejs-legacy: node nodejs
  nodejs-npm: npm npx
  npm: npm npx
  nslcd: =
  nss-tools: certutil pk12util
  ntp: ntpd ntpq
  ntpdate: =
  nvme-cli: nvme
  oathtool: =
  ocrmypdf: =
  openbox: =
  opencc: =
  openconnect: =
  openldap-clients: ldapadd ldapmodify ldapsearch ldapwhoami
  openrc: rc-service rc-update openrc
  openresty: openresty resty
  openssh: ssh scp sftp ssh-add ssh-agent ssh-keygen ssh-keyscan sshd
  openssh-client: ssh scp sftp ssh-add ssh-agent ssh-copy-id ssh-keygen ssh-keyscan
  openssh-client-default: ssh scp sftp ssh-add ssh-agent ssh-keygen ssh-keyscan
  openssh-clients: ssh scp sftp ssh-add ssh-agent ssh-copy-id ssh-keygen ssh-keyscan
  openssh-keygen: ssh-keygen
  openssh-server: sshd
  openssh-sftp-server: sftp-server
  openssl: =
  openvpn: =
  openvswitch-switch: ovs-vsctl ovs-vswitchd
  optipng: =
  p7zip: 7z 7za 7zr p7zip
  p7zip-full: 7z 7za 7zr
  p7zip-rar: 7z
  pandoc: =
  parallel: =
  parted: parted partprobe
  pass: =
  passwd: chpasswd passwd useradd groupadd usermod
  patch: =
  pciutils: lspci setpci
  pcscd: =
  pdftk: =
  pdftk-java: pdftk
  percona-toolkit: pt-online-schema-change pt-query-digest
  perl: =
  pigz: pigz unpigz
  pngcrush: =
  pngquant: =
  podman: =
  poppler-utils: pdfattach pdfdetach pdffonts pdfimages pdfinfo pdfseparate pdfsig pdftocairo pdftohtml pdftoppm pdftops pdftotext pdfunite
  postfix: postfix sendmail postmap newaliases
  postgresql: postgres psql pg_ctl pg_dump initdb
  postgresql-client: createdb dropdb pg_basebackup pg_dump pg_dumpall pg_isready pg_restore psql vacuumdb
  postgresql-common: pg_lsclusters pg_ctlcluster pg_createcluster
  postgresql-contrib: postgres
  potrace: =
  privoxy: =
  procps: free kill pgrep pidof pkill pmap ps pwdx slabtop sysctl tload top uptime vmstat w watch
  procps-ng: free kill pgrep pidof pkill pmap ps pwdx slabtop sysctl top uptime vmstat w watch
  protobuf: protoc
  protobuf-c-compiler: protoc-c
  protobuf-compiler: protoc
  psmisc: fuser killall prtstat pstree
  pulseaudio: pulseaudio pactl pacmd
  pulseaudio-utils: pactl pacmd paplay
  puppet: =
  pv: pv
  pwgen: =
  py-pip: pip pip3 python3 python
  py3-pip: pip pip3 python3
  python: python python2
  python-is-python3: python python3
  python-minimal: python python2
  python-pip: pip python
  python-virtualenv: virtualenv
  python2: python2
  python3: python3
  python3-minimal: python3
  python3-pip: pip pip3 python3
  python3-venv: python3
  python3-virtualenv: virtualenv python3
  qemu: qemu-system-x86_64 qemu-img
  qemu-user-static: qemu-aarch64-static qemu-arm-static
  qemu-utils: qemu-img qemu-nbd
  qpdf: =
  r-base: R Rscript
  r-base-core: R Rscript
  rabbitmq-server: rabbitmq-server rabbitmqctl
  rclone: =
  recode: =
  redis: redis-server redis-cli redis-sentinel
  redis-server: redis-server
  redis-tools: redis-cli redis-benchmark
  ripgrep: rg
  rlwrap: =
  rpm: rpm rpm2cpio
  rrdtool: rrdtool
  rsvg-convert: =
  rsync: =
  rsyslog: rsyslogd
  rtmpdump: =
  ruby: ruby irb gem bundle bundler
  ruby-bundler: bundle bundler
  ruby-full: ruby irb gem
  ruby-irb: irb
  ruby-rake: rake
  runit: runit runsv runsvdir sv chpst
  s3cmd: =
  s3fs: =
  samba: smbd nmbd
  scala: scala java
  screen: =
  sed: =
  sendmail: =
  sendmail-bin: sendmail
  shadow: chpasswd passwd useradd groupadd usermod
  shadow-utils: chpasswd passwd useradd groupadd usermod
  siege: =
  silversearcher-ag: ag
  slapd: =
  smartmontools: smartctl smartd
  smbclient: smbclient smbget
  snapd: snap
  snmp: snmpget snmpset snmptranslate snmptrap snmpwalk
  snmpd: =
  socat: =
  software-properties-common: add-apt-repository apt-add-repository
  sox: sox soxi play rec
  speedtest-cli: =
  sqlite: sqlite3
  sqlite3: =
  squashfs-tools: mksquashfs unsquashfs
  squid: =
  ssh: ssh scp sftp ssh-add ssh-agent ssh-keygen ssh-keyscan sshd
  ssh-client: ssh scp sftp ssh-add ssh-agent ssh-keygen ssh-keyscan
  sshfs: =
  sshpass: =
  ssmtp: ssmtp sendmail
  stress: =
  stress-ng: =
  stunnel: =
  stunnel4: stunnel stunnel4
  su-exec: =
  subversion: svn svnadmin svnversion
  sudo: =
  supervisor: supervisord supervisorctl
  swaks: =
  syslinux: =
  syslog-ng: =
  systemd: systemctl journalctl
  tar: =
  tcl: tclsh
  tcpdump: =
  telnet: =
  tesseract: =
  tesseract-ocr: tesseract
  texlive: latex pdflatex lualatex tex
  tidy: =
  time: =
  timelimit: =
  tk: wish
  tmux: =
  tor: =
  traceroute: =
  transmission-cli: transmission-cli transmission-remote
  transmission-daemon: transmission-daemon
  udev: udevadm
  unattended-upgrades: =
  unoconv: =
  unrar: =
  unrar-free: unrar unrar-free
  unrtf: =
  unzip: unzip zipinfo funzip
  usbutils: lsusb
  util-linux: flock fsck getopt hexdump logger losetup lsblk lscpu mkswap mount nsenter prlimit renice rev script setsid taskset umount unshare uuidgen whereis
  util-linux-misc: getopt hexdump nsenter prlimit setsid taskset unshare
  uuid-runtime: uuidd uuidgen
  uwsgi: uwsgi
  uwsgi-core: uwsgi
  v4l-utils: v4l2-ctl
  varnish: varnishd varnishadm
  vips-tools: vips vipsheader vipsthumbnail
  virtualenv: virtualenv python3
  vlc: vlc cvlc
  vorbis-tools: oggenc oggdec
  vsftpd: =
  w3m: =
  wait-for-it: wait-for-it wait-for-it.sh
  webp: cwebp dwebp gif2webp img2webp webpinfo webpmux
  wget: =
  which: =
  whiptail: =
  whois: whois mkpasswd
  wireguard-tools: wg wg-quick
  wireless-tools: iwconfig iwlist
  wkhtmltopdf: wkhtmltopdf wkhtmltoimage
  x11-apps: xclock xeyes
  x11-utils: xdpyinfo xev xprop xwininfo
  x11-xserver-utils: xhost xrandr xset xsetroot
  x11vnc: =
  xauth: =
  xclip: =
  xdg-utils: xdg-open xdg-mime
  xdotool: =
  xfsprogs: mkfs.xfs xfs_growfs
  xinetd: =
  xmlstarlet: =
  xorg-x11-server-Xvfb: Xvfb xvfb-run
  xsltproc: =
  xterm: =
  xvfb: Xvfb xvfb-run
  xvfb-run: xvfb-run Xvfb
  xz: xz unxz xzcat
  xz-utils: xz unxz xzcat
  yarn: yarn yarnpkg
  yarnpkg: yarnpkg yarn
  youtube-dl: =
  yq: =
  yt-dlp: =
  zenity: =
  zip: =
  zopfli: =
  zsh: =
  zstd: zstd unzstd zstdcat
`;

/** The same where the name has a version in it; `$1` is what the pattern takes out of the name. */
export const TOOL_PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:openjdk-?\d+|java-[\d.]+-openjdk|java-latest-openjdk)\b/, 'java javac jar keytool'],
  [
    /^(?:oracle-java\d+|temurin-\d+-|zulu\d+|adoptopenjdk-|java-[\d.]+-amazon-corretto|msopenjdk-)/,
    'java javac jar keytool',
  ],
  [/^python(\d+\.\d+)(?:-minimal)?$/, 'python$1 python python3'],
  [/^php([\d.]*)(?:-(?:cli|fpm|cgi))?$/, 'php php$1 php-fpm php-fpm$1 php-cgi'],
  [/^ruby([\d.]+)$/, 'ruby ruby$1 gem irb'],
  [/^nodejs?-?\d+$/, 'node npm npx'],
  [
    /^postgresql-?[\d.]+-client$|^postgresql-client-(?:common|[\d.]+)$/,
    'createdb dropdb pg_basebackup pg_dump pg_dumpall pg_isready pg_restore psql vacuumdb',
  ],
  [/^postgresql-?[\d.]+$/, 'postgres psql pg_ctl pg_dump initdb'],
  [/^mysql-(?:server|client)-[\d.]+$/, 'mysql mysqldump mysqladmin mysqld'],
  [/^libreoffice-/, 'libreoffice soffice'],
  [/^texlive-/, 'latex pdflatex lualatex xelatex tex bibtex'],
  [/^(?:tomcat|jetty)\d+$/, 'java'],
  [/^netcat-/, 'nc netcat'],
];

type Role = 'build' | 'convenience' | 'runtime';

/** Names that only follow a pattern. The first that holds, behind the lists above. */
export const PATTERNS: Readonly<
  Record<'apt' | 'apk' | 'rpm', readonly (readonly [RegExp, Role])[]>
> = {
  apt: [
    [/-(?:dbg|dbgsym|doc)$/, 'convenience'],
    [/^(?:aspell|hunspell|myspell|mythes|hyphen|wamerican|wbritish)-/, 'runtime'],
    [/^(?:fonts|ttf|xfonts|language-pack|locales)-/, 'runtime'],
    [/^(?:cpp|g\+\+|gcc|gdc|gnat|gobjc|gccgo|clang|lld|llvm|binutils|automake)(?:-|\d)/, 'build'],
    [
      /^libgcc-[\d.]+-dev$|^libstdc\+\+-[\d.]+-dev$|^lib(?:32|64|x32)?(?:gcc|stdc\+\+)-.*-dev/,
      'build',
    ],
    [/^libc6(?:\.1)?-dev/, 'build'],
    [/^linux-(?:headers|kbuild|source)-|-headers$/, 'build'],
    [/^(?:golang|rustc|rust|cargo)-/, 'build'],
    [/^tesseract-ocr-/, 'runtime'],
    [/^(?:python|python2|python3|ruby|node|r-cran|r-bioc|gstreamer1\.0|gir1\.2|odbc)-/, 'runtime'],
    [/^php[\d.]*-(?!(?:cli|fpm|cgi|dev)$)/, 'runtime'],
    [/^lib.*-(?:perl|java|ruby|jni)$/, 'runtime'],
    [/^(?:mesa|va|vdpau)-.*drivers?|^libsox-fmt-|^lib(?:pam|nss)-/, 'runtime'],
    [/^python3\.\d+-(?!dev$|minimal$)/, 'runtime'],
    [/^lib(?!.*-(?:dev|bin|tools?|utils|progs|examples|test)$)[a-z\d+.-]*\d/, 'runtime'],
  ],
  apk: [
    [/-(?:dbg|doc|bash-completion|zsh-completion|fish-completion|vim)$/, 'convenience'],
    [/^(?:font|ttf|aspell|hunspell|tesseract-ocr-data|icu-data|mesa|gst-plugins)-/, 'runtime'],
    [/-(?:libs|lang|data)$/, 'runtime'],
    [/^(?:gcc|g\+\+|clang|llvm|lld|binutils|automake)(?:-|\d)/, 'build'],
    [/-headers$|-static$/, 'build'],
    [/^(?:py3|py|perl|lua|lua5\.\d|ruby)-/, 'runtime'],
    [/^php\d*-(?!(?:cli|fpm|cgi|dev)$)/, 'runtime'],
    [/^lib(?!.*-(?:dev|tools?|utils|progs|bin)$|re)/, 'runtime'],
  ],
  rpm: [
    [/-(?:debuginfo|debugsource|doc|docs|javadoc)$/, 'convenience'],
    [/-(?:libs|lib|fonts|langpack-.*)$/, 'runtime'],
    [/^(?:gcc|clang|llvm|lld|binutils|cpp)(?:-|\d)|^(?:dev|gcc-)toolset-/, 'build'],
    [/-headers$|-static$|-srpm-macros$|-rpm-macros$/, 'build'],
    [/^@/, 'build'],
    [/^(?:python\d*|rubygem|perl)-(?!devel$|pip$)/, 'runtime'],
    [/^php[\d.]*-(?!(?:cli|fpm|devel)$)/, 'runtime'],
    [/^lib(?!.*-(?:devel|tools?|utils|progs)$|re)/, 'runtime'],
  ],
};
