plugins {
    kotlin("jvm") version "2.0.20"
    id("com.gradleup.shadow") version "8.3.2"
}

dependencies {
    implementation("io.ktor:ktor-server-netty:2.3.12")
}
