FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 HIROBA_ENV=production HIROBA_DATA=/data
WORKDIR /house
COPY requirements requirements
RUN pip install --no-cache-dir --require-hashes -r requirements/bootstrap.lock \
 && uv pip install --system --no-cache --compile-bytecode --require-hashes -r requirements/runtime.lock
COPY . .
RUN uv pip install --system --no-cache --no-deps --no-build-isolation -e . \
 && python tools/messages.py compile \
 && useradd --create-home hiroba && mkdir /data && chown hiroba /data
USER hiroba
EXPOSE 8000
CMD ["sh", "-c", "hiroba migrate && hiroba manage collectstatic --noinput -v 0 && hiroba serve --host 0.0.0.0"]
