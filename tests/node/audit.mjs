// Looks at HTML pages as people do: wide, narrow and in the dark. Prints as JSON, for each page and each way of looking, what
// axe-core finds wrong, how far the page sticks out of the screen, what is cut off when letters and lines are set as wide as
// WCAG 1.4.12 says, what was asked of the network, and what the browser complained of.
//
// usage: node audit.mjs BROWSER WAY,WAY… PAGE.html…

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { opened, pageOf } from "./browser.mjs";

const WAYS = {
  wide: { width: 1400, colorScheme: "light" },
  dark: { width: 1400, colorScheme: "dark" },
  narrow: { width: 320, colorScheme: "light" },
};
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Rules that axe-core leaves out unless it is asked.
const ASKED = { "target-size": { enabled: true } };

const [executablePath, ways, ...files] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await opened(executablePath);
const report = {};
for (const file of files) report[file] = await audited(file);
await browser.close();
console.log(JSON.stringify(report, null, 2));

async function audited(file) {
  const looks = ways.split(",").map(async (way) => [way, await lookedAt(file, WAYS[way])]);
  return Object.fromEntries(await Promise.all(looks));
}

async function lookedAt(file, { width, colorScheme }) {
  const { page, requests, complaints, close } = await pageOf(browser, file, width, 900, { colorScheme });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
  await page.evaluate(axe);
  const found = await page.evaluate((options) => axe.run(document, options), {
    runOnly: TAGS,
    rules: ASKED,
    resultTypes: ["violations"],
  });
  const clipped = await page.evaluate(spread);
  await close();
  const violations = found.violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html}`));
  return { violations, overflow, clipped, requests, complaints };
}

// A sheet made by script passes the page's policy, as a reader's own style does.
function spread() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }");
  document.adoptedStyleSheets = [sheet];
  const cut = (box) => /hidden|clip/.test(getComputedStyle(box).overflow) && box.scrollHeight > box.clientHeight + 1;
  const found = [...document.querySelectorAll("body *")].filter((box) => !box.closest("svg") && cut(box)).map((box) => box.outerHTML.slice(0, 80));
  const over = document.documentElement.scrollWidth - innerWidth;
  return over > 0 ? [...found, `the page, by ${over}`] : found;
}
