// Prints as JSON what a browser tells screen readers of an HTML page: role, name and description of each element that has any.
//
// usage: node spoken.mjs BROWSER PAGE.html

import { opened, pageOf } from "./browser.mjs";

const [executablePath, file] = process.argv.slice(2);
const browser = await opened(executablePath);
const { page } = await pageOf(browser, file, 1280, 900);
const session = await page.context().newCDPSession(page);
const { nodes } = await session.send("Accessibility.getFullAXTree");
await browser.close();
const told = nodes.filter(({ ignored }) => !ignored).map(({ role, name, description }) => ({
  role: role.value,
  name: name?.value ?? "",
  description: description?.value ?? "",
}));
console.log(JSON.stringify(told));
