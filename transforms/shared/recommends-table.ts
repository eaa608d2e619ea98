/**
 * What apt no longer installs with a package under `--no-install-recommends`: measured with
 * `apt-get -s install` in a minimal Debian 12, with and without the flag, for each package alone;
 * the recommended packages themselves, and those of their kind that builds are known to miss.
 * Packages that lose nothing, or nothing of note, are left out. Other releases differ a little.
 * Source: https://packages.debian.org/bookworm/, measured 2026-11-23.
 */
const LOST = `
  ansible python3-argcomplete python3-jmespath python3-kerberos python3-libcloud python3-selinux python3-winrm python3-xmltodict
  ant ant-optional
  apache2 ca-certificates ssl-cert
  aptitude libdpkg-perl sensible-utils
  aspell aspell-en
  autoconf automake
  avahi-daemon libnss-mdns
  awscli ca-certificates
  biber lmodern texlive-bibtex-extra
  build-essential dirmngr gnupg
  buildah crun fuse-overlayfs
  bundler build-essential ruby-dev
  cabal-install ca-certificates curl
  cargo ca-certificates
  chromium ca-certificates fonts-liberation
  chromium-driver ca-certificates fonts-liberation
  clang ca-certificates
  cmake ca-certificates gcc libc6-dev make
  composer git openssh-client patch unzip
  cron ca-certificates
  cups ca-certificates avahi-daemon colord
  curl ca-certificates
  debhelper build-essential ca-certificates dirmngr g++ gnupg
  debootstrap ca-certificates dirmngr gnupg arch-test
  devscripts automake build-essential g++ gcc git libc6-dev openssh-client unzip dctrl-tools
  dh-make build-essential ca-certificates dirmngr g++ gnupg
  docker-compose git iptables openssh-client patch runc docker.io
  docker.io ca-certificates git openssh-client patch apparmor cgroupfs-mount needrestart xz-utils
  dpkg-dev build-essential dirmngr g++ gcc gnupg libc6-dev fakeroot libalgorithm-merge-perl
  equivs build-essential ca-certificates dirmngr g++ gnupg
  erlang ca-certificates ghostscript libmagickcore-6.q16-6-extra erlang-jinterface erlang-mode erlang-src erlang-examples
  erlang-base libsctp1 erlang-crypto erlang-syntax-tools
  exim4 ca-certificates
  ffmpeg ca-certificates
  flex gcc libc6-dev libfl-dev
  fluxbox ca-certificates xfonts-terminus feh
  fonts-noto fonts-noto-cjk fonts-noto-cjk-extra fonts-noto-color-emoji fonts-noto-extra fonts-noto-mono fonts-noto-ui-core fonts-noto-ui-extra fonts-noto-unhinted
  freetds-dev freetds-doc
  gcc libc6-dev
  gdal-bin ca-certificates
  gdb ca-certificates
  gettext ca-certificates curl
  gimp ca-certificates ghostscript
  git ca-certificates openssh-client patch less
  git-core ca-certificates patch less ssh-client
  git-lfs ca-certificates openssh-client patch
  golang g++ gcc libc6-dev
  golang-go g++ gcc libc6-dev
  gpg dirmngr gnupg
  graphviz fonts-liberation2
  groff ghostscript libmagickcore-6.q16-6-extra imagemagick libpaper1 netpbm perl psutils
  gstreamer1.0-plugins-good gstreamer1.0-x
  imagemagick ghostscript libmagickcore-6.q16-6-extra
  imagemagick-6.q16 ghostscript libmagickcore-6.q16-6-extra netpbm
  inkscape ca-certificates ghostscript libmagickcore-6.q16-6-extra aspell fig2dev imagemagick libimage-magick-perl libwmf-bin python3-cssselect
  iproute2 libatm1
  iptables nftables
  latexmk ca-certificates ghostscript lmodern xpdf gv
  libapache2-mod-php ca-certificates ssl-cert
  libboost-all-dev ca-certificates gcc
  libbz2-dev bzip2-doc
  libcairo2-dev ca-certificates
  libcurl4-openssl-dev ca-certificates
  libgdal-dev ca-certificates gcc
  libglib2.0-0 libglib2.0-data shared-mime-info xdg-user-dirs
  libgtk-3-0 libgtk-3-bin librsvg2-common
  libmagickwand-dev ca-certificates gcc ghostscript
  libopencv-dev ca-certificates opencv-data libopencv-java
  libpango1.0-dev ca-certificates
  libpng-dev libpng-tools
  libreoffice ca-certificates default-jre fonts-liberation ghostscript libmagickcore-6.q16-6-extra unzip fonts-crosextra-caladea fonts-crosextra-carlito fonts-dejavu
  libreoffice-calc ca-certificates ghostscript libmagickcore-6.q16-6-extra
  libreoffice-writer ca-certificates ghostscript libmagickcore-6.q16-6-extra libreoffice-math
  libtool automake libltdl-dev
  libvips-dev ca-certificates gcc ghostscript libvips-doc libvips-tools
  linux-headers-amd64 libc6-dev
  llvm ca-certificates libc6-dev
  logrotate ca-certificates
  mailutils ca-certificates
  mariadb-client libdbd-mariadb-perl libdbi-perl libterm-readkey-perl
  mariadb-server libhtml-template-perl mariadb-plugin-provider-bzip2 mariadb-plugin-provider-lz4 mariadb-plugin-provider-lzma mariadb-plugin-provider-lzo mariadb-plugin-provider-snappy pv
  mercurial ca-certificates openssh-client
  meson build-essential ca-certificates dirmngr g++ gcc gnupg libc6-dev make patch
  msmtp ca-certificates
  network-manager ca-certificates ppp dnsmasq-base modemmanager wireless-regdb wpasupplicant
  nfs-common ca-certificates
  nodejs ca-certificates nodejs-doc
  nodejs-doc ca-certificates nodejs
  npm build-essential dirmngr g++ gcc git gnupg libc6-dev make openssh-client
  nvidia-cuda-toolkit ca-certificates nvidia-cuda-toolkit-doc nvidia-cuda-gdb nvidia-visual-profiler nsight-compute nsight-systems
  ocaml ocaml-man file
  octave ca-certificates ghostscript gnuplot-qt libopenblas0 pstoedit epstool default-jre-headless octave-doc
  opam ca-certificates dirmngr git gnupg openssh-client ocaml darcs mercurial m4
  openjdk-17-jdk libxt-dev
  openjdk-17-jre libatk-wrapper-java-jni fonts-dejavu-extra
  openssh-client xauth
  openssh-server ncurses-term xauth
  openssh-sftp-server openssh-server
  perl netbase
  php ca-certificates ssl-cert
  php-curl ca-certificates
  php-dev build-essential ca-certificates dirmngr g++ gnupg make patch
  php8.2 ca-certificates ssl-cert
  pipx fonts-font-awesome libjs-bootstrap4 libjs-highlight.js libjs-jquery libjs-lunr mkdocs
  podman uidmap buildah dbus-user-session fuse-overlayfs slirp4netns catatonit
  postfix ca-certificates libsasl2-modules python3
  postgis ca-certificates ssl-cert postgresql-postgis postgis-doc
  postgresql ca-certificates
  procps psmisc
  proj-bin ca-certificates
  pulseaudio rtkit dbus-user-session
  python-is-python3 ca-certificates
  python-pip build-essential python-dev
  python-pip-whl ca-certificates
  python3 ca-certificates
  python3-dev ca-certificates
  python3-numpy ca-certificates
  python3-opencv ca-certificates
  python3-pip build-essential dirmngr g++ gcc gnupg libc6-dev make patch python3-dev
  python3-poetry build-essential dirmngr g++ gcc gnupg libc6-dev make patch python3-dev
  python3-setuptools ca-certificates
  python3-tk ca-certificates
  python3-virtualenv build-essential dirmngr g++ gcc gnupg libc6-dev make patch python3-dev
  python3-wheel ca-certificates
  python3.11 ca-certificates
  qemu-system-x86 ca-certificates qemu-system-gui qemu-utils ovmf qemu-block-extra
  qemu-user-static systemd
  r-base build-essential dirmngr g++ gcc gnupg libc6-dev make patch r-base-dev
  r-base-core build-essential dirmngr g++ gcc gnupg libc6-dev make patch r-base-dev
  r-base-dev dirmngr gnupg r-recommended
  rabbitmq-server ca-certificates
  rlwrap ca-certificates
  rsyslog ca-certificates logrotate
  ruby fonts-lato libjs-jquery rake zip
  ruby-bundler build-essential ruby-dev
  ruby-full build-essential
  ruby3.1 fonts-lato libjs-jquery
  rustc ca-certificates cargo llvm-14
  samba ca-certificates dirmngr gnupg attr logrotate python3-markdown samba-dsdb-modules samba-vfs-modules samba-ad-provision
  sbcl binfmt-support
  snmp perl
  software-properties-common dirmngr gnupg
  squid ca-certificates libcap2-bin
  supervisor ca-certificates
  systemd systemd-timesyncd
  tesseract-ocr ca-certificates
  texlive ca-certificates lmodern
  texlive-fonts-extra ca-certificates default-jre lmodern unzip cm-super fonts-adf-accanthis fonts-adf-berenis fonts-adf-gillius fonts-adf-universalis
  texlive-fonts-recommended ca-certificates lmodern tex-gyre tipa
  texlive-full default-jre libmagickcore-6.q16-6-extra unzip
  texlive-lang-english ca-certificates lmodern
  texlive-latex-base ca-certificates lmodern
  texlive-latex-extra ca-certificates default-jre lmodern unzip libspreadsheet-parseexcel-perl texlive-fonts-recommended texlive-plain-generic
  texlive-latex-recommended ca-certificates lmodern
  texlive-science ca-certificates lmodern
  texlive-xetex ca-certificates default-jre lmodern unzip
  valgrind ca-certificates valgrind-dbg gdb
  virtualenv build-essential dirmngr g++ gcc gnupg libc6-dev make patch python3-dev
  wget ca-certificates
  x11vnc x11-utils
  xvfb xauth
  zip unzip
  zsh libgdbm6 libncursesw6 libpcre3
`;

