### The settings pages of the workspace, and incidents.

## Frame

settings = 設定
settings-agents = 客服人員
settings-teams = 團隊
settings-categories = 類別與欄位
settings-macros = 巨集
settings-tags = 標籤
settings-views = 檢視
settings-channels = 管道
settings-languages = 語言
settings-hours = 服務時間
settings-saved = 已儲存
settings-reload = 查看新版本
settings-discard = 捨棄變更
edit = 編輯
edit-named = 編輯 { $name }
remove-named = 刪除 { $name }
move-up = 上移 { $name }
archive = 封存
archive-named = 封存 { $name }
archive-title = 封存 { $name }？
description = 說明
colour = 顏色
date = 日期
time-zone = 時區

## History

history = 變更紀錄
history-none = 還沒有變更。
history-made = 新增了
history-changed = 變更了
history-removed = 刪除了

## Teams

teams-why = 可將案件轉交給團隊，成員會在「我的團隊」中看到。
teams-none = 還沒有團隊。
team-new = 新增團隊
team-size = { $count } 名成員
team-members = 成員
team-archive-consequence = 其未結案的案件將不屬於任何團隊，時間軸會註明；已結案的保留團隊名稱。

## Tags

tags-why = 標籤在使用時即會建立，這裡可為其加上說明和顏色。
tags-none = 還沒有標籤。
tag-describe = 新增標籤說明
tag-name-hint = 字母、數字、- 和 _，不含空格
tag-remove-title = 從清單中移除 #{ $tag }？
tag-remove-consequence = 已有此標籤的案件會保留，再次使用時會重新出現。
colour-none = 無
colour-grey = 灰
colour-red = 紅
colour-orange = 橙
colour-yellow = 黃
colour-green = 綠
colour-teal = 青
colour-blue = 藍
colour-purple = 紫
colour-pink = 粉紅

## Views

views-why = 檢視是帶名稱和準確計數的篩選條件。
views-none = 還沒有儲存的檢視。

## Macros

macros-why = 反覆使用的文字和操作，支援各種語言。
macro-new = 新增巨集
macro-last = 最近 { $time }
macro-title = 標題
macro-group = 分組
macro-group-hint = 在清單中的歸類
macro-text = { $language }文字
placeholders = 預留位置
macro-preview-for = 預覽案件
macro-preview-saved = 儲存後會填入預留位置內容。
macro-tags = 標籤
macro-tags-hint = 例如 vip -new：加上 vip，移除 new
macro-hand-over = 轉交給
macro-visible = 可見範圍
macro-remove-title = 刪除巨集「{ $title }」？
macro-remove-consequence = 用它寫過的回覆不受影響。

## Categories

categories-why = 客戶可選擇的類別、每類需填寫的內容、負責團隊和答覆時限。
category-fields = { $count } 個欄位
category-add = 新增類別
category-slug = 網址名稱
category-slug-hint = 小寫字母、數字和 -，儲存後不可變更
category-hint = 說明
category-weight = 對話權重
category-weight-hint = 1 到 5：這類聊天占用客服幾個名額。
category-promise = 單獨的答覆時限
promise-unit = 計時單位
unit-hours = 小時
unit-working-hours = 工作小時
unit-working-days = 工作日
category-asks = 需填寫的內容
ask-required = 必填
ask-optional = 選填
ask-hidden = 不填寫
field-add = 新增欄位
field-key = API 名稱
field-input = 填寫方式
field-why = 詢問原因
input-line = 單行
input-lines = 多行
input-amount = 金額
input-choice = 選項
choice-value = 值
choice-add = 新增選項

## Channels

channels-why = 各管道的開放範圍。
channels-phone = 客服可記錄電話
channels-form = 誰可以使用表單
door-anyone = 任何人
door-proved = 已驗證電子郵件的客戶
door-signed-in = 已登入的客戶

## Languages and hours

languages-why = 網站提供的語言，依此順序顯示。
language-default = 其他訪客使用
hours-why = 有人值班的時間：向客戶顯示，並用於計算工作時間時限。
hours-always = 全天候服務：未設定行事曆。
hours-closed = 休息
hours-add = 新增 { $day } 的時段
hours-from = 從
hours-to = 至
holidays = 節假日
holiday-add = 新增節假日
calendar-add = 新增行事曆
calendar-remove = 刪除此行事曆

## Incidents

incidents = 事件
incident-create = 新增事件
incident-close = 關閉事件
incident-close-title = 關閉「{ $title }」？
incident-close-consequence = 案件保持關聯且不會結案，之後不再提供關聯此事件。
incident-update = 向所有客戶傳送更新
incident-update-why = 將以客戶的語言回覆所有關聯案件；缺少該語言時使用英語或已有的第一種語言。
incident-update-in = { $language }更新內容
incident-update-send = 回覆 { $count } 個案件
incident-updates = 已傳送的更新
update-going = 已回覆 { $done }/{ $total }…
update-gone = 已回覆 { $done }/{ $total }

## 官方管道

settings-official = 官方管道
official-why = 「這真的是你們嗎？」據此回答，仿冒連結也據此識別。本服務台自己的網址、信箱與聯絡方式自動算作官方。
official-add = 新增品牌
official-remove = 移除此品牌
official-id = 代號
official-id-hint = 小寫字母與數字；只有客服和程式看得到
official-names = 名稱
official-names-hint = 每行一個，包括各種語言與文字的寫法
official-domains = 網域
official-domains-hint = 每行一個，例如 dengta.example；其下的子網域都算
official-addresses = 其他電子郵件地址
official-addresses-hint = 每行一個；上述網域的信箱自動算作官方
official-phones = 電話號碼
official-phones-hint = 每行一個，加上國碼
official-handles = 帳號
official-handles-hint = 每行一個，例如 @dengta

## How long customers may decide

settings-secrets = 可能是機密的內容
secrets-why = 一長串字元可能是私鑰，也可能是交易雜湊。客服看不到它，由寫下它的客戶決定傳送還是銷毀。超過這個時間仍未決定，就會銷毀。
secrets-days = 決定期限（天）
secrets-days-hint = 1 到 30 天。已在等待決定的內容維持原來的期限
