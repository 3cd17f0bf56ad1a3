help-callout-note = 說明
help-callout-tip = 提示
help-callout-warning = 重要

error-text-newer-title = 有人同時修改了內容
error-text-newer = 您開啟之後，這篇內容已被修改，因此您的版本沒有儲存。您輸入的內容仍在；請先查看新的內容，再儲存一次。
error-second-person-title = 需要另一個人
error-second-person = 您參與了撰寫，而這個版塊要求由其他人核准。沒有任何變更；請找一位同事審核。
error-approval-wanted-title = 尚未核准
error-approval-wanted = 這個版塊的內容須由第二個人核准後才能發布。尚未發布；請先送出審核。
error-section-not-empty-title = 版塊裡還有內容
error-section-not-empty = 其中還有文章或子版塊，因此沒有刪除。請先移走它們。
error-sections-full-title = 版塊太多
error-sections-full = 說明中心最多有 { $max } 個版塊。沒有新增。
error-image-too-large-title = 圖片太大
error-image-too-large = 圖片最大 { $megabytes } MB。沒有儲存；請縮小後再試。
error-image-type-title = 不支援的圖片
error-image-type = 文章中可以顯示 PNG、JPEG 和 WebP。沒有儲存；請換一種格式。
error-section-unknown = 「{ $field }」所指的版塊不存在。
error-section-cycle = 版塊不能放在自己下面。
error-section-too-deep = 版塊最多巢狀五層。
error-invalid-page-slug = 「{ $field }」只能用小寫拉丁字母、數字和單個連字號，最多 80 個字元。
error-slug-taken = 「{ $field }」已被其他頁面使用，請換一個。
error-too-far-ahead = 「{ $field }」最多可設在一年之內。
error-invalid-days = 「{ $field }」須為 1 到 { $max } 天。
field-section = 版塊
field-parent = 上層版塊
field-titles = 標題
field-summary = 摘要
field-keywords = 搜尋詞
field-related = 相關文章
field-review-days = 複核週期
field-at = 時間
error-lexicon-line = 「{ $field }」的第 { $line } 行無法辨識。沒有儲存；每行是一組以逗號分隔的同義詞。
field-lines = 詞庫
help-category-general = 一般
## 說明中心的頁面

help-nav = 說明文章
help-title = 說明文章
help-lead = 由我們的團隊撰寫並核對，依主題整理。
help-empty = 這裡暫時沒有文章。請直接詢問我們，會有專人回覆。
help-all = 查看所有主題
help-search = 搜尋
help-search-label = 搜尋說明文章
help-search-example = 例如：充值未到帳怎麼辦
help-search-empty = 輸入關鍵字，或直接寫下您的問題。
# max is how many characters
help-search-cut = 您的問題較長，僅以前 { $max } 個字元搜尋。
help-suggestions = 搜尋建議
help-found = 「{ $question }」的搜尋結果
help-none = 暫時沒有文章能回答這個問題
help-unsure = 沒有找到想要的答案？
help-none-lead = 把問題傳給我們：內容已經替您填好，會有專人回覆。
help-none-ask = 送出這個問題
help-crumbs = 目前位置
help-author = 作者：{ $name }
help-reviewed-by = { $name } 於 { $date }核對
help-reviewed = { $date }核對
help-changed = { $date }更新
help-minutes = 閱讀約 { $count } 分鐘
help-stale = 本文自 { $date }起未再核對，部分內容可能已經變動。
help-stale-ask = 不確定？請詢問我們
# wanted and language are names of languages in themselves, such as 日本語
help-other = 本文暫無{ $wanted }版本，以下為 { $language } 版本。
help-contents = 本頁內容
help-related = 接著閱讀
help-versions = 所有版本
help-version = 第 { $number } 版
help-version-from = { $from }至 { $to }有效
help-version-since = 自 { $from }起有效
help-version-was = 這是第 { $number } 版，於 { $from }至 { $to }有效，現已失效。
help-version-is = 這是第 { $number } 版，自 { $from }起有效。
help-version-today = 查看現行版本
help-in-force = 送出時有效的規則
help-terms = 服務條款
help-privacy = 隱私權政策
# brand is the exchange's name
help-feed = { $brand }說明文章

## 這篇文章有幫助嗎？

help-vote = 這篇文章有幫助嗎？
help-vote-yes = 有
help-vote-no = 沒有
help-vote-sorry = 感謝您告訴我們。哪裡需要改進？
help-vote-why = 問題出在哪裡？
help-reason-unclear = 難以理解
help-reason-outdated = 內容過時
help-reason-wrong = 內容有誤
help-reason-other = 其他
help-vote-comment = 具體說明
help-vote-send = 送出
help-vote-thanks = 感謝您的意見，這會幫到後來的人。
help-still = 問題還沒有解決？
notice-solved = 很高興幫到您。工單沒有送出；如果仍需要我們，您填寫的內容還在表單裡。

## 表單旁邊

fits-title = 這裡可能已有答案
fits-tab = 在新分頁中開啟
fits-solved = 問題已解決

## 主題

field-logo = 標誌
field-accent-light = 淺色頁面的強調色
field-accent-dark = 深色頁面的強調色
field-header = 頂部連結
field-footer = 底部連結
field-terms = 服務條款
field-privacy = 隱私權政策
field-href = 網址
error-invalid-colour = 「{ $field }」不是有效的顏色。請填寫 # 加六位十六進位數字，例如 #0b61a4。
error-contrast-low = 「{ $field }」與底色 { $ground } 的對比度為 { $ratio }:1，達到 4.5:1 才能看清。尚未儲存；淺色頁面請選更深的顏色，深色頁面請選更淺的顏色。
error-invalid-href = 「{ $field }」必須以 https:// 開頭，或是本站以 / 開頭的路徑。尚未儲存，請改正。
error-picture-unknown = 「{ $field }」所指的圖片不存在。尚未儲存，請先上傳。
error-article-unknown = 「{ $field }」所指的文章不存在。尚未儲存，請檢查短名稱。
