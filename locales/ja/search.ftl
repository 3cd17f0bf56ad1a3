### 検索と絞り込み

field-q = 検索
field-query = 絞り込み条件
error-unknown-filter = 「{ $filter }:」という絞り込みはありません。使えるのは { $known } です。コロンを含む文字列を探すときは、二重引用符で囲んでください。
error-invalid-filter = 絞り込み「{ $filter }:」に「{ $value }」という値はありません。入力中に示される候補からお選びください。
error-repeated-filter = 絞り込み「{ $filter }:」に異なる値が二つあります。どちらか一つにしてください。
error-negated-filter = 絞り込み「{ $filter }:」にはマイナス記号を付けられません。付けられるのは -tag: だけです。取り除いてください。
error-too-many-terms = 「{ $field }」で一度に探せるのは { $max } 語までです。いくつか取り除いてください。
error-too-many-filters = 「{ $field }」で一度に使えるタグは { $max } 個までです。いくつか取り除いてください。
error-search-starting-title = 検索の準備をしています
error-search-starting = 検索を開いているところです。ほかの機能はそのまま使えます。数秒後にもう一度検索してください。
