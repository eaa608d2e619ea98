FROM debian:12
RUN set -e; \
    curl -fsSL -o /tmp/a.tgz https://example.com/a.tgz; \
    tar -C /opt -xzf /tmp/a.tgz; \
    rm /tmp/a.tgz; \
    wget -q -P /tmp https://example.com/b.deb; \
    dpkg -i /tmp/b.deb; \
    rm /tmp/b.deb
RUN curl -fsSL https://example.com/c > c.tar; tar -xf ./c.tar && rm ./c.tar
RUN wget -qO d.tbz https://example.com/d?x=1 && bsdtar xf d.tbz && ls d.tbz && rm d.tbz && make
RUN sudo wget https://example.com/e.7z && 7z x e.7z && sudo rm e.7z
