### The help center as its writers see it, and the theme of the customers' pages.

## Frame

articles = 說明中心
articles-all = 全部文章
articles-review = 待審核
articles-due = 到期複查
articles-outdated = 過時的譯文
articles-broken = 失效連結
article-lists = 待處理
articles-list = 文章
articles-find = 標題或網址名稱
articles-none = 這裡還沒有文章。
articles-none-found = 沒有符合的文章。
broken-why = 已發布的文章中，指向不存在或客戶無法閱讀之文章的連結。
broken-none = 所有連結都有效。
move-down = 將{ $name }下移

## Filters

article-state = 狀態
article-state-any = 任何狀態
article-language-any = 任何語言
state-articles-published = 已發布
state-articles-writing = 撰寫中
state-articles-review = 待審核
state-articles-approved = 已核准
state-articles-scheduled = 排程發布
state-articles-due = 到期複查
state-articles-outdated = 譯文過時
state-articles-missing = 缺少
state-articles-archived = 已封存

## Where a text stands

article-stands = { $language }：{ $marks }
article-version-short = v{ $number }
mark-missing = 尚未撰寫
mark-published = 已發布，版本 { $number }
mark-withdrawn = 已撤下
mark-writing = 撰寫中
mark-review = 待審核
mark-approved = 已核准
mark-scheduled = 排程發布
mark-scheduled-at = 將於 { $time } 發布
mark-due = 到期複查
mark-outdated = 譯文過時
mark-missing-short = 缺少
mark-withdrawn-short = 已撤下
mark-writing-short = 撰寫中
mark-review-short = 待審核
mark-approved-short = 已核准
mark-scheduled-short = 排程
mark-due-short = 到期
mark-outdated-short = 過時
article-votes-short = { $count } 人評價，{ $helpful } 人認為有用
article-policy-short = 政策

## An article

article = 文章
article-new = 新增文章
article-make = 開始撰寫
article-title = 標題
article-first-language = 首先撰寫的語言
article-summary = 摘要
article-summary-hint = 一兩句話：顯示在標題下方與搜尋結果中。
article-keywords = 搜尋詞
article-keywords-hint = 客戶可能用來尋找的其他詞語，以逗號分隔。
article-body = 正文
article-text = 撰寫
article-slug = 網址名稱
article-slug-hint = 小寫拉丁字母、數字與連字號。舊名稱會永久指向這裡。
article-slug-new-hint = 留空則依標題產生。
article-policy = 條款、隱私、規則或費率：客戶可以閱讀所有曾經生效的版本
article-related = 接著閱讀
article-related-add = 加入接著閱讀的文章
article-archive = 封存文章
article-archived = 本文已封存：客戶找不到它，內容全部保留。
article-take-back = 恢復
article-take-back-named = 恢復{ $name }
article-public = 客戶頁面
article-languages = 語言
article-panels = 正文旁
article-panel-preview = 預覽
article-panel-versions = 版本
article-panel-original = 原文
article-panel-readers = 讀者
article-panel-settings = 位置
article-minutes = 閱讀約 { $count } 分鐘
article-length = { $length } / { $max } 個字元
article-broken = 以下連結無法開啟：{ $links }

## The toolbar

article-tool-bold = 粗體
article-tool-italic = 斜體
article-tool-heading = 小標題
article-tool-list = 清單
article-tool-steps = 步驟
article-tool-table = 表格
article-tool-callout = 提示框：說明、提示、重要
article-tool-code = 程式碼
article-tool-article = 連結到文章
article-tool-picture = 圖片
article-picture-alt = 圖片內容說明
article-picture-sending = 正在上傳 { $names }…
article-picture-sent = { $name } 已插入正文。
article-drop = 將圖片拖放到這裡

## Keeping what is typed

