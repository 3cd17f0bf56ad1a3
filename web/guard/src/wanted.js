// Which packs and lists would say more about a text: what is fetched, and only then.

import { binding, isProse, lists, rowsOf } from "./lists.js";
import { COMMON, PROSE, SEED, isKnown, says, vocabulary } from "./vocabulary.js";

const PACKS = { en: /./, ko: /[가-힣]/, ja: /[ぁ-ヿ]/, zh: /[一-鿿]/ };
const ROWS = {
  bip39_japanese: /^[ぁ-ゟ]{3,8}$/, bip39_korean: /^[가-힣]{2,5}$/, monero_russian: /^[а-яё]{4,}$/,
  bip39_chinese_simplified: /^[一-鿿]$/, bip39_chinese_traditional: /^[一-鿿]$/,
};

/** The names of what is to be fetched for this text and is not there yet: lists when the packs have come, which tell prose. */
export function wanted(look) {
  const packs = Object.keys(PACKS).filter((name) => PACKS[name].test(look.text) && !isKnown(name));
  return packs[0] ? packs : listsFor(look).filter((name) => !lists.has(name));
}

function listsFor(look) {
  const named = look.labels.some(({ concept }) => concept === SEED);
  const isWord = (shape) => (word) => shape.test(word) && !says(PROSE, word) ? 0 : undefined;
  const rows = (shape, eastern) => rowsOf(look, eastern, isWord(shape))
    .filter((row) => named && !isProse(row) || row.some((_, at) => isDrawn(row.slice(at, at + 12))));
  const names = Object.keys(ROWS).filter((name) => rows(ROWS[name], name !== "monero_russian").length);
  const clauses = look.text.match(/[一-鿿]{12,}/g) ?? [];
  const isClause = (row) => named || row.length % 3 === 0 && row.length < 25 && !says(COMMON, row);
  if (clauses.some(isClause)) names.push(...Object.keys(ROWS).slice(3));
  const words = rows(/^[a-zà-ɏ]{3,12}$/, false);
  if (words.length) names.push("bip39_english");
  const english = lists.get("bip39_english");
  const foreign = (row) => row.filter(({ word }) => english.places.has(word)).length * 2 < row.length && binding(row) < 2;
  if (english && words.some(foreign)) names.push(...vocabulary().latin);
  return names;
}

/** Whether twelve words in a row make no sentence. */
const isDrawn = (row) => row.length > 10 && row.filter(({ place }) => place === undefined).length < 2 && binding(row) < 3;
