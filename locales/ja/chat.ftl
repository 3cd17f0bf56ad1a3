### The live chat: names, what happened, the transcript.

chat-stranger = ゲスト { $number }
chat-event-joined = { $name }（担当者番号 { $number }）が参加しました
chat-event-queued = 担当者におつなぎする順番をお待ちいただいています
chat-event-handed-over = 別の担当者に引き継ぎました
chat-event-agent-gone = 担当者の接続が切れました。順番はそのままです
chat-event-ended = 会話は終了しました
chat-event-ended-own = 会話を終了しました
chat-event-ended-nobody = ただいま担当者がおりません。会話はお問い合わせとして保存され、ここで回答します
chat-taken-undecided = 秘密鍵かもしれない部分を封印しました。担当者には見えません。お問い合わせのページで扱いを決めてください。
chat-transcript-title = { $brand } 会話の記録 · { $reference }
chat-transcript-record = 記録の照合：{ $number } 件目、ハッシュ { $hash }
chat-transcript-you = あなた
chat-transcript-assistant = アシスタント

chat-offer-form = 「{ $category }」のフォームに記入
chat-offer-person = 担当者につなぐ
chat-offer-resolved = 解決しました

## The demo's page of a pretend exchange

demo-shop-title = 架空の取引所
demo-shop-lead = 実在の取引所ではありません。取引所のページでチャットがどう見えるかを示します。
demo-shop-balance = 資産
demo-shop-pending = 入金を確認中：0.5 BTC
demo-shop-markets = マーケット
demo-shop-pair = ペア
demo-shop-price = 価格
demo-shop-day = 24時間
demo-shop-engineers = エンジニア向け
demo-shop-open = チャットを開く
demo-shop-sign-in = ログイン
demo-shop-signed-in = ログイン中：Lin Wei
demo-shop-languages = 言語
