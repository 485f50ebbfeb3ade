// Holds EPUBs against Ace by DAISY:
//
//   node ace.js FOLDER BOOK.epub...
//
// FOLDER is where validators.sh installed package-lock.json; PUPPETEER_EXECUTABLE_PATH names the browser. Prints a line
// for each sort of violation, whatever its impact, and two for each book, the last one "exit 0: BOOK.epub", or 1 where there
// was a violation.
//
// This is Ace itself with a runner of our own, as Ace provides for. Its own runner starts a browser for each book and
// opens a tab for each document; this one keeps one browser with a few tabs for all books, in half the time.
'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { createRequire } = require('node:module');

const [folder, ...books] = process.argv.slice(2);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'octavo-ace-'));
// Ace and the browser keep settings and logs: not in the home of whoever runs the tests.
for (const name of ['XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME']) {
  process.env[name] = path.join(scratch, name);
}

const from = (name, start) => createRequire(path.join(start, 'package.json'))(name);
const modules = path.join(path.resolve(folder), 'node_modules', '@daisy');
const ace = from('@daisy/ace-core', path.join(modules, 'ace-cli'));
const puppeteer = from('puppeteer', path.join(modules, 'ace-axe-runner-puppeteer'));

const tabs = [];
const sources = new Map();

function source(file) {
  if (!sources.has(file)) sources.set(file, fs.readFileSync(file, 'utf8'));
  return sources.get(file);
}

// The runner that Ace asks for. It may call run for as many documents at once as concurrency says.
function runner(browser) {
  return {
    concurrency: Math.max(2, os.availableParallelism()),
    setTimeout() {},
    async launch() {},
    async close() {},
    async run(url, scripts, scriptContents) {
      const tab = tabs.pop() ?? await browser.newPage();
      await tab.goto(url);
      await tab.evaluate([...scriptContents, ...scripts.map(source)].join('\n;'));
      const result = await tab.evaluate(() => new Promise((resolve, reject) => {
        window.daisy.ace.run((err, found) => err ? reject(new Error(String(err))) : resolve(found));
      }));
      tabs.push(tab);
      return result;
    },
  };
}

// violations is the lines of one report, one for each rule and sort of element.
function violations(report) {
  const lines = new Map();
  for (const document of report.assertions) {
    for (const a of document.assertions) {
      const { 'earl:test': test, 'earl:result': result } = a;
      const place = (result.html ?? '').replace(/ xmlns(:\w+)?="[^"]*"/g, '').replace(/\s+/g, ' ').slice(0, 160);
      const what = result['dct:description'].replace(/\s+/g, ' ');
      const line = `${document['earl:testSubject'].url}: ${test['earl:impact']}: ${test['dct:title']}: ${what} ${place}`;
      const sort = test['dct:title'] + place.replace(/<!--.*/, '').replace(/(id|href|src|alt|title)="[^"]*"|\d+/g, '');
      if (lines.has(sort)) lines.get(sort).more++;
      else lines.set(sort, { line, more: 0 });
    }
  }
  return [...lines.values()].map(({ line, more }) => more === 0 ? line : `${line} (and ${more} more like it)`);
}

(async () => {
  const browser = await puppeteer.launch({
    // Root has no sandbox; nothing is to be fetched. The rest saves a third of the work: one process for all documents, none
    // in reserve, nothing kept of a document that was left, and no threads beside the one that runs Ace.
    args: ['--no-sandbox', '--disable-setuid-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-gpu', '--in-process-gpu',
      '--no-zygote', '--renderer-process-limit=1', '--disable-features=BackForwardCache,SpareRendererForSitePerProcess',
      '--js-flags=--single-threaded --min-semi-space-size=64'],
    headless: true,
  });
  try {
    for (const [i, book] of books.entries()) {
      const start = Date.now();
      const options = { cwd: process.cwd(), outdir: path.join(scratch, String(i)), silent: true, initLogger: i === 0,
        fileName: path.join(scratch, 'ace.log') };
      const [, report] = await ace(book, options, runner(browser));
      const found = violations(report);
      for (const line of found) console.log(`${book}: ${line}`);
      const outcome = report['earl:result']['earl:outcome'];
      const documents = report.assertions.length;
      console.log(`${book}: ${found.length} sorts of violations in ${documents} reports, ${outcome}, ${Date.now() - start} ms`);
      console.log(`exit ${found.length > 0 || outcome !== 'pass' ? 1 : 0}: ${book}`);
    }
  } finally {
    await browser.close();
  }
})().catch((err) => {
  console.error(err);
  process.exitCode = 1;
}).finally(() => fs.rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
