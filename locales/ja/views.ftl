### ビュー、一括操作、障害、下書き

## ビュー

field-shared = 共有範囲
field-position = 順番
error-view-filter-alone = 「{ $field }」は対応中のすべてのチケットにだけ使えます。カテゴリーと言語は同時に使えません。この条件でビューを保存してください。
error-view-not-of-filters = 保存するビューは絞り込み条件だけで作ります。語句や引用符付きの語句、日付は使えません。絞り込み条件だけを残してください。文字を探すときは検索をお使いください。
error-too-many-views-title = ビューが多すぎます
error-too-many-views = 保存できるビューは { $max } 個までです。保存していませんので、使わないビューを先に削除してください。

## 一括操作

field-tickets = チケット
field-action = 操作
error-too-many-tickets = 一度に処理できるチケットは { $max } 件までです。何も実行していませんので、件数を減らしてください。
error-bulk-busy-title = ほかの操作が終わるまでお待ちください
error-bulk-busy = { $max } 件の操作がまだ実行中です。この操作は始めていませんので、どれかが終わってからもう一度お試しください。
error-bulk-running-title = まだ実行中です
error-bulk-running = この操作はまだ実行中です。終わると元に戻せます。
error-bulk-undone-title = すでに元に戻しました
error-bulk-undone = この操作は以前に元に戻されています。何も変更していません。
error-bulk-lasting-title = 元に戻せません
error-bulk-lasting = 元に戻せない操作か、元に戻せる10分が過ぎています。何も変更していません。チケットは一件ずつ変更できます。
error-changed-since-title = その後に変更されています
error-changed-since = その後にほかの人がこのチケットを変更したため、そのままにしました。
error-bulk-stopped-title = 中止しました
error-bulk-stopped = 開始した人の権限がなくなったため、このチケットの前で中止しました。

## 障害

field-incident = 障害
field-texts = 文面
error-incident-unknown = 対応中のその障害はありません。何も変更していませんので、一覧からお選びください。
error-incident-closed-title = 終了した障害です
error-incident-closed = この障害は終了しており、何も送信・変更していません。続いている場合は新しく登録してください。
error-incident-unlinked-title = 関連付けが外れています
error-incident-unlinked = その間にこのチケットの関連付けが外されたため、返信しませんでした。
error-not-awaiting-title = 対応中ではなくなりました
error-not-awaiting = その間にこのチケットが終了したため、返信しませんでした。
error-text-language = 文面に使える言語は { $known } です。この中からお選びください。

## 下書き

field-revision = 版
field-seen = 既読位置
error-too-many-drafts-title = 下書きが多すぎます
error-too-many-drafts = 未送信の下書きが { $max } 件あります。この下書きはこのブラウザーにだけ保存されています。いくつか送信するか破棄してください。
