// Texts that are made to keep the script busy. Work is counted, not timed: twice the text is at most about twice the work.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { learn, scan, wanted } from "../dist/guard.js";
import { counter } from "./work.js";

const dist = resolve(import.meta.dirname, "../dist");
const read = (name) => readFileSync(join(dist, name), "utf8");
const files = readdirSync(dist).filter((name) => name.endsWith(".txt"));
for (const name of files) learn(name.slice(0, -4), read(name));
const names = ["en", "ja", "ko", "zh"].flatMap((pack) => read(`${pack}.txt`).split("\n").slice(0, 15).join().split(",")).map((name) => name.replace("~", ""));
const lists = files.filter((name) => name.length > 6).map((name) => read(name).trim().split("\n"));

/** The same numbers each time (mulberry32). */
let seed = 7;
function below(limit) {
  seed = seed + 0x6d2b79f5 | 0;
  let mixed = Math.imul(seed ^ seed >>> 15, 1 | seed);
  mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed;
  return ((mixed ^ mixed >>> 14) >>> 0) % limit;
}
const pick = (all) => all[below(all.length)];
const many = (amount, make) => Array.from({ length: amount }, make);

const NEARLY = [
  "a", " ", "1 ", "1.", "1-", "1, ", "12/27 ", "aB1", "pk ", "code ", "seed ", "pass ", "card code ", "key-", "password: ", "password:\n", "my password is\n> ",
  "код ", "密码：", "비밀번호 ", "パスワード\u3000", "3位安全碼", "支店コード", "6자리 번호 ", "code 1 2 3 4 5 ", "otp ABCD EFGH ", "pk 12 ab ", "private key 0xab cd ef ",
  "recovery code abcd-efgh ", "cvv? \n", "secret key (for my account) ", "4111 1111 1111 1112 ", "4111-", "482913 ", "0".repeat(64) + " ", "f0".repeat(500),
  "5Kb8kLf9zgWQnogidDA76MzPL6TsZZY36hWXMssSzNydYXYB9KF ", "zz", "JBSW Y3DP ", "jbswy3dp", "eyJ", "-eyJ", "eyJhbGciOiJIUzI1NiJ9.", "x.y.z", "a.b-", "sk_live_", "AKIA", "AKIA0123456789ABCDEF",
  "otpauth://totp/", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----END ", "[1,", "[ ", "[1 , ", "{", "{}", "{\"", "{\"ciphertext\":", "{ciphertext}", "kdf{", "\"'", "“「『", "((((", "（(", "\\n", "\\\"", "=", "==\n", "_/-+=",
  "***", "**", "</", "www.", "a@", "://", "\u200b", "\u0301", "\u0316\u0301", "e\u0301", "ﷺ", "Ⅷ", "ｐａｓｓ", "１２３ ", "가\u11a8", "\uff9e", "█ ", "😀", "第1个", "1个", "的 ", "的 [", "消\n", "的", "あ", "word 1: ", "1. abandon\n",
  "otp?\n", "> code\nx ", "> code\n\n1 ", "pw?\nabc ", "recovery code?\nab1 ", "password 1111 or ", "password reset it to ", "amex 4 a 1234 ", "密码密码1", "用户名我爱密码12", "setup key: ",
];
/** Words of a list, half of it: "abandon ability able …". */
const halves = lists.map((words) => words.slice(0, 1024).join(" "));
const drawn = lists.map((words) => many(4000, () => pick(words)).join(pick([" ", "\n", ", ", ""])));
const piece = () => pick([() => pick(names), () => pick(NEARLY), () => pick(NEARLY), () => pick(pick(lists)) + " "])();
const mixed = many(60, () => many(1 + below(4), piece).join(pick(["", " ", ": "])));

const steps = await counter("/dist/guard.js");
const work = (text) => steps(() => [wanted(text), scan(text)]);

/** Steps for each letter, at the most. */
const DENSE = 1_200;

test("twice the text is at most about twice the work, and no letter is much", async () => {
  const wrong = [];
  for (const shape of [...NEARLY, ...halves, ...drawn, ...mixed]) {
    const text = shape.repeat(Math.ceil(20_000 / shape.length));
    const [half, all] = [await work(text.slice(0, 10_000)), await work(text.slice(0, 20_000))];
    if (all > 2.5 * half || all > 20_000 * DENSE) wrong.push({ shape: shape.slice(0, 60), half, all });
  }
  assert.deepEqual(wrong, []);
});

test("what is longer is no more work", async () => {
  const [all, more] = [await work("code ".repeat(4_000)), await work("code ".repeat(40_000))];
  assert.ok(more < 1.1 * all, `${all}, ${more}`);
});

test("what stands before makes nothing harder that stands behind", async () => {
  const wrong = [];
  for (const [one, other] of many(20, () => [piece(), piece()])) {
    const part = (shape) => shape.repeat(10_000).slice(0, 10_000);
    const [apart, together] = [await work(part(one)) + await work(part(other)), await work(part(one) + part(other))];
    if (together > 1.5 * apart + 1e6) wrong.push({ one, other, apart, together });
  }
  assert.deepEqual(wrong, []);
});
