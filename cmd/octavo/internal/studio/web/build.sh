#!/bin/sh
# Makes dist, which is embedded in the command, of the page's sources. It needs Node.js; building octavo does not.
set -e
cd "$(dirname "$0")"
test -d node_modules || npm ci --no-audit --no-fund
node_modules/.bin/tsc
rm -rf dist
node_modules/.bin/esbuild app.ts app.css --bundle --minify --format=esm --target=es2022 --charset=utf8 --legal-comments=none --outdir=dist --log-level=warning
