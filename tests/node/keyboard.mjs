// Goes through HTML pages with the Tab key alone, scripts switched off. Prints as JSON, for each page and size of window,
// every stop with what can be seen of it, whether each scrolling box was a stop, and where the skip link led.
//
// usage: node keyboard.mjs BROWSER SIZE,SIZE… PAGE.html…

import { opened, pageOf } from "./browser.mjs";

const SIZES = { wide: [1280, 900], "at 200%": [640, 450], "at 400%": [320, 225] };
const MOST_STOPS = 1000;

const [executablePath, sizes, ...files] = process.argv.slice(2);
const browser = await opened(executablePath);
const report = {};
for (const file of files) report[file] = await walked(file);
await browser.close();
console.log(JSON.stringify(report, null, 2));

async function walked(file) {
  const walks = sizes.split(",").map(async (size) => [size, await walkedAt(file, SIZES[size])]);
  return Object.fromEntries(await Promise.all(walks));
}

async function walkedAt(file, [width, height]) {
  const { page, complaints, close } = await pageOf(browser, file, width, height, { javaScriptEnabled: false });
  const expected = await page.evaluate(reachable);
  const stops = await tabbed(page);
  const skipped = await skip(page);
  await close();
  return { expected, stops, skipped, complaints };
}

// What the keyboard must reach: links, what opens, and every box that scrolls.
function reachable() {
  const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflow) && (box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1);
  const name = (box) => `${box.localName}.${box.className}`;
  const boxes = [...document.querySelectorAll("body *")].filter((box) => box.getClientRects().length && scrolls(box));
  const links = [...document.querySelectorAll("a[href], summary")].filter((link) => link.checkVisibility());
  const holdsLink = (box) => box.querySelector("a[href]") !== null;
  const unreachable = boxes.filter((box) => box.tabIndex < 0 && !holdsLink(box));
  const overflow = document.documentElement.scrollWidth - innerWidth;
  return { overflow, links: links.length, boxes: boxes.map(name), unreachable: unreachable.map(name) };
}

// Until the focus leaves the page; a page that never lets go of it is a trap, and gives as many stops as are allowed.
async function tabbed(page) {
  const stops = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(seen);
    if (stop === null) return stops;
    stops.push(stop);
  }
  return stops;
}

// What is seen of the element that has the focus, as far as it lies within the window: how many of its points, and whether it
// is outlined. Null where none has the focus, at the end of the page.
function seen() {
  const element = document.activeElement;
  if (element === document.body || element === null) return null;
  const steps = [0.1, 0.5, 0.9];
  const shows = ({ x, y }) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && element.contains(top);
  };
  const points = [...element.getClientRects()].flatMap((box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [width, height] = [Math.min(box.right, innerWidth) - left, Math.min(box.bottom, innerHeight) - top];
    if (width <= 0 || height <= 0) return [];
    return steps.flatMap((across) => steps.map((down) => ({ x: left + across * width, y: top + down * height })));
  });
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    what: `${element.localName}.${element.className} ${element.textContent.trim().slice(0, 40)}`,
    isLink: element.matches("a[href], summary"),
    seen: points.length ? points.filter(shows).length / points.length : 0,
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
  };
}

async function skip(page) {
  await page.evaluate(() => scrollTo(0, 0));
  await page.keyboard.press("Tab");
  const first = await page.evaluate(() => document.activeElement.className);
  await page.keyboard.press("Enter");
  const led = await page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("Tab");
  const within = await page.evaluate(() => document.querySelector("main").contains(document.activeElement));
  return { first, led, within };
}
