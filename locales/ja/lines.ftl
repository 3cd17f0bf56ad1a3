### The agents' side of live conversations: presence, offers, the screen of chats, the strip in a conversation.

## Taking conversations

presence-on = 受付中
presence-off = 停止中
presence-on-why = お待ちのお客様が上限まで割り当てられます。オフにしても対応中のチャットはそのままです。
presence-off-why = 新しいお客様は割り当てられません。対応中のチャットはそのままです。
did-available = チャットの受付を開始しました
did-away = 新しいチャットは割り当てられません
sound = 通知音
sound-on = 新しいチャットとメッセージを音で知らせます
sound-off = 新しいチャットとメッセージを音で知らせません

## Offers

offer-title = お客様がお待ちです
offer-announced = お客様がお待ちです：{ $name }、{ $category }、{ $language }
offer-about = { $category } · { $language }
offer-take = 対応する
offer-pass = 見送る
take-over = 引き継ぐ

## The screen of chats

chats = チャット
chats-calls = 対応待ち { $count } 件
chats-offered = あなたへの割り当て
chats-mine = あなたのチャット
chats-mine-none = 対応中のチャットはありません。次のお客様はここに割り当てられます。
chats-mine-away = 対応中のチャットはありません。受付を開始するとお客様が割り当てられます。
chats-waiting = 待機中
chats-waiting-none = お待ちのお客様はいません。
chats-others = ほかの担当者・アシスタント
chats-others-none = ほかに進行中のチャットはありません。
chats-agents = 現在 { $count } 人の担当者が受付中です。
chat-unread = 新着

## A conversation that goes on

line = 接続の状況
line-there = 接続中
line-away = 離席中
line-waited = { $time } 待ち
line-place = 待ち順 { $place }
line-told = 案内した待ち時間 { $low }〜{ $high } 分
line-told-one = 案内した待ち時間 約 { $low } 分
line-with-you = あなたが対応中
line-with = { $name } が対応中
line-state-assistant = アシスタントが対応中
line-state-waiting = 担当者を待っています
line-state-talking = 対応中
line-page = 閲覧ページ
line-hand-over = 引き渡す
line-end = チャットを終了
line-end-why = チケットは残ります。残りの用件はチケットで続けられます。
did-line-end = { $name } さんとのチャットを終了しました
customer-writes = { $name } さんが入力中…
enter-sends = チャット中は Enter で送信
delivery-live = その場で届きました
delivery-read = 既読

## The assistant

assistant = アシスタント
assistant-did-answer = 記事から回答
assistant-did-ask = 聞き返し
assistant-did-unsure = 確かな答えなし
assistant-did-hand-over = 担当者に引き継ぎ
assistant-did-courtesy = あいさつ
assistant-sources = 出典：
assistant-offered = 提案：

## Events

event-queued-asked = お客様が担当者を希望し、お待ちです
event-queued-risk = すぐに担当者が必要です。お客様がお待ちです
event-queued-unknown = アシスタントが答えられず、お客様が担当者をお待ちです
event-queued-direct = お客様が担当者をお待ちです
event-queued-handed-over = 引き渡し：お客様は元の順番で再びお待ちです
event-queued-agent-gone = 担当者が離れたため、お客様は元の順番で再びお待ちです
event-ended-agent = { $actor } がチャットを終了しました
event-ended-customer = お客様がチャットを終了しました
event-ended-closed = チケットが完了したため、チャットは終了しました
event-ended-left = お客様がチャットから離れました
event-ended-idle = やり取りがないため、チャットは終了しました
event-ended-nobody = 担当者が不在のためチャットは終了しました。ここで続きます
event-categorised = { $actor } が分類を変更：{ $was } → { $category }

## The category

category-change = 分類
category-title = 「{ $subject }」の分類
category-find = 分類
did-category = 「{ $subject }」：{ $category }

## Keys

keys-line = チャット
key-chats = チャット
key-category = 分類…
key-offer-take = 割り当てられたお客様に対応する
key-offer-pass = 割り当てを見送る
key-line-take = 開いているチャットに対応する
key-line-end = 開いているチャットを終了する
key-available = 受付の開始・停止
key-sound = 通知音のオン・オフ

## Settings

settings-chat = チャット
chat-why = サイト上のチャットボタン：提供するか、先にアシスタントが答えるか、どのサイトに置けるかを決めます。
chat-enabled = お客様がチャットを始められる
chat-assistant = 担当者の前にアシスタントが答える
chat-sites = 置けるサイト（1 行に 1 つ）
chat-sites-hint = 例：https://www.exchange.example。空欄ならどのサイトにも置けます。偽サイトに表示されないよう、自社のサイトを書いてください。
skills = チャット設定
skills-named = { $name } のチャット設定
skills-capacity = 同時に対応するチャット数
skills-capacity-hint = 0〜50。0 なら割り当てられません。
skills-languages = 話せる言語
skills-languages-hint = 選ばなければ、すべての言語のお客様が割り当てられます。
skills-unknown = 現在の設定は取得できません。保存すると置き換わります。
