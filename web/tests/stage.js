// What most stories need: a demo of their own and a browser, from before the first test until after the last.

import { after, before } from "node:test";
import { launch } from "./browser.js";
import { startDesk } from "./desk.js";

export let desk, browser;

before(async () => {
  desk = await startDesk();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await desk?.stop();
});
