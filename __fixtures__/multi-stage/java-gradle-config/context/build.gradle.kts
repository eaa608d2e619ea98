plugins {
    java
    id("org.springframework.boot") version "3.3.4"
}

version = "0.4.0"

dependencies {
    implementation("org.springframework.boot:spring-boot-starter-web:3.3.4")
}
