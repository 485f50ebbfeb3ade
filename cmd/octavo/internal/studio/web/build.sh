#!/bin/sh
# Makes dist, which is embedded in the command, of the page's sources. It needs Node.js; building octavo does not.
set -e
cd "$(dirname "$0")"
test -d node_modules || npm ci --no-audit --no-fund
node_modules/.bin/tsc
rm -rf dist
node_modules/.bin/esbuild app.ts app.css --bundle --minify --format=esm --target=es2022 --charset=utf8 --legal-comments=none --outdir=dist --log-level=warning
# A test holds the sum of the sources that dist was made of against the sources as they are.
find . \( -name node_modules -o -name dist \) -prune -o -type f \( -name '*.ts' -o -name '*.css' -o -name '*.json' -o -name '*.sh' \) -print |
  LC_ALL=C sort | xargs sha256sum | sha256sum | cut -d' ' -f1 >dist/sources.sha256
