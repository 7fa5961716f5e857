// Opens pages from the disk in a browser that asks nothing of the network of its own accord.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function opened(executablePath) {
  return chromium.launch({ executablePath, args: QUIET });
}

// The page of a file, in a window of so many CSS pixels; `more` are settings of the browser, such as its colours.
export async function pageOf(browser, file, width, height, more = {}) {
  const context = await browser.newContext({ viewport: { width, height }, ...more });
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  page.on("request", (request) => /^(file|data):/.test(request.url()) || requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, requests, complaints, close: () => context.close() };
}
