/**
 * What apt no longer installs with a package under `--no-install-recommends`: what follows from
 * the dependencies and recommendations in the package lists of Debian 12, starting from a minimal
 * system, for each package alone: the recommended packages themselves, and those of the rest that
 * builds are known to miss. Other releases differ a little.
 * Source: https://packages.debian.org/bookworm/, computed 2026-11-23, the longest rows 2026-11-27.
 */
const LOST = `
  adb android-sdk-platform-tools-common
  alien build-essential ca-certificates dirmngr fakeroot g++ gnupg gpg-agent
  ansible xauth python3-argcomplete python3-jmespath python3-kerberos python3-libcloud python3-selinux python3-winrm python3-xmltodict
  ant ant-optional
  apache2 ca-certificates ssl-cert
  apertium-en-es unzip
  aptitude libdpkg-perl sensible-utils
  aria2 ca-certificates
  asciidoc ca-certificates default-jre ghostscript lmodern unzip asciidoc-dblatex
  asciidoctor unzip
  aspell aspell-en
  at ca-certificates
  autoconf automake
  autoconf-archive automake autoconf
  autogen autogen-doc
  autossh xauth
  avahi-daemon libnss-mdns
  awscli ca-certificates
  biber lmodern texlive-bibtex-extra
  bsd-mailx ca-certificates
  build-essential dirmngr fakeroot gnupg gpg-agent
  buildah crun fuse-overlayfs
  bundler build-essential ruby-dev
  byobu ca-certificates less pastebinit sensible-utils
  bzr ca-certificates dirmngr gnupg gpg-agent openssh-client xauth
  cabal-install ca-certificates curl
  cargo ca-certificates
  cheese ca-certificates dirmngr ghostscript gnupg gpg-agent gvfs yelp
  chromium ca-certificates
  chromium-common ca-certificates upower udev fonts-liberation notification-daemon system-config-printer
  chromium-driver ca-certificates
  chromium-l10n ca-certificates
  cinder-api g++ gcc libc6-dev python3-dev xauth
  cinder-scheduler g++ gcc libc6-dev python3-dev
  cinder-volume g++ gcc libc6-dev python3-dev
  clamav ca-certificates
  clamav-daemon ca-certificates clamdscan
  clang ca-certificates
  clang-14 ca-certificates llvm-14-dev python3
  clang-format ca-certificates
  clang-tidy ca-certificates
  cloud-image-utils distro-info
  cm-super ca-certificates lmodern
  cmake ca-certificates gcc libc6-dev make
  collectd ca-certificates default-jre-headless intel-cmt-cat libabsl20220623 libatasmart4 libbson-1.0-0 libcurl3-gnutls libesmtp6 libgcrypt20 libgps28 libgrpc++1.51 libgrpc29 libhiredis0.14 libi2c0 libip4tc2 libip6tc2 libjansson4 libldap-2.5-0 liblua5.3-0 libmariadb3 libmemcached11 libmicrohttpd12 libmnl0 libmodbus5 libmongoc-1.0-0 libmosquitto1 libnotify4 libopenipmi0 liboping0 libpcap0.8 libperl5.36 libpq5 libprotobuf-c1 libprotobuf32 libpython3.11 libqpid-proton11 librabbitmq4 librdkafka1 libriemann-client0 librte-eal23 librte-ethdev23 libsensors5 libsnmp40 libssl3 libudev1 libupsclient6 libvarnishapi3 libvirt0 libxenmisc4.17 libyajl2
  composer git less openssh-client patch unzip xauth
  cpanminus dirmngr gnupg gpg-agent make
  criu ca-certificates iproute2
  cron ca-certificates
  cups ca-certificates avahi-daemon colord
  curl ca-certificates
  cvs openssh-client xauth
  cython3 ca-certificates gcc libc6-dev python3-dev
  debhelper build-essential ca-certificates dirmngr fakeroot g++ gnupg gpg-agent
  debian-keyring dirmngr gnupg gpg-agent
  debootstrap ca-certificates dirmngr gnupg gpg-agent arch-test
  devscripts apt automake build-essential dctrl-tools debian-keyring dput equivs g++ gcc git less libc6-dev libdistro-info-perl libgit-wrapper-perl libgitlab-api-v4-perl liblist-compare-perl libsoap-lite-perl libstring-shellquote-perl licensecheck lintian man-db openssh-client pristine-tar python3-apt python3-debian python3-magic python3-requests python3-unidiff python3-xdg strace unzip xauth
  dh-make build-essential ca-certificates dirmngr fakeroot g++ gnupg gpg-agent
  dirmngr gnupg gpg-agent
  docbook-xsl docbook-xml
  docbook2x docbook-xml docbook-xsl
  docker-compose git iptables less openssh-client patch runc xauth docker.io
  docker.io apparmor ca-certificates cgroupfs-mount git less needrestart openssh-client patch xauth xz-utils
  dpdk ca-certificates librte-mempool-ring23 librte-mempool23 librte-net-af-packet23 librte-net-bond23 librte-net-e1000-23 librte-net-fm10k23 librte-net-i40e23 librte-net-ixgbe23 librte-net-mlx4-23 librte-net-mlx5-23 librte-net-netvsc23 librte-net-pcap23 librte-net-tap23 librte-net-thunderx23 librte-net-vdev-netvsc23 librte-net-vhost23 librte-net-virtio23 librte-net-vmxnet3-23 python3-pyelftools
  dpkg-dev build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent libc6-dev libalgorithm-merge-perl
  dstat ca-certificates
  dvipng ca-certificates lmodern
  easy-rsa opensc
  emacs ca-certificates
  equivs build-essential ca-certificates dirmngr fakeroot g++ gnupg gpg-agent
  erlang ca-certificates ghostscript erlang-jinterface erlang-mode erlang-src erlang-examples
  erlang-base libsctp1 erlang-crypto erlang-syntax-tools
  erlang-reltool ca-certificates ghostscript
  exim4 ca-certificates
  exim4-daemon-light ca-certificates
  fail2ban ca-certificates nftables whois python3-pyinotify python3-systemd
  fastboot android-sdk-platform-tools-common
  fcitx-frontend-qt5 ca-certificates ghostscript
  fcitx-module-dbus ca-certificates ghostscript dbus-x11
  fcitx-modules ca-certificates ghostscript fcitx fcitx-module-dbus fcitx-module-kimpanel fcitx-module-lua fcitx-module-x11 fcitx-module-quickphrase-editor5
  feh ca-certificates
  ffmpeg ca-certificates
  fio ca-certificates
  flex gcc libc6-dev libfl-dev
  fluxbox ca-certificates xfonts-terminus feh
  fonts-ipafont-gothic fonts-ipafont-mincho
  fonts-kacst fonts-kacst-one
  fonts-noto fonts-noto-cjk fonts-noto-cjk-extra fonts-noto-color-emoji fonts-noto-extra fonts-noto-mono fonts-noto-ui-core fonts-noto-ui-extra fonts-noto-unhinted
  fonts-tlwg-loma-otf fonts-tlwg-loma
  fonts-wqy-microhei fontconfig
  fop libsaxon-java
  freetds-dev freetds-doc
  g++-12-multilib gcc
  gcc libc6-dev
  gcc-11 libc6-dev
  gcc-12 libc6-dev
  gcc-12-aarch64-linux-gnu libc6-dev-arm64-cross
  gcc-12-alpha-linux-gnu libc6.1-dev-alpha-cross
  gcc-12-arc-linux-gnu libc6-dev-arc-cross
  gcc-12-arm-linux-gnueabi libc6-dev-armel-cross
  gcc-12-arm-linux-gnueabihf libc6-dev-armhf-cross
  gcc-12-hppa-linux-gnu libc6-dev-hppa-cross
  gcc-12-hppa64-linux-gnu libc6-dev
  gcc-12-i686-linux-gnu libc6-dev-i386-cross
  gcc-12-locales libc6-dev gcc-12
  gcc-12-m68k-linux-gnu libc6-dev-m68k-cross
  gcc-12-mips-linux-gnu libc6-dev-mips-cross
  gcc-12-mips64-linux-gnuabi64 libc6-dev-mips64-cross
  gcc-12-mips64el-linux-gnuabi64 libc6-dev-mips64el-cross
  gcc-12-mipsel-linux-gnu libc6-dev-mipsel-cross
  gcc-12-mipsisa32r6-linux-gnu libc6-dev-mipsr6-cross
  gcc-12-mipsisa32r6el-linux-gnu libc6-dev-mipsr6el-cross
  gcc-12-mipsisa64r6-linux-gnuabi64 libc6-dev-mips64r6-cross
  gcc-12-mipsisa64r6el-linux-gnuabi64 libc6-dev-mips64r6el-cross
  gcc-12-multilib gcc
  gcc-12-offload-amdgcn ca-certificates
  gcc-12-plugin-dev libc6-dev
  gcc-12-powerpc-linux-gnu libc6-dev-powerpc-cross
  gcc-12-powerpc64-linux-gnu libc6-dev-ppc64-cross
  gcc-12-powerpc64le-linux-gnu libc6-dev-ppc64el-cross
  gcc-12-riscv64-linux-gnu libc6-dev-riscv64-cross
  gcc-12-s390x-linux-gnu libc6-dev-s390x-cross
  gcc-12-sh4-linux-gnu libc6-dev-sh4-cross
  gcc-12-source automake ca-certificates less
  gcc-12-sparc64-linux-gnu libc6-dev-sparc64-cross
  gcc-12-x86-64-linux-gnux32 libc6-dev-x32-cross
  gcc-aarch64-linux-gnu libc6-dev-arm64-cross
  gcc-arm-linux-gnueabi libc6-dev-armel-cross
  gcc-arm-linux-gnueabihf libc6-dev-armhf-cross
  gcc-mips-linux-gnu libc6-dev-mips-cross
  gcc-mips64-linux-gnuabi64 libc6-dev-mips64-cross
  gcc-mips64el-linux-gnuabi64 libc6-dev-mips64el-cross
  gcc-mipsel-linux-gnu libc6-dev-mipsel-cross
  gcc-powerpc64-linux-gnu libc6-dev-ppc64-cross
  gcc-powerpc64le-linux-gnu libc6-dev-ppc64el-cross
  gcc-s390x-linux-gnu libc6-dev-s390x-cross
  gcc-sparc64-linux-gnu libc6-dev-sparc64-cross
  gconf2 ca-certificates
  gdal-bin ca-certificates
  gdb ca-certificates
  gdebi-core ca-certificates
  geary ca-certificates ghostscript
  gedit ca-certificates ghostscript yelp zenity
  gettext ca-certificates curl
  gimp ca-certificates ghostscript
  git ca-certificates less openssh-client patch xauth
  git-all less openssh-client patch xauth
  git-core ca-certificates patch less ssh-client
  git-flow ca-certificates less openssh-client patch xauth
  git-lfs ca-certificates less openssh-client patch xauth
  git-review less openssh-client patch xauth
  git-svn ca-certificates less openssh-client patch xauth
  glance g++ gcc python3-dev xauth
  gnome-core ghostscript unzip xauth firefox-esr libproxy1-plugin-networkmanager network-manager-gnome low-memory-monitor
  gnome-themes-extra gnome-accessibility-themes adwaita-icon-theme
  gnupg-agent dirmngr gnupg
  gnupg1 ca-certificates gnupg1-l10n
  gnuplot-nox ghostscript fonts-liberation groff
  gobject-introspection ca-certificates dirmngr fakeroot gnupg gpg-agent
  golang g++ gcc libc6-dev
  golang-go g++ gcc libc6-dev
  gpg dirmngr gnupg gpg-agent
  gpg-agent dirmngr gnupg
  gpgsm dirmngr gnupg gpg-agent
  graphicsmagick ghostscript
  graphviz fonts-liberation2
  groff ghostscript imagemagick libpaper1 netpbm psutils
  groovy ant ant-optional libgpars-groovy-java libjcommander-java
  gstreamer1.0-libav ca-certificates
  gstreamer1.0-plugins-bad ca-certificates ghostscript
  gstreamer1.0-plugins-good gstreamer1.0-x
  gtk-doc-tools ca-certificates
  gunicorn ca-certificates
  hdparm powermgmt-base
  heat-api g++ gcc libc6-dev python3-dev xauth
  heat-api-cfn g++ gcc libc6-dev python3-dev xauth
  heat-engine g++ gcc libc6-dev python3-dev xauth
  heudiconv build-essential dirmngr dpkg-dev fakeroot git gnupg gpg-agent less make openssh-client patch python3-datalad python3-pytest xauth
  hollywood apg atop bmon bsdextrautils ca-certificates ccze cmatrix htop jp2a less moreutils openssh-client plocate speedometer tree xauth
  hpijs-ppds ca-certificates
  hplip ca-certificates avahi-daemon policykit-1 printer-driver-postscript-hp sane-utils
  ibus ca-certificates ghostscript ibus-gtk ibus-gtk3 ibus-gtk4 im-config
  imagemagick ghostscript
  imagemagick-6.q16 ghostscript libmagickcore-6.q16-6-extra netpbm
  initscripts psmisc
  inkscape aspell ca-certificates fig2dev ghostscript imagemagick libimage-magick-perl libwmf-bin python3-cssselect python3-lxml python3-numpy python3-scour
  iproute2 libatm1
  iptables nftables
  ipython3 ca-certificates g++ gcc libc6-dev python3-dev
  isc-dhcp-server isc-dhcp-common policycoreutils
  jhead ghostscript
  jp2a ca-certificates
  jsvc ca-certificates default-jre-headless
  kbd console-setup
  keepalived ipvsadm
  keepass2 ca-certificates xsel
  keystone make xauth
  kicad ca-certificates kicad-libraries kicad-demos xsltproc
  krb5-user krb5-config
  latexmk ca-certificates ghostscript lmodern xpdf gv
  lib32z1-dev gcc
  libapache2-mod-fcgid ca-certificates
  libapache2-mod-php ca-certificates
  libapr1-dev ca-certificates
  libass-dev ca-certificates
  libavahi-glib-dev ca-certificates
  libbison-dev bison
  libboost-all-dev ca-certificates gcc xauth
  libbz2-dev bzip2-doc
  libc6-dev-i386 gcc gcc-multilib
  libcairo2-dev ca-certificates
  libcap2-bin libpam-cap
  libcups2-dev build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent
  libcupsimage2 libcupsfilters1
  libcurl3-gnutls ca-certificates
  libcurl4 ca-certificates
  libcurl4-gnutls-dev ca-certificates
  libcurl4-openssl-dev ca-certificates
  libdbus-1-3 dbus
  libdbus-glib-1-dev ca-certificates
  libdpkg-perl libfile-fcntllock-perl liblocale-gettext-perl bzip2 xz-utils
  libexif-dev libexif-doc
  libfl-dev gcc libc6-dev
  libgconf-2-4 gconf-service
  libgdal-dev ca-certificates gcc
  libgdk-pixbuf2.0-dev ca-certificates
  libgirepository1.0-dev ca-certificates dirmngr fakeroot gnupg gpg-agent
  libglib2.0-0 libglib2.0-data shared-mime-info xdg-user-dirs
  libglib2.0-dev ca-certificates
  libgstreamer-plugins-base1.0-0 gstreamer1.0-plugins-base
  libgstreamer-plugins-base1.0-dev ca-certificates
  libgstreamer1.0-dev ca-certificates
  libgtk-3-0 libgtk-3-bin librsvg2-common
  libgtk-3-dev ca-certificates
  libgtk-4-dev ca-certificates dirmngr fakeroot gnupg gpg-agent
  libgtk2.0-0 libgail-common librsvg2-common libgtk2.0-bin
  libgtk2.0-dev automake build-essential ca-certificates debhelper dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent make patch
  libgtk3.0-cil-dev ca-certificates libmono-profiler-gui-thread-check
  libhdf5-dev ca-certificates
  libhwloc-dev gcc
  libjs-jquery javascript-common
  libjs-jquery-ui javascript-common
  libjson-glib-dev ca-certificates
  libjson-perl libjson-xs-perl
  libldap-2.5-0 libldap-common
  liblmdb-dev lmdb-doc
  liblog4cxx-dev ca-certificates
  libltdl-dev gcc libc6-dev libtool
  libmagick++-dev ca-certificates gcc ghostscript
  libmagickcore-dev ca-certificates gcc ghostscript
  libmagickwand-6.q16-dev ca-certificates gcc ghostscript
  libmagickwand-dev ca-certificates gcc ghostscript
  libmapnik-dev ca-certificates gcc mapnik-doc
  libncurses5 libgpm2
  libncursesw5 libgpm2
  libopencv-dev ca-certificates opencv-data libopencv-java
  libopenmpi-dev gcc xauth libcoarrays-openmpi-dev
  libostree-dev ca-certificates
  libpam-systemd dbus-user-session
  libpango1.0-dev ca-certificates
  libpng-dev libpng-tools
  libpresage-data presage
  libproj-dev ca-certificates
  libpulse-dev ca-certificates
  libqdbm-dev pkg-config
  libqt5core5a qttranslations5-l10n
  libqt5gui5 libqt5svg5 qt5-gtk-platformtheme qtwayland5
  libqt5qml5 libgl1 libglx-mesa0
  libqt5xmlpatterns5-dev ca-certificates
  libqt6core6 qt6-translations-l10n
  libqt6qml6 libgl1 libglx-mesa0
  libreoffice ca-certificates default-jre fonts-crosextra-caladea fonts-crosextra-carlito fonts-dejavu fonts-liberation fonts-liberation2 fonts-linuxlibertine fonts-noto-core fonts-noto-extra fonts-noto-mono fonts-noto-ui-core fonts-sil-gentium-basic ghostscript libreoffice-java-common libreoffice-nlpsolver libreoffice-report-builder libreoffice-script-provider-bsh libreoffice-script-provider-js libreoffice-script-provider-python libreoffice-sdbc-mysql libreoffice-sdbc-postgresql libreoffice-wiki-publisher unzip
  libreoffice-calc ca-certificates ghostscript
  libreoffice-writer ca-certificates ghostscript libreoffice-math
  librsvg2-dev ca-certificates
  libsdl1.2-dev ca-certificates
  libsdl2-dev ca-certificates
  libsndfile1-dev pkg-config
  libsnmp-dev libsnmp-perl
  libsoup2.4-dev ca-certificates
  libspatialite-dev ca-certificates pkg-config
  libtiff5-dev pkg-config
  libtool automake libltdl-dev
  libtool-bin automake
  libusb-1.0-0-dev libusb-1.0-doc
  libvips-dev ca-certificates gcc ghostscript libvips-doc libvips-tools
  libvips42 ca-certificates ghostscript
  libvirt-clients ca-certificates
  libvirt-daemon-system ca-certificates dnsmasq-base iproute2 mdevctl parted
  libvirt-dev ca-certificates pkg-config
  libvirt0 ca-certificates libvirt-l10n
  libvulkan1 ca-certificates mesa-vulkan-drivers
  libwine ca-certificates fonts-liberation fonts-wine gstreamer1.0-plugins-good libasound2-plugins libcups2 libgl1 libgl1-mesa-dri libodbc2 libosmesa6 libsdl2-2.0-0 libv4l-0 libvulkan1 libxcomposite1 libxcursor1 libxfixes3 libxi6 libxinerama1 libxrandr2 libxrender1 libxxf86vm1
  libxml-libxml-perl ca-certificates
  libzmq3-dev cppzmq-dev
  lighttpd spawn-fcgi lighttpd-mod-deflate lighttpd-mod-openssl
  lintian build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent libc6-dev
  linux-headers-amd64 libc6-dev
  linux-perf ca-certificates
  littler build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev r-recommended xauth
  llvm ca-certificates libc6-dev
  llvm-14 ca-certificates libc6-dev llvm-14-dev
  llvm-14-dev ca-certificates
  llvm-14-examples ca-certificates
  llvm-14-runtime binfmt-support
  llvm-14-tools ca-certificates
  llvm-dev ca-certificates
  logrotate ca-certificates
  lvm2 thin-provisioning-tools
  lxc apparmor ca-certificates debootstrap dirmngr fakeroot gnupg gpg-agent libpam-cgfs lxc-templates lxcfs openssl rsync uidmap wget
  lxde ca-certificates connman-gtk deluge dirmngr evince firefox-esr ghostscript gnome-colors gnome-disk-utility gnome-system-tools gnupg gpg-agent gucharmap iptables menu-xdg numlockx openssh-client parcellite smplayer unzip usermode xauth xserver-xorg
  lxde-core ca-certificates dirmngr gnupg gpg-agent openssh-client xauth lxterminal notification-daemon xscreensaver
  lynx mailcap
  mafft ca-certificates unzip libwww-perl lynx ruby
  mailutils ca-certificates
  mariadb-client libdbd-mariadb-perl libdbi-perl libterm-readkey-perl
  mariadb-server libhtml-template-perl mariadb-plugin-provider-bzip2 mariadb-plugin-provider-lz4 mariadb-plugin-provider-lzma mariadb-plugin-provider-lzo mariadb-plugin-provider-snappy pv
  mc unzip mailcap sensible-utils
  mercurial ca-certificates openssh-client xauth
  mesa-vulkan-drivers ca-certificates
  meson build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch
  module-assistant liblocale-gettext-perl
  mono-devel mono-csharp-shell
  mono-mcs ca-certificates pkg-config
  mono-runtime ca-certificates binfmt-support
  mosh xauth
  mpd ca-certificates
  msmtp ca-certificates
  msmtp-mta ca-certificates libsecret-tools
  mutt libsasl2-modules locales mailcap sensible-utils
  ncbi-blast+ ca-certificates
  neovim ca-certificates xauth python3-pynvim xclip xxd
  network-manager ca-certificates ppp dnsmasq-base modemmanager wireless-regdb wpasupplicant
  neutron-dhcp-agent build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent libc6-dev python3-dev xauth
  neutron-l3-agent build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent libc6-dev openvswitch-switch python3-dev xauth
  neutron-metadata-agent build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent iptables libc6-dev python3-dev xauth
  neutron-server build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent iptables libc6-dev python3-dev xauth
  nfs-common ca-certificates
  nfs-kernel-server ca-certificates python3-yaml
  nftables netbase
  nodejs-doc ca-certificates nodejs
  nova-api make xauth python3-keystone
  nova-compute build-essential dirmngr fakeroot g++ gcc ghostscript gnupg gpg-agent less libc6-dev xauth
  nova-conductor xauth
  nova-scheduler xauth
  npm build-essential dirmngr dpkg-dev fakeroot g++ gcc git gnupg gpg-agent less libc6-dev make node-tap openssh-client patch xauth
  ntp ca-certificates
  ntpsec-ntpdate ca-certificates
  ocaml ocaml-man file
  octave ca-certificates ghostscript xauth gnuplot-qt libopenblas0 pstoedit epstool default-jre-headless octave-doc
  opam ca-certificates darcs dirmngr fakeroot git gnupg gpg-agent less m4 mercurial ocaml openssh-client rsync xauth
  open-iscsi busybox
  openbox ca-certificates obconf scrot
  opendkim opendkim-tools
  openjdk-17-jdk libxt-dev
  openjdk-17-jre libatk-wrapper-java-jni fonts-dejavu-extra
  openscad openscad-mcad
  openssh-client xauth
  openssh-server xauth ncurses-term
  openssh-sftp-server xauth openssh-server
  openstack-dashboard xauth
  openvpn easy-rsa
  pass ca-certificates git less openssh-client patch xauth qrencode xclip wl-clipboard
  pdsh xauth
  percona-toolkit ca-certificates
  perlmagick ghostscript
  php ca-certificates
  php-all-dev build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gnupg gpg-agent make patch
  php-apcu ca-certificates
  php-curl ca-certificates
  php-dev build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gnupg gpg-agent make patch
  php-imagick ca-certificates ghostscript
  php-json ca-certificates
  php-mcrypt ca-certificates
  php-memcache ca-certificates
  php-memcached ca-certificates
  php-mongodb ca-certificates
  php-redis ca-certificates
  php-xdebug ca-certificates
  php-xmlrpc ca-certificates
  php8.2 ca-certificates
  php8.2-amqp ca-certificates
  php8.2-apcu ca-certificates
  php8.2-ast ca-certificates
  php8.2-curl ca-certificates
  php8.2-dev build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gnupg gpg-agent make patch pkg-php-tools
  php8.2-ds ca-certificates
  php8.2-gearman ca-certificates
  php8.2-gmagick ca-certificates ghostscript
  php8.2-gnupg ca-certificates
  php8.2-http ca-certificates
  php8.2-igbinary ca-certificates
  php8.2-imagick ca-certificates ghostscript
  php8.2-libvirt-php ca-certificates ghostscript
  php8.2-mailparse ca-certificates
  php8.2-maxminddb ca-certificates
  php8.2-mcrypt ca-certificates
  php8.2-memcache ca-certificates
  php8.2-memcached ca-certificates
  php8.2-mongodb ca-certificates
  php8.2-msgpack ca-certificates
  php8.2-oauth ca-certificates
  php8.2-pcov ca-certificates
  php8.2-phpdbg php-readline
  php8.2-pinba ca-certificates
  php8.2-ps ca-certificates
  php8.2-psr ca-certificates
  php8.2-raphf ca-certificates
  php8.2-redis ca-certificates
  php8.2-rrd ca-certificates
  php8.2-snmp snmp
  php8.2-solr ca-certificates
  php8.2-ssh2 ca-certificates
  php8.2-stomp ca-certificates
  php8.2-tideways ca-certificates
  php8.2-uopz ca-certificates
  php8.2-uploadprogress ca-certificates libapache2-mod-php
  php8.2-uuid ca-certificates
  php8.2-xdebug ca-certificates
  php8.2-xmlrpc ca-certificates
  php8.2-yac ca-certificates
  php8.2-yaml ca-certificates
  php8.2-zmq ca-certificates
  pipx fonts-font-awesome libjs-bootstrap4 libjs-highlight.js libjs-jquery libjs-lunr mkdocs
  pkg-php-tools build-essential ca-certificates dirmngr fakeroot g++ gnupg gpg-agent
  podman buildah dbus-user-session fuse-overlayfs slirp4netns catatonit uidmap
  postfix ca-certificates libsasl2-modules python3
  postfix-cdb ca-certificates libsasl2-modules
  postfix-pcre ca-certificates libsasl2-modules
  postgis ca-certificates postgresql-postgis postgis-doc
  postgresql ca-certificates
  postgresql-15 ca-certificates sysstat
  postgresql-15-asn1oid ca-certificates
  postgresql-15-auto-failover ca-certificates
  postgresql-15-bgw-replstatus ca-certificates
  postgresql-15-cron ca-certificates
  postgresql-15-debversion ca-certificates
  postgresql-15-decoderbufs ca-certificates
  postgresql-15-dirtyread ca-certificates
  postgresql-15-extra-window-functions ca-certificates
  postgresql-15-first-last-agg ca-certificates
  postgresql-15-hll ca-certificates
  postgresql-15-hypopg ca-certificates
  postgresql-15-icu-ext ca-certificates
  postgresql-15-ip4r ca-certificates
  postgresql-15-jsquery ca-certificates
  postgresql-15-londiste-sql ca-certificates
  postgresql-15-mimeo ca-certificates python3
  postgresql-15-mysql-fdw ca-certificates
  postgresql-15-numeral ca-certificates
  postgresql-15-ogr-fdw ca-certificates
  postgresql-15-omnidb ca-certificates
  postgresql-15-orafce ca-certificates
  postgresql-15-partman ca-certificates
  postgresql-15-periods ca-certificates
  postgresql-15-pg-catcheck ca-certificates
  postgresql-15-pg-checksums ca-certificates pg-checksums-doc
  postgresql-15-pg-fact-loader ca-certificates
  postgresql-15-pg-qualstats ca-certificates
  postgresql-15-pg-stat-kcache ca-certificates
  postgresql-15-pg-track-settings ca-certificates
  postgresql-15-pg-wait-sampling ca-certificates
  postgresql-15-pgaudit ca-certificates
  postgresql-15-pgauditlogtofile ca-certificates
  postgresql-15-pgextwlist ca-certificates
  postgresql-15-pgfincore ca-certificates
  postgresql-15-pgl-ddl-deploy ca-certificates
  postgresql-15-pglogical ca-certificates
  postgresql-15-pglogical-ticker ca-certificates
  postgresql-15-pgmemcache ca-certificates
  postgresql-15-pgmp ca-certificates
  postgresql-15-pgpcre ca-certificates
  postgresql-15-pgpool2 ca-certificates
  postgresql-15-pgq-node ca-certificates
  postgresql-15-pgq3 ca-certificates
  postgresql-15-pgrouting ca-certificates
  postgresql-15-pgsphere ca-certificates
  postgresql-15-pgtap ca-certificates pgtap-doc libtap-parser-sourcehandler-pgtap-perl libtap-harness-archive-perl
  postgresql-15-pldebugger ca-certificates
  postgresql-15-pllua ca-certificates
  postgresql-15-plpgsql-check ca-certificates
  postgresql-15-plprofiler ca-certificates plprofiler
  postgresql-15-plproxy ca-certificates
  postgresql-15-plr build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev r-recommended xauth
  postgresql-15-plsh ca-certificates
  postgresql-15-pointcloud ca-certificates
  postgresql-15-postgis-3 ca-certificates
  postgresql-15-postgis-3-scripts ca-certificates postgresql-15-postgis-3
  postgresql-15-powa ca-certificates
  postgresql-15-prefix ca-certificates
  postgresql-15-preprepare ca-certificates
  postgresql-15-prioritize ca-certificates
  postgresql-15-q3c ca-certificates
  postgresql-15-rational ca-certificates
  postgresql-15-rdkit ca-certificates
  postgresql-15-repack ca-certificates
  postgresql-15-repmgr ca-certificates
  postgresql-15-rum ca-certificates
  postgresql-15-semver ca-certificates
  postgresql-15-set-user ca-certificates
  postgresql-15-similarity ca-certificates
  postgresql-15-slony1-2 ca-certificates
  postgresql-15-snakeoil ca-certificates clamav-freshclam
  postgresql-15-tablelog ca-certificates
  postgresql-15-tdigest ca-certificates
  postgresql-15-tds-fdw ca-certificates
  postgresql-15-toastinfo ca-certificates
  postgresql-15-unit ca-certificates
  postgresql-15-wal2json ca-certificates
  postgresql-common ca-certificates logrotate
  postgresql-contrib ca-certificates
  postgresql-server-dev-all ca-certificates
  printer-driver-all ca-certificates ghostscript printer-driver-brlaser printer-driver-c2050 printer-driver-c2esp printer-driver-cjet printer-driver-dymo printer-driver-escpr printer-driver-foo2zjs printer-driver-fujixerox printer-driver-gutenprint printer-driver-hpcups printer-driver-indexbraille printer-driver-m2300w printer-driver-min12xxw printer-driver-oki printer-driver-pnm2ppa printer-driver-postscript-hp printer-driver-ptouch printer-driver-pxljr printer-driver-sag-gdi printer-driver-splix unzip
  procps psmisc
  proj-bin ca-certificates
  protobuf-compiler libc6-dev libprotobuf-dev
  pulseaudio rtkit dbus-user-session
  puppet-agent unzip augeas-tools debconf-utils lsb-release ruby-selinux
  puppetserver unzip puppet-module-puppetlabs-augeas-core puppet-module-puppetlabs-cron-core puppet-module-puppetlabs-host-core puppet-module-puppetlabs-mount-core puppet-module-puppetlabs-selinux-core puppet-module-puppetlabs-sshkeys-core
  python-is-python3 ca-certificates
  python-pip build-essential python-dev ca-certificates
  python3 ca-certificates
  python3-affine ca-certificates
  python3-all-dev ca-certificates
  python3-babel ca-certificates
  python3-bcrypt ca-certificates
  python3-colorama ca-certificates
  python3-colorlog ca-certificates
  python3-cryptography ca-certificates
  python3-cups ca-certificates
  python3-dateutil ca-certificates
  python3-dbus ca-certificates python3-gi
  python3-decorator ca-certificates
  python3-dev ca-certificates
  python3-distutils ca-certificates
  python3-dnspython ca-certificates python3-cryptography python3-h2 python3-httpx python3-idna python3-requests python3-requests-toolbelt
  python3-evdev ca-certificates
  python3-gdal ca-certificates
  python3-gevent ca-certificates
  python3-gi ca-certificates
  python3-grpc-tools ca-certificates
  python3-gunicorn ca-certificates
  python3-lazy-object-proxy ca-certificates
  python3-ldap ca-certificates
  python3-lxml ca-certificates python3-bs4 python3-html5lib
  python3-mako ca-certificates
  python3-matplotlib ca-certificates
  python3-netaddr ca-certificates
  python3-netifaces ca-certificates
  python3-nose ca-certificates
  python3-numpy ca-certificates
  python3-opencv ca-certificates
  python3-openssl ca-certificates
  python3-packaging ca-certificates
  python3-paho-mqtt ca-certificates
  python3-pandas build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch python3-bottleneck python3-bs4 python3-dev python3-html5lib python3-jinja2 python3-lxml python3-matplotlib python3-numexpr python3-odf python3-openpyxl python3-scipy python3-tables
  python3-passlib ca-certificates
  python3-pexpect ca-certificates
  python3-pil ca-certificates python3-olefile
  python3-pip build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch python3-dev
  python3-poetry build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch python3-dev
  python3-polib ca-certificates
  python3-psutil ca-certificates
  python3-psycopg2 ca-certificates
  python3-pyasn1 ca-certificates
  python3-pycountry ca-certificates
  python3-pycparser ca-certificates
  python3-pycurl ca-certificates
  python3-pyldap ca-certificates
  python3-pyotp ca-certificates
  python3-pyqrcode ca-certificates python3-png
  python3-pyroute2 ca-certificates
  python3-pytest-pylint ca-certificates
  python3-pytest-runner ca-certificates
  python3-setproctitle ca-certificates
  python3-setuptools ca-certificates
  python3-sh ca-certificates
  python3-six ca-certificates
  python3-sphinx make python3-pil
  python3-sqlalchemy ca-certificates python3-sqlalchemy-ext
  python3-sqlalchemy-ext ca-certificates
  python3-sqlalchemy-utils ca-certificates
  python3-tk ca-certificates
  python3-tz ca-certificates
  python3-u2flib-server ca-certificates
  python3-unidecode ca-certificates
  python3-urllib3 ca-certificates
  python3-virtualenv build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch python3-dev python3-distutils
  python3-wheel ca-certificates
  python3-willow ca-certificates python3-pil
  python3-xdg ca-certificates
  python3-yaml ca-certificates
  python3-zmq ca-certificates
  python3-zope.event ca-certificates
  python3-zope.interface ca-certificates
  python3.11 ca-certificates
  python3.11-dev ca-certificates
  python3.11-examples ca-certificates
  python3.11-full python3.11-doc python3.11-examples
  python3.11-minimal ca-certificates python3.11
  python3.11-nopie ca-certificates
  qemu-system ca-certificates
  qemu-system-x86 ca-certificates qemu-system-gui qemu-utils ovmf qemu-block-extra
  qemu-user-static systemd
  qt6-base-dev ca-certificates libqt6opengl6-dev
  qt6-declarative-dev ca-certificates
  qtbase5-dev ca-certificates libqt5opengl5-dev
  qtdeclarative5-dev ca-certificates
  quilt ca-certificates less
  r-base build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev r-base-html r-doc-html xauth
  r-base-core build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev r-doc-html r-recommended xauth
  r-base-dev dirmngr fakeroot gnupg gpg-agent r-recommended
  r-cran-littler build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev r-recommended xauth
  r-cran-rodbc build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev r-recommended xauth
  r-recommended build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch r-base-dev xauth
  rabbitmq-server ca-certificates
  rake unzip zip
  rbenv build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch ruby-build unzip
  rebar ca-certificates ghostscript git less openssh-client patch xauth mercurial
  remmina remmina-plugin-rdp remmina-plugin-vnc remmina-plugin-secret
  rlwrap ca-certificates
  rpl ca-certificates
  rsyslog ca-certificates logrotate
  rt-tests ca-certificates
  ruby unzip
  ruby-bundler build-essential ruby-dev
  ruby-dev unzip
  ruby-ffi unzip
  ruby-full unzip
  ruby3.1 unzip fonts-lato libjs-jquery
  runit runit-run
  rustc ca-certificates cargo llvm-14
  s3cmd ca-certificates
  samba attr ca-certificates dirmngr gnupg gpg-agent logrotate python3-markdown samba-ad-provision samba-dsdb-modules samba-vfs-modules
  sbcl binfmt-support
  slapd ldap-utils
  slurm-wlm ca-certificates
  slurmctld ca-certificates
  slurmd ca-certificates
  smbclient ca-certificates dirmngr gnupg gpg-agent
  socklog ca-certificates socklog-run
  software-properties-common dirmngr gnupg gpg-agent
  sqitch libtemplate-perl libtype-tiny-xs-perl
  squid ca-certificates libcap2-bin
  ssh xauth
  ssh-audit ca-certificates
  sshfs xauth
  sshpass openssh-client xauth
  supervisor ca-certificates
  swi-prolog automake build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch
  swi-prolog-odbc automake build-essential ca-certificates dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch
  sysstat systemd
  systemd systemd-timesyncd
  systemtap-sdt-dev ca-certificates
  tcl-dev build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent
  tcl8.6-dev build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent
  tdsodbc libodbc1
  terminator ca-certificates gir1.2-keybinder-3.0 gir1.2-notify-0.7 xdg-utils
  tesseract-ocr ca-certificates
  texinfo ca-certificates
  texlive ca-certificates lmodern
  texlive-base ca-certificates lmodern
  texlive-binaries ca-certificates lmodern texlive-base dvisvgm
  texlive-font-utils ca-certificates ghostscript lmodern ps2eps
  texlive-fonts-extra ca-certificates cm-super default-jre fonts-adf-accanthis fonts-adf-berenis fonts-adf-gillius fonts-adf-universalis fonts-cabin fonts-cantarell fonts-clear-sans fonts-comfortaa fonts-comic-neue fonts-croscore fonts-crosextra-caladea fonts-crosextra-carlito fonts-dejavu-extra fonts-ebgaramond-extra fonts-font-awesome fonts-freefont-otf fonts-freefont-ttf fonts-gfs-artemisia fonts-gfs-complutum fonts-gfs-didot fonts-gfs-neohellenic fonts-gfs-olga fonts-gfs-solomos fonts-go fonts-inter fonts-junicode fonts-lato fonts-linuxlibertine fonts-lobstertwo fonts-noto-color-emoji fonts-noto-core fonts-noto-mono fonts-oflb-asana-math fonts-open-sans fonts-paratype fonts-roboto-slab fonts-roboto-unhinted fonts-sil-andika fonts-sil-charis fonts-sil-gentium fonts-sil-gentium-basic fonts-sil-gentiumplus fonts-sil-gentiumplus-compact fonts-stix lmodern texlive-fonts-extra-links texlive-fonts-recommended texlive-latex-extra unzip
  texlive-fonts-recommended ca-certificates lmodern tex-gyre tipa
  texlive-full default-jre unzip
  texlive-lang-english ca-certificates lmodern
  texlive-latex-base ca-certificates lmodern
  texlive-latex-extra ca-certificates default-jre lmodern unzip libspreadsheet-parseexcel-perl texlive-fonts-recommended texlive-plain-generic
  texlive-latex-recommended ca-certificates lmodern
  texlive-plain-generic ca-certificates lmodern texlive-latex-base
  texlive-science ca-certificates lmodern
  texlive-xetex ca-certificates default-jre lmodern unzip
  tig ca-certificates less openssh-client patch xauth
  tightvncserver x11-xserver-utils xfonts-base
  tk-dev build-essential dirmngr fakeroot g++ gcc gnupg gpg-agent
  tor ca-certificates logrotate tor-geoipdb torsocks
  transmission-cli ca-certificates
  transmission-daemon ca-certificates transmission-cli
  transmission-gtk ca-certificates xdg-utils
  unattended-upgrades ca-certificates systemd-sysv
  valac ca-certificates gcc
  valgrind ca-certificates valgrind-dbg gdb
  vim-addon-manager unzip vim
  vim-common xxd vim
  vim-editorconfig unzip vim-addon-manager
  vim-nox unzip
  virt-manager iptables gir1.2-ayatanaappindicator3-0.1 gir1.2-spiceclientglib-2.0 gir1.2-spiceclientgtk-3.0 libvirt-daemon-system
  virt-viewer ca-certificates
  virtinst libvirt-clients qemu-utils virt-viewer
  virtualenv build-essential dirmngr dpkg-dev fakeroot g++ gcc gnupg gpg-agent libc6-dev make patch python3-dev
  vlc ca-certificates vlc-l10n vlc-plugin-access-extra vlc-plugin-notify vlc-plugin-samba vlc-plugin-skins2 vlc-plugin-video-splitter vlc-plugin-visualization
  vsftpd ca-certificates logrotate ssl-cert
  w3m ca-certificates
  weechat ca-certificates unzip
  weechat-curses ca-certificates unzip weechat-plugins
  weechat-plugins ca-certificates unzip weechat-perl weechat-python weechat-ruby
  wget ca-certificates
  wine-binfmt ca-certificates
  wine64 ca-certificates wine
  wireguard-tools nftables
  wkhtmltopdf xauth
  x11-apps xbitmaps
  x11vnc x11-utils
  xclip xauth
  xdg-utils ca-certificates libfile-mimeinfo-perl libnet-dbus-perl libx11-protocol-perl x11-utils x11-xserver-utils
  xdot ca-certificates
  xfce4 ca-certificates desktop-base dirmngr gnupg gpg-agent tango-icon-theme thunar-volman xauth xfce4-notifyd xorg
  xfsprogs ca-certificates
  xinetd ca-certificates rsyslog logrotate update-inetd
  xmlto ca-certificates default-jre ghostscript lmodern unzip dblatex libpaper-utils zip
  xserver-xorg xauth xserver-xorg-legacy
  xserver-xorg-core xauth xcvt
  xterm luit
  xvfb xauth
  yubikey-manager ca-certificates libyubikey-udev
  zenity ca-certificates ghostscript
  zip unzip
  znc znc-tcl znc-perl znc-python
  zoneminder unzip xauth apache2 default-mysql-server ffmpeg libapache2-mod-php zoneminder-doc
  zsh libncursesw6 libpcre3
`;

