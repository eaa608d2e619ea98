FROM gradle:8.10-jdk17
WORKDIR /work
COPY --chown=gradle:gradle . .
RUN gradle --no-daemon installDist
RUN mkdir -p /var/lib/ledger && chown gradle:gradle /var/lib/ledger
VOLUME /var/lib/ledger
CMD ["build/install/ledger/bin/ledger", "serve"]
