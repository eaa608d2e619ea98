# what tells Linux from Windows is --chmod, once the chmod is gone
FROM registry.example.org/tools/runner:4
WORKDIR /work
COPY --chmod=755 build.sh build.sh
COPY version.txt version.txt
RUN ./build.sh
CMD ["./runner"]