/** Packages of the same lists that lose nothing, or nothing of note. */
const HARMLESS = `
  abook ack acl adduser advancecomp alsa-utils amqp-tools and ant-contrib apache2-utils apngopt
  apparmor apt apt-file apt-show-versions apt-transport-https apt-utils apulse arc-theme arping
  at-spi2-core attr audacity autoconf2.13 automake autopoint autotools-dev bar base-files bash
  bash-completion bc bind9 bind9-dnsutils bind9-doc bind9utils bindfs binutils
  binutils-aarch64-linux-gnu binutils-arm-linux-gnueabihf binutils-dev binutils-i686-linux-gnu
  binutils-mingw-w64 binutils-mips64-linux-gnuabi64 binutils-mips64el-linux-gnuabi64
  binutils-multiarch binutils-powerpc64le-linux-gnu binutils-riscv64-linux-gnu
  binutils-s390x-linux-gnu binutils-x86-64-linux-gnu bison bolt-16 bpftool bridge-utils brotli
  bsdmainutils bzip2 ca-certificates ca-certificates-java cabextract caddy catatonit ccache
  ceph-common certbot check chromium-sandbox chrpath clang-14-doc clang-14-examples clisp cloc
  cmake-data coffeescript console-setup console-setup-linux coreutils cowsay cpio csh cups-bsd
  cups-client dbconfig-common dbus dbus-x11 dc debconf-utils debian-archive-keyring debianutils
  default-jdk default-jdk-headless default-jre default-jre-headless default-libmysqlclient-dev
  default-mysql-client default-mysql-server desktop-file-utils dh-autoreconf dialog diffstat
  diffutils distcc dmsetup dnsmasq dnsutils docbook-xml dos2unix dosfstools doxygen dpkg
  dumb-init elinks elixir entr erlang-dev erlang-nox espeak eterm ethtool expect fakeroot
  fcgiwrap fdupes figlet file findutils firefox-esr fontconfig fontconfig-config fontforge
  fonts-dejavu fonts-liberation fonts-noto-cjk fonts-noto-color-emoji fonts-roboto fonts-symbola
  fonts-thai-tlwg fonts-wine fonts-wqy-zenhei freeglut3-dev freerdp2-dev ftpd fuse3 g++ g++-11
  g++-12 g++-12-aarch64-linux-gnu g++-12-alpha-linux-gnu g++-12-arc-linux-gnu
  g++-12-arm-linux-gnueabi g++-12-arm-linux-gnueabihf g++-12-hppa-linux-gnu
  g++-12-i686-linux-gnu g++-12-m68k-linux-gnu g++-12-mips-linux-gnu g++-12-mips64-linux-gnuabi64
  g++-12-mips64el-linux-gnuabi64 g++-12-mipsel-linux-gnu g++-12-mipsisa32r6-linux-gnu
  g++-12-mipsisa32r6el-linux-gnu g++-12-mipsisa64r6-linux-gnuabi64
  g++-12-mipsisa64r6el-linux-gnuabi64 g++-12-multilib-i686-linux-gnu
  g++-12-multilib-mips-linux-gnu g++-12-multilib-mips64-linux-gnuabi64
  g++-12-multilib-mips64el-linux-gnuabi64 g++-12-multilib-mipsel-linux-gnu
  g++-12-multilib-mipsisa32r6-linux-gnu g++-12-multilib-mipsisa32r6el-linux-gnu
  g++-12-multilib-mipsisa64r6-linux-gnuabi64 g++-12-multilib-mipsisa64r6el-linux-gnuabi64
  g++-12-multilib-powerpc-linux-gnu g++-12-multilib-powerpc64-linux-gnu
  g++-12-multilib-s390x-linux-gnu g++-12-multilib-sparc64-linux-gnu
  g++-12-multilib-x86-64-linux-gnux32 g++-12-powerpc-linux-gnu g++-12-powerpc64-linux-gnu
  g++-12-powerpc64le-linux-gnu g++-12-riscv64-linux-gnu g++-12-s390x-linux-gnu
  g++-12-sh4-linux-gnu g++-12-sparc64-linux-gnu g++-12-x86-64-linux-gnux32 g++-arm-linux-gnueabi
  g++-mingw-w64-x86-64 g++-multilib gawk gcc-12-aarch64-linux-gnu-base
  gcc-12-alpha-linux-gnu-base gcc-12-arc-linux-gnu-base gcc-12-arm-linux-gnueabi-base
  gcc-12-arm-linux-gnueabihf-base gcc-12-base gcc-12-cross-base gcc-12-cross-base-mipsen
  gcc-12-cross-base-ports gcc-12-hppa-linux-gnu-base gcc-12-i686-linux-gnu-base
  gcc-12-m68k-linux-gnu-base gcc-12-mips-linux-gnu-base gcc-12-mips64-linux-gnuabi64-base
  gcc-12-mips64el-linux-gnuabi64-base gcc-12-mipsel-linux-gnu-base
  gcc-12-mipsisa32r6-linux-gnu-base gcc-12-mipsisa32r6el-linux-gnu-base
  gcc-12-mipsisa64r6-linux-gnuabi64-base gcc-12-mipsisa64r6el-linux-gnuabi64-base
  gcc-12-multilib-i686-linux-gnu gcc-12-multilib-mips-linux-gnu
  gcc-12-multilib-mips64-linux-gnuabi64 gcc-12-multilib-mips64el-linux-gnuabi64
  gcc-12-multilib-mipsel-linux-gnu gcc-12-multilib-mipsisa32r6-linux-gnu
  gcc-12-multilib-mipsisa32r6el-linux-gnu gcc-12-multilib-mipsisa64r6-linux-gnuabi64
  gcc-12-multilib-mipsisa64r6el-linux-gnuabi64 gcc-12-multilib-powerpc-linux-gnu
  gcc-12-multilib-powerpc64-linux-gnu gcc-12-multilib-s390x-linux-gnu
  gcc-12-multilib-sparc64-linux-gnu gcc-12-multilib-x86-64-linux-gnux32 gcc-12-offload-nvptx
  gcc-12-plugin-dev-aarch64-linux-gnu gcc-12-plugin-dev-alpha-linux-gnu
  gcc-12-plugin-dev-arc-linux-gnu gcc-12-plugin-dev-arm-linux-gnueabi
  gcc-12-plugin-dev-arm-linux-gnueabihf gcc-12-plugin-dev-hppa-linux-gnu
  gcc-12-plugin-dev-i686-linux-gnu gcc-12-plugin-dev-m68k-linux-gnu
  gcc-12-plugin-dev-mips-linux-gnu gcc-12-plugin-dev-mips64-linux-gnuabi64
  gcc-12-plugin-dev-mips64el-linux-gnuabi64 gcc-12-plugin-dev-mipsel-linux-gnu
  gcc-12-plugin-dev-mipsisa32r6-linux-gnu gcc-12-plugin-dev-mipsisa32r6el-linux-gnu
  gcc-12-plugin-dev-mipsisa64r6-linux-gnuabi64 gcc-12-plugin-dev-mipsisa64r6el-linux-gnuabi64
  gcc-12-plugin-dev-powerpc-linux-gnu gcc-12-plugin-dev-powerpc64-linux-gnu
  gcc-12-plugin-dev-powerpc64le-linux-gnu gcc-12-plugin-dev-riscv64-linux-gnu
  gcc-12-plugin-dev-s390x-linux-gnu gcc-12-plugin-dev-sh4-linux-gnu
  gcc-12-plugin-dev-sparc64-linux-gnu gcc-12-plugin-dev-x86-64-linux-gnux32
  gcc-12-powerpc-linux-gnu-base gcc-12-powerpc64-linux-gnu-base
  gcc-12-powerpc64le-linux-gnu-base gcc-12-riscv64-linux-gnu-base gcc-12-s390x-linux-gnu-base
  gcc-12-sh4-linux-gnu-base gcc-12-sparc64-linux-gnu-base gcc-12-test-results
  gcc-12-x86-64-linux-gnux32-base gcc-mingw-w64 gcc-multilib gconf-service genisoimage
  gettext-base gfortran ghc ghostscript gifsicle gir1.2-gst-plugins-base-1.0
  gir1.2-gstreamer-1.0 gir1.2-spiceclientgtk-3.0 gnupg gnupg2 gnutls-bin go-md2man google-mock
  gosu gparted gperf gpgconf gradle grep groff-base gstreamer1.0-plugins-base
  gstreamer1.0-plugins-ugly gstreamer1.0-tools gstreamer1.0-x gtk2-engines-murrine
  gtk2-engines-pixbuf gzip haproxy haveged hello help2man hfst-ospell hicolor-icon-theme
  hostname hp-ppd hsetroot htop hunspell hunspell-en-us hwloc ibus-gtk iftop inetutils-ping
  inetutils-syslogd inotify-tools ipcalc iperf iputils-ping javascript-common joe jpegoptim jq
  kafkacat kmod krb5-admin-server krb5-kdc krb5-kdc-ldap ldap-utils less lib32stdc++6 lib32z1
  libacl1-dev libaio-dev libaio1 libapparmor-dev libarchive13 libargon2-dev libasound2
  libasound2-dev libasound2-plugins libatk-bridge2.0-0 libatk1.0-0 libatlas-base-dev
  libatlas3-base libatomic1 libattr1-dev libaudit-dev libauthen-pam-perl libavahi-client-dev
  libavcodec-dev libavcodec-extra libavformat-dev libavutil-dev libbabeltrace-ctf-dev
  libblas-dev libblas3 libblkid-dev libbluetooth-dev libbolt-16-dev libboost-context-dev
  libboost-dev libboost-filesystem-dev libboost-program-options-dev libboost-regex-dev
  libboost-stacktrace-dev libboost-system-dev libboost-test-dev libboost-thread-dev
  libboost-tools-dev libbpf-dev libbpf1 libbrotli-dev libbsd-dev libbson-dev libbtrfs-dev
  libc++1 libc-ares-dev libc-client2007e libc-client2007e-dev libc6 libc6-dev
  libc6-dev-arm64-cross libc6-dev-armhf-cross libc6-i386 libcairo-gobject2 libcairo2
  libcanberra-gtk-module libcap-dev libcap-ng-dev libcap2 libcjson-dev libclang-dev
  libconfig-yaml-perl libcunit1-dev libcups2 libdb-dev libdb5.3-dev libdbd-mysql-perl
  libdbi-perl libdbus-1-dev libdbus-glib-1-2 libdevmapper-dev libdevmapper1.02.1 libdrm-dev
  libdrm2 libdw-dev libedit-dev libedit2 libegl1 libegl1-mesa libelf-dev libelf1 libev-dev
  libev4 libevent-dev libexif12 libexpat1 libexpat1-dev libfcgi-bin libfcgi-dev libfdt-dev
  libffi-dev libfindbin-libs-perl libfmt-dev libfontconfig-dev libfontconfig1 libfontconfig1-dev
  libfontenc1 libfreetype-dev libfreetype6 libfreetype6-dev libfuse-dev libfuse2 libfuse3-dev
  libgbm1 libgc-dev libgcc-s1 libgcrypt20-dev libgd-dev libgd-text-perl libgd3 libgdbm-dev
  libgdiplus libgdk-pixbuf2.0-0 libgeoip-dev libgeos-dev libgetopt-simple-perl libgflags-dev
  libgif-dev libgit2-dev libgl1 libgl1-mesa-dev libgl1-mesa-dri libgl1-mesa-glx libglu1-mesa-dev
  libgmp-dev libgmp10 libgmp3-dev libgnutls28-dev libgomp1 libgoogle-glog-dev
  libgoogle-perftools-dev libgpg-error-dev libgpgme11 libgraphviz-dev libgs-dev libgssapi-krb5-2
  libgssglue-dev libgstreamer1.0-0 libgtest-dev libh2o-evloop-dev libhackrf-dev libhiredis-dev
  libhttp-parser-dev libiberty-dev libibverbs-dev libice6 libicu-dev libicu72 libidn11-dev
  libio-pty-perl libjansson-dev libjansson4 libjemalloc-dev libjemalloc2 libjna-java libjpeg-dev
  libjpeg-turbo-progs libjpeg62-turbo libjpeg62-turbo-dev libjson-c-dev libjsoncpp-dev
  libklibc-dev libkrb5-dev liblapack-dev liblapack3 liblapacke liblapacke-dev liblcms2-2
  liblcms2-dev libldap-common libldap2-dev libldb-dev libleptonica-dev libleveldb-dev
  liblog4cplus-dev liblua5.3-0 libluajit-5.1-dev liblzma-dev libmad0 libmad0-dev libmagic1
  libmariadb-dev libmariadbd-dev libmaxminddb-dev libmaxminddb0 libmcrypt-dev libmcrypt4
  libmecab-dev libmemcached-dev libmemcached11 libmemcachedutil2 libmng1 libmnl-dev
  libmongoc-dev libmozjs-78-dev libmp3lame-dev libmpc-dev libmpfr-dev libmunge-dev libmunge2
  libncurses-dev libncurses5-dev libncursesw5-dev libnet-ssleay-perl libnetfilter-conntrack-dev
  libnetfilter-queue-dev libnginx-mod-http-lua libnl-3-dev libnl-route-3-200 libnl-route-3-dev
  libnlopt-dev libnotify-bin libnotify4 libnspr4 libnspr4-dev libnss-wrapper libnss3 libnss3-dev
  libnss3-tools libnuma-dev libnuma1 libodbc1 libonig-dev libopenblas-dev libopenjp2-7
  libopenjp2-7-dev libopts25 libopts25-dev libopus-dev libosmpbf-dev libossp-uuid-dev
  libpam-runtime libpam0g libpam0g-dev libpango-1.0-0 libpango1.0-0 libparse-yapp-perl
  libpcap-dev libpcap0.8 libpci3 libpcl1 libpcl1-dev libpcre3 libpcre3-dev libperl-dev
  libpixman-1-0 libpng16-16 libpoppler-cpp-dev libpopt-dev libpostgresql-jdbc-java libpq-dev
  libpq5 libpresage1v5 libprotobuf-c-dev libprotobuf-c1 libprotobuf-dev libprotoc-dev
  libpspell-dev libpulse0 libpython3-dev libqpdf-dev libqt5dbus5 libqt5network5
  libqt5printsupport5 libqt5quick5 libqt5quicktest5 libqt5webkit5 libqt5widgets5
  libqt5xmlpatterns5 libqt6core5compat6 libqt6network6 libqt6quick6 libqt6quickcontrols2-6
  libqt6quickwidgets6 libqt6sql6-mysql libqt6sql6-odbc libqt6sql6-psql libqt6sql6-sqlite
  libqt6svg6 libqt6widgets6 libqt6xml6 librabbitmq-dev librabbitmq4 librdkafka-dev libre2-dev
  libreadline-dev librecode0 librocksdb-dev librrd-dev librsvg2-bin librtlsdr-dev libsasl2-dev
  libsasl2-modules libsasl2-modules-db libsasl2-modules-gssapi-mit libsasl2-modules-ldap
  libsasl2-modules-otp libsasl2-modules-sql libseccomp-dev libseccomp2 libslang2-dev
  libslurm-perl libsm6 libsnappy-dev libsndfile1 libsoapysdr-dev libsodium-dev libspeex-dev
  libsqlite3-0 libsqlite3-dev libssh2-1-dev libssl-dev libssl3 libstartup-notification0
  libstdc++5 libstdc++6 libsubunit-dev libsubunit0 libswscale-dev libsybdb5 libsystemd-dev
  libsystemd0 libtalloc-dev libtalloc2 libtelnet-dev libtheora-dev libtiff-dev libtinfo-dev
  libtinfo5 libtre-dev libudev-dev libudev1 libunistring-dev libunwind-dev libunwind8
  liburing-dev liburing2 libusb-1.0-0 libuv1 libuv1-dev libv4l-0 libv4l-dev libva-dev
  libvdpau-dev libvncserver-dev libvorbis-dev libvpx-dev libwaffle-dev libwebp-dev
  libwebsockets-dev libwrap0 libwrap0-dev libwslay-dev libx11-6 libx11-xcb-dev libx11-xcb1
  libx264-dev libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-shape0 libxcb-shape0-dev
  libxcb-shm0 libxcb-shm0-dev libxcb-xfixes0 libxcb-xfixes0-dev libxcb-xtest0 libxcb1
  libxcb1-dev libxcomposite1 libxcursor-dev libxcursor1 libxdamage1 libxext-dev libxext6
  libxfixes3 libxft-dev libxft2 libxi-dev libxi6 libxinerama-dev libxinerama1 libxkbcommon-dev
  libxkbfile1 libxml2 libxml2-dev libxml2-utils libxmlsec1-dev libxmu6 libxpm-dev libxpm4
  libxrandr-dev libxrandr2 libxrender-dev libxrender1 libxshmfence1 libxslt1-dev libxslt1.1
  libxss1 libxt6 libxtst6 libxxf86vm-dev libxxhash-dev libyajl-dev libyajl2 libyaml-0-2
  libyaml-dev libyubikey0 libz3-dev libzip-dev libzip4 libzstd-dev linux-libc-dev liquidprompt
  lld lld-14 llvm-14-doc llvm-14-linker-tools lm-sensors locales locate lsb-base lsb-release
  lsof lua-cjson lua-iconv luajit lxterminal lzma m4 make man-db mariadb-common maven mcrypt
  mecab mecab-ipadic mecab-ipadic-utf8 memcached mesa-common-dev mesa-utils mg mingw-w64 mlocate
  mmdb-bin mono-complete mono-fastcgi-server mono-fastcgi-server4 moreutils mosquitto
  mosquitto-clients mpc mtr-tiny mumble-server munge mupdf-tools nano nano-tiny nasm nbtscan
  ncmpc net-tools netbase netcat-openbsd nginx nginx-extras nginx-full nginx-light ninja-build
  nmap nodejs notify-osd numactl odbc-postgresql odbcinst offlineimap opendkim-tools
  openjdk-17-demo openjdk-17-doc openjdk-17-jdk-headless openjdk-17-jre-headless
  openjdk-17-jre-zero openjdk-17-source openssl optipng p7zip-full pandoc parallel patch
  patchelf pciutils pcscd perl php-bcmath php-cli php-fpm php-gd php-gmp php-intl php-ldap
  php-mbstring php-mysql php-odbc php-pear php-pgsql php-soap php-sqlite3 php-xml php-zip
  php8.2-bcmath php8.2-bz2 php8.2-cgi php8.2-cli php8.2-common php8.2-dba php8.2-enchant
  php8.2-fpm php8.2-gd php8.2-gmp php8.2-imap php8.2-interbase php8.2-intl php8.2-ldap
  php8.2-mbstring php8.2-mysql php8.2-odbc php8.2-opcache php8.2-pgsql php8.2-pspell
  php8.2-readline php8.2-soap php8.2-sqlite3 php8.2-sybase php8.2-tidy php8.2-xml php8.2-xsl
  php8.2-zip pigz pkg-config pkgconf pngcrush pngnq pngquant poppler-utils portaudio19-dev
  postgresql-15-pgrouting-doc postgresql-15-pgrouting-scripts postgresql-client
  postgresql-client-15 protobuf-c-compiler psmisc pulseaudio-utils puppetdb pure-ftpd pv pwgen
  python-matplotlib-data python3-certbot-nginx python3-requests python3-tornado python3-venv
  python3.11-doc python3.11-venv qmake6 qml-module-qtgraphicaleffects
  qml-module-qtquick-controls qml-module-qtquick-dialogs qml-module-qtquick-extras
  qml-module-qtquick-layouts qml-module-qtquick-localstorage qml-module-qtquick-window2
  qml-module-qtquick2 qmlscene qpdf qt5-qmake qt6-base-dev-tools qt6-tools-dev-tools
  qtbase5-dev-tools rdesktop re2c redir redis-server redis-tools remmina-plugin-rdp rename
  reprepro rpm rrdtool rsync rtl-sdr rubygems-integration sasl2-bin scala screen secure-delete
  sed shared-mime-info shellcheck siege silversearcher-ag simh snmp snmpd socat sox spawn-fcgi
  sqlite3 squashfs-tools ssmtp strace stress subversion sudo swig sysfsutils sysvinit-utils tar
  tcl tcpdump tcsh telnet tgt the thin-provisioning-tools thunderbird time tini tk tmux tofrodos
  traceroute transmission-common tree tshark txt2html tzdata ucf udev unixodbc unixodbc-dev
  unrar-free unzip usbutils uthash-dev util-linux uuid uuid-dev uuid-runtime uwsgi
  uwsgi-plugin-python3 varnish vim vim-tiny vnstat vnstati wait-for-it whiptail whois
  wireless-tools wireshark wrk x11-utils x11-xserver-utils xauth xdotool xfonts-75dpi
  xfonts-base xfonts-encodings xfonts-scalable xfonts-utils xmlsec1 xmlstarlet xorg xsltproc
  xz-utils yarnpkg yasm yubico-piv-tool yubikey-personalization zlib1g zlib1g-dev zookeeper zstd
  zziplib-bin
`;

