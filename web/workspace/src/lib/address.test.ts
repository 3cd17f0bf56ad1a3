import { expect, test } from "vitest";
import { address, read, type Route } from "./address";

const ID = "0193c1de-0000-7000-8000-000000000001";

test.each<[string, Route]>([
  ["/desk/mine", { page: "tickets", view: "mine", ticket: null }],
  [`/desk/category:deposit/${ID}`, { page: "tickets", view: "category:deposit", ticket: ID }],
  [`/desk/language:zh-CN`, { page: "tickets", view: "language:zh-CN", ticket: null }],
  [`/desk/${ID}`, { page: "tickets", view: ID, ticket: null }],
  ["/desk/search?q=category%3Adeposit+%E6%9C%AA%E5%88%B0%E8%B4%A6", { page: "tickets", view: "search", ticket: null, query: "category:deposit 未到账" }],
  [`/desk/search/${ID}?q=a`, { page: "tickets", view: "search", ticket: ID, query: "a" }],
  ["/desk/settings/macros", { page: "settings", section: "macros", item: null }],
  [`/desk/incidents/${ID}`, { page: "incidents", item: ID }],
  ["/desk/keys", { page: "keys" }],
  ["/desk/help", { page: "help", part: "list", filter: {} }],
  ["/desk/help?state=due&language=ko&q=2FA", { page: "help", part: "list", filter: { state: "due", language: "ko", q: "2FA" } }],
  ["/desk/help/sections", { page: "help", part: "sections" }],
  ["/desk/help/words", { page: "help", part: "words", language: null }],
  ["/desk/help/words/ko", { page: "help", part: "words", language: "ko" }],
  [`/desk/help/articles/${ID}`, { page: "help", part: "article", id: ID, language: null, panel: null }],
  [`/desk/help/articles/${ID}/zh-CN/versions`, { page: "help", part: "article", id: ID, language: "zh-CN", panel: "versions" }],
])("%s goes there and back", (path, route) => {
  const [pathname, search] = path.split("?");
  expect(read(pathname!, search)).toEqual(route);
  expect(address(route)).toBe(path);
});

test.each(["/desk/", "/desk/nowhere", "/desk/%E0%A4%A", "/desk/category:<script>"])("%s is the start", (path) => {
  expect(read(path)).toEqual({ page: "tickets", view: "open", ticket: null });
});
