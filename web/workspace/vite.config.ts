import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { compress } from "./compress.ts";

/** A running desk behind the workspace, its live socket too. */
const proxy = { "/api": { target: process.env.DENGTA_SERVER ?? "http://localhost:8080", ws: true } };
const repository = fileURLToPath(new URL("../..", import.meta.url));

export default defineConfig({
  base: "/desk/",
  plugins: [svelte(), compress()],
  build: {
    target: "es2022",
    // Every browser that we serve preloads modules by itself.
    modulePreload: { polyfill: false },
    // The policy of the pages allows no inline data but images.
    assetsInlineLimit: 0,
  },
  server: {
    fs: { allow: [repository] },
    proxy,
  },
  preview: { proxy },
});