let table: Map<string, readonly string[]> | undefined;

/** The packages that no longer come along with `name`. */
export function lostWith(name: string): readonly string[] {
  table ??= new Map(
    LOST.trim()
      .split('\n')
      .map((line) => {
        const [key = '', ...lost] = line.trim().split(' ');
        return [key, lost];
      }),
  );
  return table.get(name) ?? [];
}

/** Without these the package hardly works, or what is built with it does not. */
export const ESSENTIAL: ReadonlySet<string> = new Set(
  'build-essential cargo crun default-jre g++ gcc libc6-dev make libsasl2-modules python-dev python3-dev r-base-dev r-recommended ruby-dev runc'.split(
    ' ',
  ),
);

/** What shows that a package is needed: a command of the file that it brings. */
export const USED_BY: ReadonlyMap<string, RegExp> = new Map([
  ['automake', /\b(?:automake|autoreconf|autogen)\b/],
  ['dirmngr', /\b(?:gpg2?|apt-key|add-apt-repository)\b/],
  ['ghostscript', /\bgs\b|\bconvert\b|\.pdf\b/],
  ['git', /\bgit\b/],
  ['gnupg', /\b(?:gpg2?|apt-key|add-apt-repository)\b/],
  ['iptables', /\biptables\b/],
  ['less', /\bless\b/],
  ['lmodern', /\b(?:pdf|xe|lua)?latex\b|\bpandoc\b/],
  ['openssh-client', /\bssh\b|git@/],
  ['patch', /\bpatch\b/],
  ['ssh-client', /\bssh\b|git@/],
  ['unzip', /\bunzip\b/],
  ['xauth', /\b(?:xvfb-run|xauth)\b/],
]);

/** Packages that fetch over HTTPS, which takes the certificates that they only recommend. */
export const FETCHERS: ReadonlySet<string> = new Set(
  'aria2 axel curl git git-core mercurial subversion wget'.split(' '),
);

/** Packages that bring others, as a dependency. */
export const BRINGS: Readonly<Record<string, readonly string[]>> = {
  'build-essential': ['gcc', 'g++', 'make', 'libc6-dev', 'dpkg-dev'],
  'g++': ['gcc', 'libc6-dev'],
  gnupg2: ['gnupg', 'dirmngr'],
  'libssl-dev': [],
  'openssh-client': ['ssh-client'],
  'python3-dev': ['libc6-dev'],
  gnupg: ['dirmngr'],
};
