// Which packs and lists would say more about a text: what is fetched, and only then.

import { binding, isProse, lists, rowsOf } from "./lists.js";
import { SEED, isKnown } from "./vocabulary.js";

const PACKS = { en: /./, ko: /[가-힣]/, ja: /[ぁ-ヿ]/, zh: /[一-鿿]/ };
const CHINESE = ["simplified", "traditional"].map((name) => `bip39_chinese_${name}`);
const ROWS = {
  bip39_japanese: /^[ぁ-ゟ]{3,8}$/, bip39_korean: /^[가-힣]{2,5}$/, monero_russian: /^[а-яё]{4,}$/,
  [CHINESE[0]]: /^[一-鿿]$/, [CHINESE[1]]: /^[一-鿿]$/,
};
const LATIN = [
  "slip39", "bip39_czech", ...["spanish", "french", "italian", "portuguese"].map((name) => `bip39_${name}`),
  ...["english", "german", "french", "italian", "portuguese", "dutch"].map((name) => `monero_${name}`),
];
/** Words and endings that hold sentences together and are in no list. */
const PROSE =
  /^(?:the|and|are|was|has|had|not|but|our|its|que|les|los|und|der|die)$|니다$|[어아해세네]요$|는데$|에서$|으로$|하고$|지만$|니까$|[는을를면]$/;
/** Hardly a clause of ordinary Chinese has none of these. */
const COMMON = /[的了是我你您不在有这這个個们們吗嗎没沒会會到要为為]/;

/** The names of what is to be fetched for this text and is not there yet. */
export function wanted(look) {
  const packs = Object.keys(PACKS).filter((name) => PACKS[name].test(look.text));
  return [...packs, ...listsFor(look)].filter((name) => !isKnown(name) && !lists.has(name));
}

function listsFor(look) {
  const named = look.labels.some(({ concept }) => concept === SEED);
  const rows = (shape, eastern) => rowsOf(look, eastern, (word) => shape.test(word) && !PROSE.test(word) ? 0 : undefined)
    .filter((row) => named && !isProse(row) || row.some((_, at) => isDrawn(row.slice(at, at + 12))));
  const names = Object.keys(ROWS).filter((name) => rows(ROWS[name], name !== "monero_russian").length);
  const clauses = look.text.match(/[一-鿿]{12,}/g) ?? [];
  if (clauses.some((row) => named || row.length % 3 === 0 && row.length < 25 && !COMMON.test(row))) names.push(...CHINESE);
  const latin = rows(/^[a-zà-ɏ]{3,12}$/, false);
  if (latin.length) names.push("bip39_english");
  const english = lists.get("bip39_english");
  const foreign = (row) => row.filter(({ word }) => english.places.has(word)).length * 2 < row.length && binding(row) < 2;
  if (english && latin.some(foreign)) names.push(...LATIN);
  return names;
}

/** Whether twelve words in a row make no sentence. */
const isDrawn = (row) => row.length > 10 && row.filter(({ place }) => place === undefined).length < 2 && binding(row) < 3;
