/**
 * Gems without compiled parts, and gems whose compiled parts need no shared library but those that
 * Ruby itself is linked to. In lower case, `_` written `-`.
 *
 * From Debian 12: packages `ruby-*` for all architectures, and those for one that depend on no
 * other library (https://packages.debian.org/bookworm/ruby/, 2026-11-25). Beside them
 * gems that newer applications use, from general knowledge of them: those were not looked up one
 * by one. What a gem that is not here needs is told by `toolsOf`, or is not known.
 */
export const PURE_GEMS = `
  aasm abstract-type ace-rails-ap acme-client action-text-trix actioncable actionmailbox
  actionmailer actionpack actionpack-action-caching actionpack-page-caching actionpack-xml-parser
  actiontext actionview active-model-serializers activeadmin activejob activeldap activemodel rake-compiler-dock rb-sys
  activemodel-serializers-xml activerecord activerecord-explain-analyze activerecord-import
  activerecord-nulldb-adapter activerecord-precounter activestorage activesupport acts-as-api
  acts-as-list acts-as-taggable-on acts-as-tree adamantium addressable administrate adsf adsf-live
  ae aes-key-wrap afm after-commit-queue aggregate ahoy-email ahoy-matey airbrussh akami akismet
  algebrick amazing-print amazon-ec2 ami ammeter amq-protocol amqp ancestry
  android-key-attestation anima annotate ansi anthropic api-pagination apollo-upload-server
  appraisal appraiser appraiser-reek appraiser-rubocop arbre archive-zip aruba asana ascii85
  asciidoctor asciidoctor-include-ext asciidoctor-kroki asciidoctor-pdf asciidoctor-plantuml
  asetus asset-sync ast async async-container async-container-supervisor async-http
  async-http-cache async-io async-pool async-process async-rspec async-service atk atlassian-jwt
  attr-encrypted attr-required attribute-normalizer autoparse autoprefixer-rails avl-tree
  awesome-nested-set awesome-print awrence aws aws-eventstream aws-partitions aws-sdk
  aws-sdk-cloudformation aws-sdk-core aws-sdk-kms aws-sdk-s3 aws-sigv4 axiom-types
  azure-storage-blob babosa backbone-on-rails backports bacon bake barby barrier base32 base62
  base64 batch-loader beaker-hostgenerator beaneater beautify beefcake behance benchmark
  benchmark-ips benchmark-memory benchmark-suite better-errors bindata binding-of-caller bio blade
  blade-qunit-adapter blade-sauce-labs-plugin blankslate blockenspiel bluefeather blueprinter
  bogus bootstrap bootstrap-form bootstrap-sass bootstrap-switch-rails brandur-json-schema brass
  browser bsearch buff-config buff-extensions buff-ignore buff-ruby-engine buff-shell-out buftok
  bugsnag builder bullet bundler bunny cabin cancancan capture-output capybara carrierwave
  case-transform cassiopee cat caxlsx celluloid celluloid-essentials celluloid-extras
  celluloid-fsm celluloid-io celluloid-pool celluloid-supervision certificate-authority
  cfpropertylist chartkick chef-config chef-utils childprocess chromedriver-helper chronic
  chronic-duration chunky-png citrus ckeditor clamp classifier classifier-reborn cleanroom
  client-side-validations climate-control cliver clockwork cloud-events clutter clutter-gdk
  clutter-gtk cmath cmdparse cocoon coderay coercible coffee-rails coffee-script
  coffee-script-source color colorator colored colored2 colorize columnize combine-pdf combustion
  commander concord concurrent concurrent-ruby config configurate connection-pool console
  console-adapter contest contracts cookiejar cose countries coveralls crack crass crb-blast
  creole cri css-parser cssbundling-rails cssmin cssminify cstruct csv cucumber cucumber-core
  cucumber-expressions cucumber-wire cutest cvss-suite daemons dalli data-migrate data-uri
  database-cleaner dataobjects dbf dbus ddmemoize ddmetrics ddplugin declarative
  declarative-option declarative-policy deep-merge default-value-for delayed-job
  delayed-job-active-record delayer delayer-deferred delorean dependor derailed-benchmarks
  descendants-tracker device-detector devise devise-lastseenable devise-token-authenticatable
  devise-two-factor diaspora-federation-json-schema diaspora-prosody-config did-you-mean diff-lcs
  diff-match-patch diffy digest-crc directory-watcher dirty-memoize discordrb-webhooks
  discourse-diff discriminator distribution diva dnsruby docile docker-api dogstatsd-ruby
  domain-name doorkeeper doorkeeper-i18n doorkeeper-openid-connect dotenv dotenv-rails drb
  dry-auto-inject dry-cli dry-configurable dry-container dry-core dry-equalizer dry-events
  dry-files dry-inflector dry-initializer dry-logger dry-logic dry-monads dry-monitor dry-schema
  dry-struct dry-system dry-transformer dry-types dry-validation dry-view e2mmap ecasound
  ecma-re-validator eim-xml ejs elastic-transport elasticsearch elasticsearch-api
  elasticsearch-model elasticsearch-rails elasticsearch-transport em-http-request em-mongo
  em-redis em-socksify em-spec em-synchrony em-websocket email-reply-parser email-reply-trimmer
  email-spec email-validator emot encryptor entypo-rails enum enumerize equalizer equatable
  errbase erubi erubis escape espeak et-orbi exception-notification excon execjs expression-parser
  extlib eye facade factory-bot factory-bot-rails fakefs faker fakeredis fakeweb falcon faraday
  faraday-cookie-jar faraday-middleware faraday-middleware-aws-sigv4 faraday-middleware-multi-json
  faraday-multipart faraday-net-http faraday-retry fast-gettext fastimage fauxhai faye
  faye-websocket feature feedparser ffaker ffi-bit-masks ffi-compiler ffi-rzmq fiber-annotation
  fiber-local fiber-storage figaro file-tail file-validators filepath fission fix-trinity-output
  fixwhich flexmock flipper flowdock fog-aliyun fog-aws fog-core fog-google fog-json fog-libvirt
  fog-local fog-openstack fog-profitbricks fog-rackspace fog-storm-on-demand fog-terremark
  fog-vmfusion fog-xml fogbugz font-awesome-rails foreman formatador formtastic
  forwardable-extended friendly-id ftw fugit functions-framework fuubar fuzzyurl gaffe gdk-pixbuf2
  gdk3 gelf gemojione generator-spec geocoder get-process-mem gettext gettext-i18n-rails
  gettext-i18n-rails-js gettext-setup gh gherkin git github-markup github-pages-health-check
  gitlab gitlab-experiment gitlab-flowdock-git-hook gitlab-fog-azure-rm gitlab-labkit
  gitlab-markup gitlab-sidekiq-fetcher glob globalid gnome gnome2 gnuplot gollum-lib
  gollum-rugged-adapter gon good-job google-api-client google-apis-core google-cloud-core
  google-cloud-env google-cloud-errors google-cloud-storage googleapis-common-protos-types
  googleauth grack graffiti grape grape-entity grape-logging grape-path-helpers graphlient graphql
  graphql-batch graphql-client graphql-errors graphviz gravtastic grit grit-ext groupdate growl
  grpc-tools gruff gtksourceview4 guard guard-compat guard-rspec guard-shell gyoku haml-rails
  hamster hana hanami hanami-assets hanami-cli hanami-controller hanami-db hanami-router
  hanami-utils hanami-validations hanami-view handlebars-assets hangouts-chat hansi has-scope
  has-secure-token hashdiff hashery hashie hashie-forbidden-attributes health-check heapy
  heroku-deflater hexapdf hiera highline hike hikidoc hipchat hkdf hmac hocon hoe honeybadger hrx
  html-pipeline html-proofer html2haml html2text htmlentities htree http http-2 http-accept
  http-accept-language http-connection http-cookie http-form-data httparty httpauth httpclient
  httpi humanize i18n i18n-data i18n-inflector i18n-inflector-rails i18n-spec i18n-tasks icalendar
  ice-cube ice-nine importmap-rails in-parallel indentation inflecto influxdb inherited-resources
  iniparse inline innertube insist instance-storage instantiator integration introspection
  invisible-captcha io-endpoint io-like io-stream ipaddr ipaddress ipynbdiff irb iso iso8601
  jaeger-client jar-dependencies jbuilder jekyll jekyll-archives jekyll-avatar jekyll-commonmark
  jekyll-compose jekyll-data jekyll-default-layout jekyll-feed jekyll-gist jekyll-github-metadata
  jekyll-include-cache jekyll-last-modified-at jekyll-mentions jekyll-multiple-languages
  jekyll-optional-front-matter jekyll-paginate jekyll-paginate-v2 jekyll-polyglot
  jekyll-readme-index jekyll-redirect-from jekyll-relative-links jekyll-sass-converter
  jekyll-seo-tag jekyll-sitemap jekyll-test-plugin jekyll-test-plugin-malicious
  jekyll-titles-from-headings jekyll-toc jekyll-watch jira jmespath jnunemaker-matchy joiner
  journey jquery-atwho-rails jquery-datatables-rails jquery-rails jquery-scrollto-rails
  jquery-ui-rails js-image-paths js-regex js-routes jsbundling-rails json-jwt json-pure
  json-schema json-schemer json-spec jsonapi-renderer jsonapi-serializer jsonify jsonpath jwt
  kamal kaminari kaminari-actionview kaminari-activerecord kaminari-core karafka karafka-core
  knapsack koala kpeg kramdown kramdown-parser-gfm kramdown-rfc2629 kubeclient
  language-server-protocol launchy launchy-shim leaflet-rails letter-opener libnotify librarian
  license-finder licensee linked-list lint-roller liquid listen lita little-plugger locale
  localhost lockbox lockfile log4r logger logger-application logging logging-rails logify lograge
  loofah lookbook lru-redux lumberjack mab macaddr mail mail-gpg mail-room mailgun-ruby
  mandrill-api mapping marcel marginalia markdown-it-html5-embed markerb maruku mathml maven-libs
  maxitest maxminddb mdl mdurl-rb mechanize memo-wise memoist memoizable memory memory-leak
  memory-profiler mercenary messagebus-api metaclass metaid method-source metrics metriks
  middleman middleman-core middleware mime mime-types mime-types-data mimemagic mini-exiftool
  mini-histogram mini-mime mini-portile2 minimization minispec-metadata minitar minitest
  minitest-around minitest-excludes minitest-focus minitest-global-expectations minitest-hooks
  minitest-power-assert minitest-reporters minitest-shared-description minitest-stub-const
  minitest-utils mixlib-archive mixlib-authentication mixlib-cli mixlib-config mixlib-install
  mixlib-log mixlib-shellout mixlib-versioning mizuho mobile-fu mocha model-tokenizer mojo-magick
  molinillo momentjs-rails moneta monetize money money-rails mongo mongoid mono-logger moped
  morpher motion-require mousetrap-rails mp3tag ms-rest ms-rest-azure msfrpc-client mtrc
  multi-json multi-xml multipart-parser multipart-post mustache mustermann mustermann-contrib
  mustermann-grape mutex-m nakayoshi-fork nanoc-checking nanoc-cli nanoc-core nanoc-deploying
  nanoc-external nanoc-live nanotest narray-miss naught necromancer nenv neovim nested-form
  net-dns net-http-digest-auth net-http-persistent net-http-pipeline net-imap net-irc net-ldap
  net-ntp net-pop net-protocol net-scp net-sftp net-smtp net-ssh net-ssh-gateway net-ssh-krb
  net-ssh-multi net-telnet netaddr netrc newrelic-rpm nokogiri-diff nori notiffany ntlm numerizer
  numru-misc numru-units oauth oauth2 octokit oedipus-lex oembed ogginfo oj-mimic ole omniauth
  omniauth-alicloud omniauth-atlassian-oauth2 omniauth-authentiq omniauth-azure-activedirectory-v2
  omniauth-dingtalk-oauth2 omniauth-github omniauth-gitlab omniauth-kerberos omniauth-ldap
  omniauth-multipassword omniauth-oauth omniauth-oauth2 omniauth-openid omniauth-openid-connect
  omniauth-rails-csrf-protection omniauth-saml omniauth-tumblr omniauth-twitter omniauth-ultraauth
  omniauth-wordpress open-graph-reader open-uri-redirections open4 openid openid-connect
  openssl-digest openssl-signature-algorithm openstack opentracing optimist org origami origin
  orm-adapter os ostruct otr-activerecord packable packetfu padrino padrino-admin padrino-cache
  padrino-core padrino-gen padrino-helpers padrino-mailer padrino-support pagy paint paper-trail
  parallel paranoia parse-cron parseconfig parser parslet pastel path-expander pathname2 pathspec
  pathutil pdf-core pdf-inspector pdf-reader pdfkit peach peek peek-gc peek-host
  peek-performance-bar peek-pg peek-rblineprof peek-redis pg-ldap-sync phlex pkg-config plist
  pluggaloid png-quantizator po-to-json poltergeist polyglot ponder popper-js poppler postmark
  power-assert powerbar powerpack pp prawn prawn-icon prawn-manual-builder prawn-svg prawn-table
  prawn-templates premailer premailer-rails prettyprint proc-to-ast process-daemon process-metrics
  procto progressbar prometheus-client propshaft protocol-hpack protocol-http protocol-http1
  protocol-http2 protocol-rack protocol-url protocol-websocket proxifier pry pry-byebug pry-rails
  public-suffix puma-worker-killer pundit puppet-forge puppet-resource-api puppet-syntax
  puppetlabs-spec-helper puppetserver-ca-cli pygments.rb qr4r que raabro rabl rabl-rails rack
  rack-accept rack-app rack-app-front-end rack-attack rack-cache rack-canonical-host rack-cors
  rack-flash3 rack-google-analytics rack-livereload rack-mini-profiler rack-mobile-detect
  rack-oauth2 rack-openid rack-parser rack-piwik rack-protection rack-proxy rack-rewrite
  rack-session rack-ssl rack-test rack-timeout rack-unreloader rackup raemon rage-rb rails
  rails-12factor rails-controller-testing rails-deprecated-sanitizer rails-dom-testing
  rails-html-sanitizer rails-i18n rails-observers rails-serve-static-assets rails-stdout-logging
  rails-timeago rails-tokeninput railties rainbow rake rake-ant ransack rantly rash-alt rb-fsevent
  rb-inotify rbpdf rbpdf-font rbvmomi rc4 rchardet rd rdoc recaptcha recursive-open-struct redis
  redis-actionpack redis-activesupport redis-client redis-namespace redis-rack redis-rails
  redis-store ref referer-parser regexp-parser reline remcached remotipart representable
  request-store responders resque resque-scheduler rest-client rethtool retriable retryable
  reverse-markdown rexml rgen rgfa ri-cal riemann-client riot roadie roadie-rails roda rollbar
  rollout rom rom-changeset rom-core rom-repository rom-sql romkan ronn roo rotp rouge roxml
  rqrcode rqrcode-core rqrcode-rails3 rr rsec rspec rspec-collection-matchers rspec-core
  rspec-expectations rspec-files rspec-instafail rspec-its rspec-junit-formatter rspec-logsplit
  rspec-memory rspec-mocks rspec-parameterized rspec-pending-for rspec-profiling rspec-puppet
  rspec-puppet-facts rspec-rails rspec-retry rspec-set rspec-stubbed-env rspec-support
  rspec-temp-dir rsvg2 rsync rt rubame rubocop rubocop-ast rubocop-packaging rubocop-performance
  rubocop-rspec ruby-kafka ruby-ole ruby-openai ruby-progressbar ruby-rc4 ruby2-keywords rubyzip
  rufus-scheduler rugments rushover safe-yaml safely-block safety-net-attestation saml samovar
  samuel sanitize sasl sass sass-listen sass-rails sassc-rails savon sawyer scanf scarf scenic
  schash scientist sd-notify sdoc seamless-database-pool searchkick secure-headers securecompare
  securerandom seed-fu select2-rails selenium-webdriver semantic-puppet semantic-range semverse
  sendgrid-ruby sentry-rails sentry-raven sentry-ruby sentry-ruby-core sentry-sidekiq sequel
  sequenced serverengine serverspec settingslogic sexp-processor sfl sham-rack shellany shindo
  shoryuken shoulda shoulda-context shoulda-matchers shrine sidekiq sidekiq-cron sigdump signet
  simple-captcha2 simple-form simple-oauth simple-po-parser simplecov simplecov-html simpleidn
  sinatra sinatra-contrib six sixarm-ruby-unaccent skylight-core slack-messenger slack-notifier
  slack-ruby-client slim slim-rails slop slow-enumerator-tools slowpoke snmp snorlax
  snowplow-tracker soap4r socksify solid-cable solid-cache solid-queue solve sorbet-runtime
  sorted-set source-map spdx-licenses specinfra spider spoon spreadsheet spring
  spring-commands-rspec spring-watcher-listen sprockets sprockets-export sprockets-rails spy
  ssh-data sshkey sshkit ssrf-filter stamp state-machines state-machines-activemodel
  state-machines-activerecord statesman statistics statsd statsd-ruby stimulus-rails stomp
  string-direction string-format stringex stringify-hash strings stripe strong-migrations stud
  subexec sucker-punch sunspot svg-graph swd symboltable sync sys-filesystem sys-proctable
  syslog-logger systemu table-print tanuki-emoji task-list tdiff telesign telesignenterprise
  temple term-ansicolor terminal-table terser test-construct test-declarative test-prof test-unit
  test-unit-context test-unit-notify test-unit-rr test-xml text text-format text-table thor
  threach thread-order thread-safe thwait tilt timecop timeliness timeout timers tins
  tinymce-rails to-regexp toml toml-rb tomlrb tool torquebox-no-op tpm-key-attestation traces
  trailblazer-option train-core transproc treetop trollop truncato tsort ttfunk tty-color
  tty-command tty-cursor tty-platform tty-prompt tty-reader tty-screen tty-spinner tty-which
  turbo-rails turbolinks turbolinks-source twilio-ruby twitter twitter-oauth twitter-stream
  twitter-text typed-array typhoeus tzinfo tzinfo-data u2f uber uc.micro-rb uglifier unf
  unicode-display-width unicode-emoji unicode-plot unicode-utils unicorn-worker-killer unidecode
  uniform-notifier unindent unleash unparser uri uri-template url-safe-base64 user-agent-parser
  useragent uuid uuidtools vagrant-cloud valid valid-email validatable validate-email validate-url
  validates-hostname varia-model vcr version-gem versionist versionomy view-component virtus
  voight-kampff wait-for-it warden warning wasabi waterdrop wavefile web-console webauthn
  webfinger webkit2-gtk webmock webpack-rails webpacker webrick webrobots websocket
  websocket-extensions whenever whitequark-parser whitewash wicked wicked-pdf wikicloth
  will-paginate wisper with-env xdg xml-simple xmlrpc xmpp4r xpath ya2yaml yard yell zeitwerk
  zentest zip zip-zip
`;

