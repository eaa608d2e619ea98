FROM python:3.12 AS build
COPY . .
RUN pip wheel -w /wheels .

FROM python:3.12-slim
COPY --from=build /wheels /wheels
RUN pip install /wheels/*.whl
CMD ["app"]
