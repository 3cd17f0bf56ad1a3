### 搜尋與篩選

field-q = 搜尋
field-query = 篩選條件
error-unknown-filter = 沒有「{ $filter }:」這個篩選項。可用的有：{ $known }。若要搜尋帶冒號的文字，請加上雙引號。
error-invalid-filter = 篩選項「{ $filter }:」沒有「{ $value }」這個值。請從輸入時給出的建議中選擇。
error-repeated-filter = 篩選項「{ $filter }:」寫了兩個不同的值。請只保留一個。
error-negated-filter = 篩選項「{ $filter }:」前面不能加減號，只有 -tag: 可以。請去掉減號。
error-too-many-terms = 「{ $field }」一次最多搜尋 { $max } 個詞。請去掉一些。
error-too-many-filters = 「{ $field }」一次最多篩選 { $max } 個標籤。請去掉一些。
error-search-starting-title = 搜尋正在準備
error-search-starting = 搜尋還在啟動，其他功能照常可用。請稍等幾秒再搜尋。
