// Looks at an HTML page as people do: wide, narrow and in the dark. Prints as JSON, for each way of looking, what axe-core
// finds wrong, how far the page sticks out of the screen, what it asked of the network, and what the browser complained of.
//
// usage: node audit.mjs BROWSER PAGE.html

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const WAYS = [
  { name: "wide", width: 1400, colorScheme: "light" },
  { name: "wide, dark", width: 1400, colorScheme: "dark" },
  { name: "narrow", width: 320, colorScheme: "light" },
  { name: "narrow, dark", width: 320, colorScheme: "dark" },
];

const [executablePath, file] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launch({ executablePath, args: options });
const report = {};
for (const way of WAYS) report[way.name] = await lookedAt(way);
await browser.close();
console.log(JSON.stringify(report, null, 2));

async function lookedAt({ width, colorScheme }) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => /^(file|data):/.test(request.url()) || requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(file).href);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  await context.close();
  const violations = found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  return { violations, overflow, requests, complaints };
}
