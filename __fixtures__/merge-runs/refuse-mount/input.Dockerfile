FROM debian:12
RUN --mount=type=tmpfs,target=/scratch touch /scratch/a
RUN --mount=type=tmpfs,target=/scratch ls /scratch
