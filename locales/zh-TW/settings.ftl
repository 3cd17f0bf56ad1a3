### 團隊、標籤、巨集與設定：哪裡不對。

## 欄位

field-title = 標題
field-group = 群組
field-actions = 動作
field-visible-to = 可見範圍
field-team = 團隊
field-members = 成員
field-description = 說明
field-colour = 顏色
field-zh-CN = 简体中文文字
field-zh-TW = 繁體中文文字
field-en = English 文字
field-ko = 한국어 文字
field-ja = 日本語 文字

## 欄位哪裡不對

error-name-taken = 已經有同名的了。沒有儲存任何內容，請換一個「{ $field }」。
error-too-many = 「{ $field }」最多 { $max } 個，現在有 { $actual } 個。沒有儲存任何內容，請拿掉一些。
error-member-unknown = 「{ $field }」裡有人不在（或已不在）這裡工作。沒有儲存任何內容，請從客服清單中選擇。
error-action-twice = 這個巨集有兩個同類的動作。沒有儲存任何內容，請只留一個。
error-template-broken = 「{ $field }」第 { $line } 行無法讀取：少了大括號、引號或結束語句。請修正後再儲存。
error-template-refused = 「{ $field }」第 { $line } 行用了巨集沒有的寫法。巨集只支援預留位置、if、else 和 include。
error-template-placeholder = 「{ $field }」裡的「{ $name }」不存在。請從清單中選擇預留位置。
error-template-long = 「{ $field }」產生起來太費時。請少引用一些巨集。
error-template-large = 「{ $field }」產生後會超過一則訊息的 { $max } 個字元。請縮短，或少引用一些內容。
error-include-loop = 「{ $field }」引用了自己：{ $path }。請拿掉其中一處。
error-include-many = 「{ $field }」引用的巨集太多或層數太深，停在「{ $title }」。請少引用一些。
error-include-unknown = 「{ $field }」引用了「{ $title }」，但所有人可見的巨集裡沒有這個標題。請核對標題。

## 問題

error-setting-moved-title = 別人剛改過
error-setting-moved = 您開啟之後有人儲存了新的版本，所以您的沒有儲存。您填寫的內容已保留，請看過對方的變動後再儲存。
error-macro-included-title = 其他巨集在引用它
error-macro-included = 它沒有變動，因為這些巨集在引用它：{ $titles }。請先從中拿掉引用。
error-macros-full-title = 巨集太多了
error-macros-full = 最多可以有 { $max } 個巨集。沒有儲存任何內容，請刪除一些沒人用的。

## 設定：欄位

field-categories = 類別
field-calendars = 行事曆
field-offered = 提供的語言
field-default = 預設語言
field-slug = 短名稱
field-promise = 回覆承諾
field-time-zone = 時區
field-holidays = 假日
field-hours = 時間
field-date = 日期
field-labels = 名稱
field-choices = 選項
field-hints = 說明文字
field-names = 名稱
field-channel = 管道
field-call = 通話

## 設定：哪裡不對

error-invalid-time-zone = 「{ $field }」不是有效的時區。請選擇例如 Asia/Taipei。
error-invalid-date = 「{ $field }」不是有效的日期。請寫成 2026-10-01 的樣子。
error-invalid-clock = 「{ $field }」不是有效的時間。請寫成 09:00 的樣子。
error-invalid-promise = 「{ $field }」須從最快到最慢，最少 1，最多 2400。
error-invalid-slug = 「{ $field }」只能用小寫字母和數字，並以字母開頭。
error-category-missing = 缺少「{ $slug }」。內建的類別可以停用，但不能拿掉。
error-category-used = 「{ $slug }」已有案件，不能拿掉。請改為停用。
error-category-needed = 這個類別不能停用：被鎖定或被盜的人沒有別的辦法。
error-always-open = 這個表單一律對所有人開放：被鎖定的人無法先登入。
error-channel-off = 這個管道已在設定中關閉。沒有儲存任何內容。

## 問題

error-form-proved-title = 請先證明是您本人
error-form-proved = 這個表單只對我們認識的客戶開放。請開啟「我的案件」讓我們把連結寄到您的信箱，或從交易所進入。如果您無法登入，找回帳戶的表單對所有人開放。
error-form-signed-in-title = 請從交易所進入
error-form-signed-in = 這個表單只對已登入交易所的客戶開放，請從交易所開啟客服。如果您無法登入，找回帳戶的表單對所有人開放。

## 客戶看到的服務時間

hours-open = 客服在線，至 { $time }
hours-closed = 客服將於 { $time } 回來；現在提交會照常排隊
duration-working-hours = { $count } 個工作小時
range-working-hours = { $from }–{ $to } 個工作小時
