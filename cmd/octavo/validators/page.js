// Looks at a page in HTML as a reader and a screen reader would:
//
//   node page.js FOLDER PAGE.html
//
// FOLDER is where validators.sh installed package-lock.json; PUPPETEER_EXECUTABLE_PATH names the browser. Prints a line for each
// violation that axe finds in light and dark, on a desk and on a phone, for a page wider than its screen, and for each request that leads
// elsewhere; and at last "sheets: N", how many sheets of paper it prints on.
'use strict';

const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');

const [folder, page] = process.argv.slice(2);
const from = (name, start) => createRequire(path.join(start, 'package.json'))(name);
const modules = path.join(path.resolve(folder), 'node_modules');
const puppeteer = from('puppeteer', path.join(modules, '@daisy', 'ace-axe-runner-puppeteer'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');

(async () => {
  const browser = await puppeteer.launch({
    args: ['--no-sandbox', '--disable-setuid-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND', '--disable-gpu'], headless: true,
  });
  try {
    const tab = await browser.newPage();
    const url = pathToFileURL(path.resolve(page)).href;
    tab.on('request', (r) => {
      if (r.url() !== url && !r.url().startsWith('data:')) console.log(`asks for ${r.url()}`);
    });
    for (const [width, height] of [[1200, 900], [320, 640]]) {
      for (const scheme of ['light', 'dark']) {
        await tab.setViewport({ width, height });
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        await tab.goto(url);
        await tab.evaluate(axe);
        const { violations } = await tab.evaluate(() => window.axe.run());
        for (const v of violations) console.log(`${width} px, ${scheme}: ${v.id}: ${v.help}: ${v.nodes.map((n) => n.html.slice(0, 100)).join(' ')}`);
        const wide = await tab.evaluate(() => document.scrollingElement.scrollWidth);
        if (wide > width) console.log(`${width} px: the page is ${wide} px wide`);
      }
    }
    const pdf = Buffer.from(await tab.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    console.log(`sheets: ${(pdf.match(/\/Type\s*\/Page\b/g) ?? []).length}`);
  } finally {
    await browser.close();
  }
})().catch((err) => {
  console.error(err);
  process.exitCode = 1;
});
