import "../../tokens.css";
import "./app.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { speak, startingLanguage } from "./lib/texts.svelte";

// Texts first: nothing is drawn before it can be read.
await speak(startingLanguage());
const target = document.getElementById("app");
if (target) mount(App, { target });