article-saving = 正在儲存…
article-saved = 草稿已儲存
article-unsent = 已保存在此裝置，尚未送達伺服器
article-newer = 有人同時修改了內容。您的內容沒有遺失。
article-newer-by = { $name }，{ $time }
article-newer-legend = 刪除線為對方的內容，底線為您的內容。
article-take-theirs = 採用對方的
article-keep-mine = 保留我的

## Steps to what customers read

article-written = 最後撰寫：{ $name }，{ $time }
article-approved-by = · 核准人：{ $name }
article-goes-out = 將於 { $time } 發布
article-returned-by = { $name } 退回：
article-published = 客戶看到的是版本 { $number }：{ $name }，{ $time }
article-unpublished = 客戶無法以此語言閱讀。
article-reviewed = 複查：{ $name }，{ $date }
article-due-on = 下次複查：{ $date }
article-due-since = 自 { $date } 起待複查
article-changing = 修改後需重新審核。
article-two-people = 這裡需要兩個人：由沒有參與撰寫的人核准。
article-two-people-you = 這裡需要兩個人：請先核准，然後才能發布。
article-two-people-not-you = 這裡需要兩個人。您參與了撰寫，須由同事核准後才能發布。
article-more = 更多操作
article-did-submit = 已送出審核
article-did-approve = 已核准
article-did-return = 已退回
article-did-publish = 已發布
article-did-schedule = 將於 { $time } 發布
article-did-unschedule = 已取消排程發布
article-did-discard = 已捨棄草稿
article-did-restore = 已將版本 { $number } 作為草稿
article-did-confirm = 確認仍然正確
article-did-make = 已新增文章
article-did-move = 已移動文章
article-did-change = 已變更文章
article-did-archive = 已封存
article-did-take-back = 已恢復
article-return-title = 退回給撰寫人
article-remark = 需要修改什麼
article-schedule-title = 排程發布
article-schedule-at = 日期與時間（您所在時區）
article-schedule-past = 請選擇未來的時間。
article-withdraw-title = 要從客戶處撤下這篇內容嗎？
article-withdraw-consequence = 此語言將無人能找到它。所有版本保留，可以再次發布。

## Versions and differences

versions = 版本
versions-none = 從未以此語言發布過。
versions-from = 從
versions-to = 到
version-number = 版本 { $number }
version-draft = 正在撰寫的內容
version-current = 客戶看到的
version-reviewed = 審核：{ $name }
version-translates = 譯自 { $language } 版本 { $number }
version-restore = 恢復
version-restore-named = 恢復版本 { $number }
diff-none = 沒有差異。
diff-gap = · { $count } 行未變 ·

## Translations

original-none = 沒有可供翻譯的其他語言：尚無其他已發布內容。
original-language = 原文
original-says = 本文與 { $language } 版本 { $number } 內容一致
original-shown = 顯示原文的內容
original-since = 自版本 { $number } 起的變更
original-whole = 全文

## What readers said

readers-all-languages = 所有語言
readers-none = 還沒有讀者評價。
readers-helpful = 有用
readers-unhelpful = 沒有用
readers-solved = 無需再提問
readers-comments = 讀者意見
vote-reason-unclear = 難以理解
vote-reason-outdated = 內容過時
vote-reason-wrong = 內容有誤
vote-reason-other = 其他

## Sections

section = 版塊
sections = 版塊
sections-all = 所有版塊
sections-edit = 編輯版塊
sections-why = 客戶在說明中心首頁看到的分類及其下層版塊。
sections-none = 還沒有版塊。
sections-first = 文章須放在版塊中，目前還沒有版塊。請由有發布權限的人新增。
section-new = 新增版塊
section-articles = { $count } 篇文章
section-slug-hint = 小寫拉丁字母、數字與連字號
section-parent = 上層版塊
section-top = 無（作為分類）
section-days = 多少天後複查文章
section-days-hint = 留空：與上層版塊相同
section-review-every = 每 { $count } 天複查。
section-review-short = 每 { $count } 天複查
section-review-never = 未設定複查間隔。
section-two-people = 發布需要兩個人：一人撰寫，另一人核准
section-two-people-short = 兩個人
section-two-people-here = 這裡發布需要兩個人。
section-did-make = 已新增版塊「{ $name }」
section-did-change = 已變更版塊「{ $name }」
section-did-move = 已移動版塊「{ $name }」
section-did-remove = 已刪除版塊「{ $name }」