let table: Map<string, readonly string[]> | undefined;

/** The packages that no longer come along with `name`; `undefined` when that is not known. */
export function lostWith(name: string): readonly string[] | undefined {
  table ??= readTable();
  return table.get(name) ?? table.get(likeInDebian12(name));
}

function readTable(): Map<string, readonly string[]> {
  const read = new Map<string, readonly string[]>();
  for (const name of HARMLESS.trim().split(/\s+/)) read.set(name, []);
  for (const line of LOST.trim().split('\n')) {
    const [name = '', ...lost] = line.trim().split(' ');
    read.set(name, lost);
  }
  return read;
}

/** The same package in the version of Debian 12. */
const likeInDebian12 = (name: string): string =>
  name
    .replace(/^php\d(?:\.\d)?-/, 'php8.2-')
    .replace(/^(postgresql(?:-client)?)-[\d.]+/, '$1-15')
    .replace(/^python3\.\d+/, 'python3.11')
    .replace(/^openjdk-\d+-/, 'openjdk-17-')
    .replace(/^(gcc|g\+\+)-[\d.]+/, '$1-12')
    .replace(/^(clang|llvm|lld)-[\d.]+/, '$1-14');

/** Without these the package hardly works, or what is built with it does not. */
export const ESSENTIAL: ReadonlySet<string> = new Set(
  'build-essential cargo crun default-jre g++ gcc libc6-dev make libsasl2-modules python-dev python3-dev r-base-dev r-recommended ruby-dev runc'.split(
    ' ',
  ),
);

/** What shows that a package is needed: a command of the file that it brings. */
export const USED_BY: ReadonlyMap<string, RegExp> = new Map([
  ['automake', /\b(?:automake|autoreconf|autogen)\b/],
  ['dirmngr', /\b(?:gpg2?|apt-key|(?:add-apt|apt-add)-repository)\b/],
  ['ghostscript', /\bgs\b|\bconvert\b|\.pdf\b/],
  ['git', /\bgit\b/],
  ['gpg-agent', /\b(?:gpg2?|apt-key|(?:add-apt|apt-add)-repository)\b/],
  ['dpkg-dev', /\bdpkg-(?:buildpackage|source|architecture)\b/],
  ['fakeroot', /\bfakeroot\b/],
  ['gnupg', /\b(?:gpg2?|apt-key|(?:add-apt|apt-add)-repository)\b/],
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
  gnupg: ['dirmngr', 'gpg-agent'],
  'software-properties-common': ['ca-certificates'],
};
