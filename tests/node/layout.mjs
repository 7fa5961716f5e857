// Prints as JSON where things stand on an HTML page in windows of several widths: contents, text, a wide table, the headings of
// its columns after scrolling into it, a drawing; and what readers get who force colours or print.
//
// usage: node layout.mjs BROWSER PAGE.html PRINTED.pdf

import { opened, pageOf } from "./browser.mjs";

const WIDTHS = [320, 1300, 1900];

const [executablePath, file, printed] = process.argv.slice(2);
const browser = await opened(executablePath);
const report = {};
for (const width of WIDTHS) report[width] = await measured(width);
report.boxed = await boxed();
report.forced = await forced();
await print();
await browser.close();
console.log(JSON.stringify(report, null, 2));

async function measured(width) {
  const { page, close } = await pageOf(browser, file, width, 900);
  const places = await page.evaluate(() => {
    const edges = (selector) => {
      const { left, right, top } = document.querySelector(selector).getBoundingClientRect();
      return { left, right, top };
    };
    const found = { contents: edges(".page > nav"), text: edges("main > p"), table: edges(".landscape > table"), drawing: edges(".chart > svg") };
    const rows = document.querySelectorAll(".landscape > table tbody tr");
    rows[Math.floor(rows.length / 2)].scrollIntoView({ block: "start" });
    return { ...found, contentsAfter: edges(".page > nav").top, headings: edges(".landscape > table th").top, box: edges(".landscape").top };
  });
  await close();
  return places;
}

// A window in which the wide table scrolls in its box.
async function boxed() {
  const { page, close } = await pageOf(browser, file, 700, 900);
  const found = await page.evaluate(() => {
    const box = document.querySelector(".landscape");
    box.scrollTo(200, 300);
    const [{ top, height }, headings] = [box.getBoundingClientRect(), box.querySelector("th").getBoundingClientRect().top];
    return { scrolled: [box.scrollLeft, box.scrollTop], height, headings: headings - top };
  });
  await close();
  return found;
}

async function forced() {
  const { page, close } = await pageOf(browser, file, 1300, 900, { forcedColors: "active", colorScheme: "dark" });
  const card = await page.evaluate(() => getComputedStyle(document.querySelector(".chart")).backgroundColor);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await close();
  return { card, paper };
}

async function print() {
  const { page, close } = await pageOf(browser, file, 1300, 900);
  await page.pdf({ path: printed, preferCSSPageSize: true });
  await close();
}