## Words that mean the same

words = 同義詞
words-why = 搜尋已經認識業界用語。您可以在這裡教它本平台自己的說法：產品名稱、客戶的習慣稱呼、常見的錯字。儲存後立即生效。
words-languages = 詞語的語言
words-list = 同義詞組
words-none = 這個語言還沒有自己新增的詞組。
words-add-label = 新詞組
words-edit-label = 詞組
words-add = 新增
words-hint = 意思相同的詞或片語，以逗號分隔，例如：理財，賺幣，活期寶
words-alone = 請至少填寫兩個意思相同的詞，以逗號分隔。
words-leads = 也能找到
words-little = 幾乎不含資訊
words-did-add = 已新增：{ $line }
words-did-change = 已修改：{ $line }
words-did-remove = 已移除：{ $line }
words-more = 其他寫法
words-more-leads-example = 詐騙，騙局 > 帳戶安全
words-more-leads = 搜尋前面的詞也能找到後面的，反過來則不行。
words-more-weight-example = 0.6: 遺失，被盜
words-more-weight = 意思相近但不完全相同：另一個詞所占的分量，從 0 到 1。
words-more-little-example = ~ 請問，怎麼才能
words-more-little = 對想找的內容幾乎沒有說明的詞。
words-more-remark-example = # 去年的產品名稱
words-more-remark = 寫給同事看的備註。
words-try = 試一個問題
words-try-hint = 像客戶那樣提問。
words-try-writing = 正在填寫的詞組在儲存之前就會一併試用。
words-now = 目前已儲存的
words-then = 加上正在填寫的
words-new = 新出現
words-found-none = 沒有找到內容。
words-unsure = 搜尋對結果沒有把握，因此也會請客戶填寫表單。

## Theme

settings-theme = 客戶頁面的外觀
theme-why = 說明中心、表單與案件頁面的標誌、顏色與連結。未填寫的保持預設。
theme-logo = 標誌
theme-logo-choose = 選擇圖片
theme-logo-none = 改用名稱
theme-logo-hint = PNG、JPEG 或 WebP，以 28 像素高顯示在深藍底色上。
theme-accent-light = 淺色頁面使用自訂強調色
theme-accent-dark = 深色頁面使用自訂強調色
theme-accent-hint = 難以辨認的顏色在儲存時會被拒絕。
theme-header = 頁首連結
theme-footer = 頁尾連結
theme-link-add = 加入連結
theme-link-new = 新連結
theme-link-to = 連結網址
theme-link-hint = https://… 或本站以 / 開頭的頁面
theme-terms = 條款文章
theme-privacy = 隱私文章
theme-article-hint = 該文章的網址名稱；留空表示沒有
theme-choose = 選擇…
theme-choose-named = 選擇… { $name }

## Keys

keys-article = 說明中心
key-articles = 說明中心
key-article-new = 新增文章
key-article-write = 撰寫正文
key-article-submit = 送出審核
key-article-approve = 核准
key-article-return = 退回
key-article-publish = 立即發布
key-article-schedule = 排程發布
key-article-unschedule = 取消排程發布
key-article-confirm = 仍然正確
key-article-discard = 捨棄草稿
key-article-withdraw = 從客戶處撤下
key-article-next-language = 下一種語言
key-article-previous-language = 上一種語言
key-article-preview = 預覽
key-article-versions = 版本與差異
key-article-original = 譯文旁的原文
key-article-readers = 讀者意見
key-article-settings = 位置、網址、封存
