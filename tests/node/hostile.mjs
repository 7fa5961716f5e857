// Opens HTML pages with scripts switched on, touches all that they hold, and prints as JSON, for each page: the dialogs that
// opened, what was asked of the network, where the page went of its own accord, and markup that can do any of this.
//
// usage: node hostile.mjs BROWSER PAGE.html…

import { pathToFileURL } from "node:url";
import { opened } from "./browser.mjs";

const EVENTS = ["pointerenter", "mouseover", "mousemove", "mousedown", "focus", "focusin", "blur", "click", "toggle", "animationstart", "load", "error", "submit"];

const [executablePath, ...files] = process.argv.slice(2);
const browser = await opened(executablePath);
const context = await browser.newContext();
const report = {};
for (const file of files) report[file] = await met(file);
await browser.close();
console.log(JSON.stringify(report, null, 2));

async function met(file) {
  const page = await context.newPage();
  const told = { dialogs: [], requests: [], moves: [], markup: [] };
  page.on("dialog", (dialog) => { told.dialogs.push(dialog.message()); dialog.dismiss(); });
  page.on("framenavigated", (frame) => told.moves.push(frame.url()));
  page.on("popup", (other) => told.moves.push(other.url()));
  await page.route(/^(?!file:|data:)/, (route) => { told.requests.push(route.request().url()); return route.abort(); });
  await page.goto(pathToFileURL(file).href);
  told.moves.shift();
  const leftMeanwhile = (fault) => void told.moves.push(String(fault).split("\n")[0]);
  told.markup = (await page.evaluate(dangers).catch(leftMeanwhile)) ?? [];
  await page.evaluate(touched, EVENTS).catch(leftMeanwhile);
  await page.waitForTimeout(30);
  await page.close();
  return told;
}

// What no page of a paper holds: elements that run or fetch, attributes that are handlers, addresses that are not of the web.
function dangers() {
  const elements = "script, iframe, frame, object, embed, form, input, button, base, video, audio, link:not([rel=icon]), meta[http-equiv=refresh], [srcset], [srcdoc], [autofocus]";
  const found = [...document.querySelectorAll(elements)].map((element) => element.outerHTML.slice(0, 120));
  for (const element of document.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`${element.localName} ${name}`);
      if (/^(href|src|action|xlink:href|data|poster|background)$/i.test(name) && bad(element, value)) found.push(`${element.localName} ${name}=${value.slice(0, 80)}`);
    }
  }
  return found;

  function bad(element, value) {
    const address = new URL(value, document.baseURI);
    const allowed = element.localName === "a" ? ["http:", "https:", "mailto:", "file:"] : ["data:"];
    const inside = element.localName !== "a" && value.startsWith("#");
    const leadsAway = /^[\\/]{2}/.test(value.trim()) || (address.protocol === "file:" && /^\s*file:/i.test(value));
    return !inside && (!allowed.includes(address.protocol) || leadsAway);
  }
}

// Links are not followed: what they lead to has been looked at.
function touched(events) {
  document.addEventListener("click", (event) => event.target.closest?.("a[href]") && event.preventDefault(), true);
  for (const element of document.querySelectorAll("body, body *"))
    for (const name of events) element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
}
