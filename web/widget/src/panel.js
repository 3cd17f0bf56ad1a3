// The panel: the page /{language}/chat, in the loader's frame or in a tab of its own.

import { createApp } from "./app.js";

createApp(JSON.parse(document.getElementById("start").textContent)).run();
