/** A library by its coordinates. */
export interface Dependency {
  readonly group: string;
  readonly artifact: string;
}

/** What libraries are known to ask of the image that they run in. */
export interface LibraryNeeds {
  /** Carries binaries for glibc alone: why musl will not do. */
  readonly glibc: readonly string[];
  /** Needs parts of the JDK that a JRE lacks. */
  readonly jdk: readonly string[];
  /** Not known to have no binaries. */
  readonly unknown: readonly string[];
}

/**
 * Libraries that bring binaries for glibc which they do not work without, or which have crashed on
 * musl. https://github.com/facebook/rocksdb/wiki/RocksJava-Basics (musl has a classifier of its
 * own), https://netty.io/wiki/forked-tomcat-native.html and
 * https://github.com/grpc/grpc-java/blob/master/SECURITY.md (tcnative), read 2026-11-25.
 */
const GLIBC =
  /^(?:org\.rocksdb:|org\.apache\.kafka:kafka-streams|io\.netty:netty-tcnative|io\.grpc:grpc-netty-shaded$|org\.fusesource\.leveldbjni:|net\.java\.dev\.jna:|org\.bytedeco:|org\.tensorflow:|ai\.djl|com\.microsoft\.(?:onnxruntime|playwright):|org\.duckdb:|org\.conscrypt:|org\.openjfx:|org\.(?:deeplearning4j|nd4j|lwjgl|openpnp|graalvm)|io\.aeron:|org\.apache\.(?:arrow|hadoop|spark|flink):)/;

/**
 * Attach to a virtual machine, or compile: https://openjdk.org/jeps/261 (jdk.attach, jdk.compiler)
 * lists what only a JDK has. Read 2026-11-25.
 */
const JDK =
  /^(?:com\.sun:tools$|net\.bytebuddy:byte-buddy-agent$|io\.projectreactor\.tools:blockhound|io\.projectreactor:reactor-tools$)/;

/**
 * Groups whose jars hold classes only, or do without the binaries in them where these cannot be
 * loaded, as netty does: https://netty.io/wiki/native-transports.html, read 2026-11-25.
 */
const PURE = new RegExp(
  `^(?:${[
    'org\\.springframework(?:\\.(?!kafka|ai)\\w+)*:',
    'org\\.springdoc:',
    'org\\.slf4j:',
    'ch\\.qos\\.logback',
    'org\\.apache\\.logging\\.log4j:',
    'com\\.fasterxml\\.jackson',
    'com\\.google\\.(?:guava|code\\.gson|inject|code\\.findbugs)',
    'org\\.apache\\.commons:',
    'org\\.apache\\.httpcomponents',
    'commons-[\\w-]+:',
    'jakarta\\.',
    'javax\\.',
    'org\\.projectlombok:',
    'org\\.postgresql:',
    'com\\.mysql:',
    'mysql:',
    'org\\.mariadb\\.jdbc:',
    'com\\.h2database:',
    'org\\.hsqldb:',
    'com\\.zaxxer:',
    'org\\.hibernate',
    'org\\.flywaydb:',
    'org\\.liquibase:',
    'org\\.mybatis',
    'org\\.mapstruct:',
    'org\\.modelmapper:',
    'io\\.micrometer:',
    'io\\.jsonwebtoken:',
    'com\\.auth0:',
    'com\\.sparkjava:',
    'io\\.javalin:',
    'org\\.eclipse\\.jetty',
    'org\\.glassfish',
    'io\\.undertow:',
    'io\\.vertx:',
    'io\\.netty:netty-(?!tcnative)',
    'io\\.projectreactor:',
    'org\\.jetbrains\\.(?:kotlin|kotlinx|exposed)',
    'org\\.jetbrains:',
    'io\\.ktor:',
    'org\\.http4k:',
    'com\\.squareup\\.(?:okhttp3|okio|retrofit2|moshi)',
    'org\\.thymeleaf',
    'org\\.freemarker:',
    'redis\\.clients:',
    'io\\.lettuce:',
    'org\\.mongodb:',
    'com\\.rabbitmq:',
    'info\\.picocli:',
    'org\\.yaml:',
    'org\\.json:',
    'io\\.swagger',
    'com\\.ongres',
    'org\\.webjars',
    'io\\.jooby:',
    'org\\.ow2\\.asm:',
    'io\\.quarkus:quarkus-(?!.*kafka)',
    'io\\.micronaut',
    'com\\.typesafe:',
    'joda-time:',
    'dom4j:',
  ].join('|')})`,
);

/** Sorts the libraries that a build names. */
export function needsOf(dependencies: readonly Dependency[]): LibraryNeeds {
  const names = [...new Set(dependencies.map(({ group, artifact }) => `${group}:${artifact}`))];
  return {
    glibc: names.filter((name) => GLIBC.test(name)),
    jdk: names.filter((name) => JDK.test(name)),
    unknown: names.filter((name) => !GLIBC.test(name) && !PURE.test(name)),
  };
}
