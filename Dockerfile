FROM python:3.13-slim

ENV PYTHONUNBUFFERED=1
WORKDIR /app

COPY requirements.txt .
RUN pip install --no-cache-dir --require-hashes -r requirements.txt

COPY . .
# The values only let the settings load; none of them stays in the image.
RUN SECRET_KEY=build ALLOWED_HOSTS=build DATABASE_URL=postgresql://build/build \
    python manage.py collectstatic --no-input \
    && useradd --system --no-create-home netsim
USER netsim

EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=8s --start-period=60s --start-interval=1s \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=7)"]
ENTRYPOINT ["scripts/serve"]