export const COMPILED_GEMS = `
  rage-iodine agoo allocation-tracer atomic bcrypt bcrypt-pbkdf bert bigdecimal bindex binding-ninja bootsnap
  bson bson-ext byebug cbor cgi character-set cityhash commonmarker concurrent-ext
  concurrent-ruby-ext cool.io damerau-levenshtein datadog date ddtrace debug debug-inspector dev
  digest digest-murmurhash duktape ed25519 enumerable-statistics erb escape-utils etc eventmachine
  fast-blank fast-stemmer fast-xs fcntl ffi filesystem fssm github-linguist github-markdown god
  google-protobuf grpc haml hamlit hiredis hiredis-client hitimes http-parser http-parser.rb
  io-console io-event io-wait iodine itsi itsi-scheduler itsi-server jaro-winkler json kakasi-ffi
  kgio levenshtein levenshtein-ffi libdatadog libddwaf libv8 liquid-c llhttp-ffi mini-racer mmap2
  msgpack multibitnums murmurhash3 narray nio4r nmatrix nokogiri numo-narray odbc oily-png oj
  oj-introspect openssl ox pathname pitchfork posix-spawn prism prof prometheus-client-mmap psych
  puma racc rack-zjit raindrops rblineprof rbs rbtrace rbtree redcarpet redcloth
  regexp-property-values rinku ripper rjb rpatricia ruby-prof sassc sdbm serialport set shadow
  skylight snappy stackprof stringio strptime strscan termios thin thrift thruster uconv unf-ext
  unicode unicorn version-sorter vmstat websocket-driver xxhash yajl yajl-ruby zlib
`;
